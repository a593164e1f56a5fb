"""Awaiting a coroutine that does not suspend."""
import sys


async def answer():
    return 42


async def work(n):
    for _ in range(n):
        await answer()


try:
    work(int(sys.argv[1])).send(None)
except StopIteration:
    pass
