print(
    sorted(["b", "a", "C", "ä", "Z", "10", "9", ""]),
    "a" < "B",
    max("hello"),
    min(["bb", "a"], key=len),
)
print(
    sorted("The quick brown".split(), key=str.lower, reverse=True),
    sorted("hello"),
    list(reversed("abc")),
)
print("apple" == "apple", "a" != "A", ord("€"), chr(8364), [ord(c) for c in "aé😀"])
for call in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(5)):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(e)
