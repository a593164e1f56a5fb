"""Building and walking binary trees of tuples, per node."""

from measure import measure

DEPTH = 15


def build(depth):
    return (build(depth - 1), build(depth - 1)) if depth else (None, None)


def count(tree):
    left, right = tree
    return 1 if left is None else 1 + count(left) + count(right)


measure("language_binary_trees", lambda: count(build(DEPTH)), 2 ** (DEPTH + 1) - 1, repeats=3)
