"""Generators chain like a pipe: each value travels the whole way before the next one starts."""


def read(lines):
    for line in lines:
        print(f"read   {line!r}")
        yield line


def numbers(lines):
    for line in lines:
        if line.isdigit():
            print(f"parse  {line}")
            yield int(line)


def doubled(values):
    for value in values:
        print(f"double {value}")
        yield value * 2


for result in doubled(numbers(read(["1", "two", "3"]))):
    print("       =", result)
