"""A StopIteration that escapes inside a generator is a bug, and Python says so."""


def pairs(values):
    iterator = iter(values)
    while True:
        yield next(iterator), next(iterator)  # who catches the end?


for pair in pairs("abcde"):
    print(pair)
