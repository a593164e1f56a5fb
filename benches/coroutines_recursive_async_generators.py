"""Walking a binary tree with recursive async generators."""

from measure import measure

DEPTH = 12


def build(depth):
    return (build(depth - 1), depth, build(depth - 1)) if depth else None


async def walk(tree):
    if tree:
        left, value, right = tree
        async for inner in walk(left):
            yield inner
        yield value
        async for inner in walk(right):
            yield inner


TREE = build(DEPTH)


async def main():
    async for _ in walk(TREE):
        pass


def work():
    try:
        main().send(None)
    except StopIteration:
        pass


measure("coroutines_recursive_async_generators", work, 2**DEPTH - 1)
