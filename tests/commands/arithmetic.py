"""Sums.

>>> add(1, 1)
2
"""


def add(a, b=2):
    """Adds.

    >>> add(1)
    3
    >>> add(1, 1)
    3
    """
    return a + b
