"""Walking a binary tree with recursive `yield from`."""

from measure import measure

DEPTH = 15


def build(depth):
    return (build(depth - 1), depth, build(depth - 1)) if depth else None


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


TREE = build(DEPTH)


def work():
    for _ in walk(TREE):
        pass


measure("coroutines_tree_by_yield_from", work, 2**DEPTH - 1)
