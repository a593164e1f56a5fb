print("a\tb\\n\x41\u00e9\U0001f600\N{BULLET}\101\0".encode("unicode_escape"))
print(r"raw\n", b"bytes\x00\xff", rb"raw\x", "con" "cat" "ed")
print(
    """triple
"quoted" lines""",
    "it" "s",
    "line \
continued",
)
print(len("é"), len("e\u0301"), "\N{GREEK SMALL LETTER PI}")
