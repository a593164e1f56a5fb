"""`yield from` is an expression too: its value is what the inner generator returns."""


def read_numbers():
    total = 0
    while True:
        number = yield
        if number is None:
            return total
        total += number


def report():
    for name in ("first", "second"):
        total = yield from read_numbers()
        print(f"{name} sum: {total}")


generator = report()
next(generator)
for number in [1, 2, 3, None, 40, 50]:
    generator.send(number)
generator.close()
