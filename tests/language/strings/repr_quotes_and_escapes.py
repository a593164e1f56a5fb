for s in (
    "plain",
    "it's",
    'say "hi"',
    "both ' and \"",
    "tab\t newline\n cr\r",
    "\x00\x7f\x80\xa0\xad",
    "é ü 日本",
    "\u200b\ud800\U0001f600\ue000",
    "back\\slash",
):
    print(repr(s) if "\ud800" not in s else ascii(s))
print(ascii("é日\U0001f600"), repr(b"it's \x00\xff\n\""))
