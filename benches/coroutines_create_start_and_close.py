"""Making a generator, starting it and closing it inside a `try` block."""

from measure import measure

N = 200_000


def guarded():
    try:
        yield 1
    finally:
        pass


def work():
    for _ in range(N):
        generator = guarded()
        next(generator)
        generator.close()


measure("coroutines_create_start_and_close", work, N)
