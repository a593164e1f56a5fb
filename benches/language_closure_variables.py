"""Reading variables of the enclosing function."""

from measure import measure

N = 800_000


def outer():
    a, b = 1, 2

    def inner():
        for _ in range(N):
            a + b

    return inner


measure("language_closure_variables", outer(), N)
