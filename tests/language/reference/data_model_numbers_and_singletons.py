"""Language reference 3.2.1 to 3.2.4."""
print(None, NotImplemented, Ellipsis, ..., type(None), type(...), type(NotImplemented), bool(...))
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
try:
    type(None)(1)
except TypeError as error:
    print(error)
print(type(None)() is None, type(...)() is ..., True + True, True == 1, isinstance(True, int), ~True if False else ~1, -True, True ** 2)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), {1: 'a', 1.0: 'b', True: 'c'}, len({0, 0.0, False, -0.0, 0j}))
print((5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real, (2.5).imag, (1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate())
print((255).bit_length(), (255).bit_count(), (-255).bit_count(), (1024).to_bytes(2), (1024).to_bytes(4, 'little'), (-1).to_bytes(2, signed=True))
print(int.from_bytes(b'\x00\x10'), int.from_bytes(b'\xfc\x00', 'big', signed=True), int.from_bytes([1, 2], byteorder='little'))
for bad in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: int.from_bytes('a'), lambda: (1).to_bytes(1, 'middle'), lambda: (1).to_bytes(-1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print((3.0).is_integer(), (3).is_integer(), (0.75).as_integer_ratio(), (10).as_integer_ratio(), (1.5).hex(), float.fromhex('-0x1.8p+1'))
print(1 < 1.5, 10 ** 20 == 1e20, 10 ** 20 + 1 == 1e20, 2 ** 63 > 9.2e18, float('inf') > 10 ** 1000, float('nan') == float('nan'), 3 == 3 + 0j)
for bad in (lambda: 1j < 2, lambda: 1 < 'a', lambda: [] < (), lambda: None < None, lambda: {} < {}, lambda: 1j // 1, lambda: 1j % 2, lambda: int(1j), lambda: divmod(1j, 2)):
    try:
        bad()
    except TypeError as error:
        print(error)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, -1 >> 3, -5 >> 1, 5 >> 100, -5 // 2, -5 % 3, 5 % -3, 0 ** 0, 0.0 ** 0)
for bad in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1.0 // 0, lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 1, 0), lambda: 1 << 1.0, lambda: 0j ** -1, lambda: 1j / 0, lambda: 5 & 1.0):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
