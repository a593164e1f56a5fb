"""Making a coroutine and running it to its end by hand."""

from measure import measure

N = 300_000


async def nothing():
    pass


def work():
    for _ in range(N):
        try:
            nothing().send(None)
        except StopIteration:
            pass


measure("coroutines_create_start_and_finish", work, N)
