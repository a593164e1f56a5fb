"""Resuming a generator with `send`."""

from measure import measure

N = 1_000_000


def echo():
    value = None
    while True:
        value = yield value


def work():
    generator = echo()
    next(generator)
    send = generator.send
    for i in range(N):
        send(i)


measure("coroutines_send", work, N)
