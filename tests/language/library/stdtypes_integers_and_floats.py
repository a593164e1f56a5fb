"""Library reference: built-in types, numeric types."""
import sys
n = -37
print(bin(n), n.bit_length(), n.bit_count(), (1024).to_bytes(2, byteorder='big'), (1024).to_bytes(10, byteorder='big'), (-1024).to_bytes(10, byteorder='big', signed=True), (1000).to_bytes((1000).bit_length() // 8 + 1, byteorder='little'), int.from_bytes(b'\x00\x10', byteorder='big'), int.from_bytes(b'\x00\x10', byteorder='little'), int.from_bytes(b'\xfc\x00', byteorder='big', signed=True), int.from_bytes(b'\xfc\x00', byteorder='big', signed=False), int.from_bytes([255, 0, 0], byteorder='big'), (10).as_integer_ratio(), (5).is_integer(), (7).conjugate())
print((0.1).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e300).as_integer_ratio()[1], (-2.0).is_integer(), (3.2).is_integer(), float.hex(3740.0), float.fromhex('0x3.a7p10'), (0.1).hex(), (-0.0).hex(), float('inf').hex(), float.fromhex('nan'), float.fromhex('0x1p-1074'), float.fromhex('  -0X1.8P+1 '), float.fromhex('1.8'), (2.5).conjugate(), float.__getformat__('double'))
for bad in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(2), lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(), lambda: float.fromhex('xyz'), lambda: float.fromhex('0x1p99999'), lambda: float.fromhex(5), lambda: (1).to_bytes('a'), lambda: (5).real.nope, lambda: int.from_bytes(5), lambda: int.from_bytes(['a']), lambda: int.from_bytes([300]), lambda: (5).bit_length(1), lambda: (1).__add__(), lambda: int.__new__(str)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print((1).__add__(2), (1).__add__(2.0), (1.0).__add__(2), (5).__floordiv__(0.5), (7).__divmod__(3), (2).__pow__(3, 5), (2).__rpow__(3), (5).__and__('a'), (3).__lshift__(2), (5).__bool__(), (5).__index__(), (-5).__abs__(), (5).__neg__(), (5).__invert__(), (5).__float__(), (5).__trunc__(), (5).__round__(-1), (5).__eq__(5.0), (5).__lt__(6), (5).__hash__(), (5).__str__(), (5).__repr__(), (5).__format__('04'), (5).__sizeof__() > 0, (1.5).__round__(), (1.5).__floor__(), (1.5).__ceil__(), (1.5).__int__(), (5).__truediv__(2), (5).__rsub__(10), (2.5).__mod__(2), True.__and__(False), True.__or__(1), (True).__class__, True.__xor__(True), (5).__ceil__(), (5).__floor__(), (5).__getnewargs__(), (1.5).__getnewargs__())
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.float_info.min, hash(sys.hash_info.modulus), hash(1.5), hash(-1), hash(float('nan')) != 0 or True, hash(2 ** 61 - 2))
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits)
for text in ('1' * 4301, '-' + '1' * 4301):
    try:
        int(text)
    except ValueError as error:
        print(error)
print(len(str(10 ** 4299)), int('1' * 4300) % 7, int('f' * 5000, 16) % 7, len(hex(10 ** 5000)))
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4999)))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)))
for value in (5, -1, 100):
    try:
        sys.set_int_max_str_digits(value)
    except ValueError as error:
        print(error)
print(2 ** 200, -3 ** 101, (2 ** 200) // (3 ** 50), (2 ** 200) % (3 ** 50), (10 ** 50) / (10 ** 49), 7 ** 77 & (2 ** 64 - 1), (1 << 200) >> 190, ~(1 << 100), (-1) ** 1001, pow(7, 10 ** 20, 10 ** 9), (2 ** 100).bit_length(), int(2.0 ** 100), float(2 ** 100), 2 ** 100 == 2.0 ** 100, hash(2 ** 100), round(2 ** 70 + 500, -3), f'{2 ** 70:,}', f'{2 ** 70:x}', f'{2 ** 70:e}', divmod(-(2 ** 70), 1000), 2 ** 64 * -1 // 3)
