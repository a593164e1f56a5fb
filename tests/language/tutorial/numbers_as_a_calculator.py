"""Tutorial 3.1.1: numbers."""
print(17 / 3, 17 // 3, -17 // 3, 17 % 3, -17 % 3, 17 % -3)
print(2 ** 7, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2)
print(50 - 5 * 6, (50 - 5 * 6) / 4, 8 / 5)
width, height = 20, 5 * 9
print(width * height)
tax = 12.5 / 100
price = 100.50
total = price + price * tax
print(total, round(total, 2), round(2.675, 2), round(-0.5), round(1.5), round(2.5))
print(round(12345, -2), round(15, -1), round(25, -1), round(-25, -1))
print(0.1 + 0.2, 1e16 + 1, 1e15 + 0.3, 5e-324, 1.7976931348623157e308 * 10)
print(3 + 4j, (3 + 4j) * 2j, abs(3 + 4j))
print(0xFF, 0o17, 0b1010, 1_000_000, 0x_ff, 1e3, .5, 5.)
try:
    n
except NameError as error:
    print(type(error).__name__, error)
for text in ("12", " -7 ", "1_000", "0x1f", "1e3", "", "12a"):
    for kind in (int, float):
        try:
            print(repr(text), kind(text))
        except ValueError as error:
            print(error)
print(int("1f", 16), int("0b101", 0), int("z", 36), int(-3.9), float("nan"), float("-inf"))
print(divmod(-7, 2), divmod(7.5, 2), pow(3, 4, 5), pow(3, -1, 7))
