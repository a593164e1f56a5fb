"""An infinite series is no problem if nobody asks for all of it."""

from itertools import islice, takewhile


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(islice(fibonacci(), 12)))
print(list(takewhile(lambda n: n < 40, fibonacci())))
print(next(n for n in fibonacci() if n > 1_000_000))
