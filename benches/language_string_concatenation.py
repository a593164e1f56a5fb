"""Making a string longer and longer in a loop."""

from measure import measure

N = 500_000


def work():
    text = ""
    for _ in range(N):
        text += "x"
    return text


measure("language_string_concatenation", work, N)
