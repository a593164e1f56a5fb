"""`yield from` passes on every value of another iterable."""


def with_a_loop(*parts):
    for part in parts:
        for item in part:
            yield item


def with_yield_from(*parts):
    for part in parts:
        yield from part


print(list(with_a_loop("ab", [1, 2], range(3))))
print(list(with_yield_from("ab", [1, 2], range(3))))
