"""The Fibonacci numbers by plain recursion, per call."""

from measure import measure

N, CALLS = 27, 832_039


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


measure("language_fib", lambda: fib(N), CALLS, repeats=3)
