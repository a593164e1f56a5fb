print(
    [x.strip() for x in ("  a ", "\t\nb\r", "\u3000c\xa0")],
    "xxaxx".strip("x"),
    "abcba".lstrip("ab"),
    "abcba".rstrip("ab"),
)
print(
    "5".zfill(3),
    "-5".zfill(4),
    "+".zfill(3),
    "a".center(5, "*"),
    "ab".center(5),
    "a".ljust(3, "."),
    "a".rjust(3),
    "|",
)
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "a\tb\tcd\te".expandtabs(4))
