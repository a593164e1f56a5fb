"""`sum` over a generator expression."""

from measure import measure

N = 1_000_000


def work():
    sum(i for i in range(N))


measure("coroutines_generator_expression_summed", work, N)
