"""Going through the characters of a string and comparing them."""

from measure import measure

N = 1_000_000
TEXT = "abcdefghij" * (N // 10)


def work():
    count = 0
    for character in TEXT:
        if character == "e":
            count += 1
    return count


measure("language_string_characters", work, N)
