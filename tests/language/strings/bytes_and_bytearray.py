b = b"hello"
print(
    b[0],
    b[1:3],
    b + b"!",
    b * 2,
    b"l" in b,
    104 in b,
    list(b),
    b.upper(),
    b.split(b"l"),
    b.hex(),
    bytes.fromhex("00ff 10"),
    bytes(3),
    bytes([65, 66]),
    bytes("é", "utf-8"),
)
a = bytearray(b"abc")
a[0] = 90
a.append(33)
a += b"xy"
del a[1]
print(
    a,
    len(a),
    a.decode(),
    bytes(a),
    a == b"Zc!xy",
    a.find(b"!"),
    b.replace(b"l", b"L"),
    b.startswith(b"he"),
    b.join([b"a", b"b"]),
)
for call in (
    lambda: bytes([256]),
    lambda: b + "s",
    lambda: bytes("é"),
    lambda: b.__setitem__(0, 1),
    lambda: a.append(300),
    lambda: bytes(-1),
    lambda: "s" + b,
):
    try:
        call()
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(int.from_bytes(b"\x01\x00", "big"), (1024).to_bytes(2, "little"), b"%d %s" % (1, b"x"))
