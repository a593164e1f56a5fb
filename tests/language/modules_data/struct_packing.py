# struct: numbers in bytes.
import struct

CASES = [
    ("<bBhHiIlLqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 5, -6, 2**64 - 1)), (">hiq", (1, 2, 3)), ("!H", (258,)), ("=i", (-5,)),
    ("<fd", (1.5, -0.1)), (">e", (0.333,)), ("<?c3s5p", (True, b"x", b"abcdef", b"hello!")), ("bi", (1, 2)), ("@bq", (1, 2)), ("3B2x", (1, 2, 3)),
    ("< 2h i ", (1, 2, 3)), ("0s", (b"x",)), ("nN", (-1, 1)), ("P", (16,)), ("10s", (b"abc",)), ("", ()), ("<0i b", (7,)),
]
for layout, values in CASES:
    packed = struct.pack(layout, *values)
    print(layout, struct.calcsize(layout), packed, struct.unpack(layout, packed))
for number in (0.0, -0.0, 1.0, 65504.0, 6e-8, 5e-324, 1 / 3, float("inf"), float("nan"), 2049.0, 2051.0):
    packed = struct.pack("<e", number)
    print(number, packed, struct.unpack("<e", packed), struct.pack(">f", number))
for call in (
    lambda: struct.pack("b", 128), lambda: struct.pack("B", -1), lambda: struct.pack("h", 40000), lambda: struct.pack("H", -1), lambda: struct.pack("<i", 2**31),
    lambda: struct.pack("<I", -1), lambda: struct.pack("<q", 2**63), lambda: struct.pack("<Q", -1), lambda: struct.pack("i", 1.5), lambda: struct.pack("d", "x"),
    lambda: struct.pack("c", b"ab"), lambda: struct.pack("s", "x"), lambda: struct.pack("ii", 1), lambda: struct.pack("k", 1), lambda: struct.pack("5", 1),
    lambda: struct.unpack("i", b"abc"), lambda: struct.pack("e", 1e6), lambda: struct.pack("<f", 1e300), lambda: struct.unpack_from("i", b"abcd", 2),
    lambda: struct.pack_into("i", bytearray(3), 0, 1), lambda: list(struct.iter_unpack("h", b"abc")), lambda: struct.pack(5), lambda: struct.unpack("i", "text"),
):
    try:
        print(call())
    except (struct.error, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
record = struct.Struct("<hl")
print(record.size, record.format, record.pack(1, 2), record.unpack(b"\1\0\2\0\0\0"), list(record.iter_unpack(b"\1\0\2\0\0\0" * 2)))
buffer = bytearray(10)
record.pack_into(buffer, 2, 7, 8)
struct.pack_into("B", buffer, -1, 9)
print(buffer, record.unpack_from(buffer, 2), struct.unpack_from("2B", buffer, offset=-2))
