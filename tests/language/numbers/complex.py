"""Complex numbers: literals, arithmetic, text, formatting, parsing, patterns, conversions."""

import copy


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


print(1j, 3 + 4j, -1j, 2 - 0j, 1_0.5e1J, complex(), complex(1), complex(1, -2.5))
z = 3 + 4j
print(z.real, z.imag, z.conjugate(), abs(z), bool(0j), bool(1j), +z, -z)
print(z + 1, 1 + z, z - 0.5, 2 - z, z * 2, z * z, z / 2, 1 / z, z ** 2, z ** -1, 2 ** z, z ** 0.5)
print((-8) ** (1 / 3), (-8.0) ** 0.5, pow(1j, 3))
print(1 + 0j == 1, 1 == 1 + 0j, 1.5 == 1.5 + 0j, 1j == 1, 1j != 2j, True == 1 + 0j)
print(hash(1 + 0j) == hash(1), hash(2.5 + 0j) == hash(2.5), {1: "one"}[1 + 0j], hash(1 + 2j))
print(complex("1+2j"), complex(" ( -1e3-J ) "), complex("nan+infj"), complex("7"), complex("j"))
print(format(1 + 2j, ""), f"{1 + 2j:.3f}", f"{3j:+g}", f"{1234.5 + 6789j:,.1f}", f"{1j:>10}|")
print(f"{1 + 2j:.3}", f"{0.1j:e}", "%s %r" % (1j, 2 + 1j), str(-0.0 + 0j), [0j, 1e100j])
print(isinstance(1j, complex), type(1j * 1), copy.copy(z) is z, (1 + 2j).__getnewargs__())

for make in (
    lambda: 1j / 0,
    lambda: 0j ** -1,
    lambda: 1j < 2,
    lambda: 1j // 2,
    lambda: 1j % 2,
    lambda: divmod(1j, 1),
    lambda: pow(1j, 2, 3),
    lambda: int(1j),
    lambda: float(1j),
    lambda: complex("1 + 2j"),
    lambda: complex("x"),
    lambda: complex([]),
    lambda: complex(1, []),
    lambda: complex("1", 2),
    lambda: complex(1, "2"),
    lambda: format(1j, "010"),
    lambda: format(1j, "=10"),
    lambda: format(1j, "d"),
    lambda: "%d" % 1j,
    lambda: 10 ** 400 + 1j,
    lambda: (1e300 + 1j) ** 5.5,
):
    show(make)


class Point:
    def __complex__(self):
        return 1 + 1j


class Special(complex):
    def __repr__(self):
        return f"Special({self.real}, {self.imag})"


print(complex(Point()), complex(Point(), 1), Special(1, 2), type(Special(1) + 1), Special("2j"))


def kind(value):
    match value:
        case 1 + 2j:
            return "one and two"
        case -3 - 1j:
            return "minus"
        case 0j:
            return "zero"
        case complex(real=real):
            return f"real part {real}"
    return "none"


print(kind(1 + 2j), kind(-3 - 1j), kind(0), kind(5j), kind("x"))
