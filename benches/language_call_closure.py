"""Calling a closure that changes the variable it closes over."""

from measure import measure

N = 500_000


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def work():
    step = counter()
    for _ in range(N):
        step()


measure("language_call_closure", work, N)
