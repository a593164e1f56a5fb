s = "héé€"
print(
    s.encode(),
    s.encode("utf-16-le"),
    s.encode("latin-1", "replace"),
    s.encode("ascii", "ignore"),
    "é".encode("ascii", "backslashreplace"),
    "é".encode("ascii", "xmlcharrefreplace"),
)
print(
    b"h\xc3\xa9".decode(),
    b"\xff".decode("latin-1"),
    b"a\xffb".decode("utf-8", "replace"),
    str(b"x", "ascii"),
)
for call in (
    lambda: s.encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: s.encode("no-such"),
    lambda: b"\xe2\x82".decode(),
):
    try:
        call()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
