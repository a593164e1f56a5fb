def numbers():
    yield 1
    yield 1 / 0


def total():
    return sum(numbers())


print(total())
