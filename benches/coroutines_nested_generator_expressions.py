"""A generator expression with two `for` clauses."""

from measure import measure

ROWS, COLUMNS = 1_000, 1_000


def work():
    for _ in (i for _ in range(ROWS) for i in range(COLUMNS)):
        pass


measure("coroutines_nested_generator_expressions", work, ROWS * COLUMNS)
