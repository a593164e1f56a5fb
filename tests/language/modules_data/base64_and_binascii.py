# base64, binascii: bytes as text and back.
import base64
import binascii

for data in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(0, 256, 7))):
    for name in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85", "z85"):
        encoded = getattr(base64, name + "encode")(data)
        print(name, encoded, getattr(base64, name + "decode")(encoded) == data)
print(base64.encodebytes(b"x" * 80), base64.decodebytes(b"eHh4\neA==\n"), base64.b64encode(b"\xff\xfe\xfd", b"-_"))
print(base64.b64decode("aGk="), base64.b64decode(b"a G\nk="), base64.b64decode("-_-_", b"-_"), base64.urlsafe_b64decode("-_-_"))
print(base64.b32decode("mzxw6===", casefold=True), base64.b32decode("MZXW6===", map01="I"), base64.b16decode("ff", casefold=True))
print(base64.a85encode(b"    \0\0\0\0abc", foldspaces=True), base64.a85encode(b"abcdef", adobe=True), base64.a85decode(b"<~@:E_WAH~>", adobe=True))
for call in (
    lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64decode("a$b=", validate=True), lambda: base64.b64decode("ab==c", validate=True),
    lambda: base64.b64decode("=abc", validate=True), lambda: base64.b64encode("text"), lambda: base64.b64decode("ä"), lambda: base64.b32decode("a"),
    lambda: base64.b32decode("aaaaaaaa"), lambda: base64.b16decode("xx"), lambda: base64.b16decode("ff"), lambda: base64.b85decode(b" "), lambda: base64.a85decode(b"{"),
    lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.hexlify("x"), lambda: base64.encodebytes("x"),
):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(binascii.hexlify(b"\x00\xab\xff"), binascii.hexlify(b"abcd", "-", 2), binascii.unhexlify("00AbfF"), binascii.b2a_base64(b"hi"), binascii.b2a_base64(b"hi", newline=False))
print(hex(binascii.crc32(b"hello")), binascii.crc32(b"lo", binascii.crc32(b"hel")) == binascii.crc32(b"hello"), binascii.Error.__mro__)
