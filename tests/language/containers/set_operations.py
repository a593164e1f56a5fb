a, b = {1, 2, 3}, {3, 4}
print(
    a | b,
    a & b,
    a - b,
    a ^ b,
    a < {1, 2, 3, 4},
    a <= a,
    a > {1},
    a.isdisjoint({9}),
    a.union([7], (8,)),
    a.intersection([1, 2]),
    a == {3, 2, 1},
    2 in a,
)
a.add(9)
a.discard(100)
a.remove(1)
a.update([5])
a -= {9}
a |= {6}
a &= {2, 3, 5}
print(a, len(a), set(), {*()}, frozenset([1]) | {2}, {1, 1.0, True}, set("aab") == {"a", "b"})
for call in (
    lambda: {1}.remove(2),
    lambda: set().pop(),
    lambda: {[]},
    lambda: {1} | [2],
    lambda: set(5),
    lambda: frozenset().add,
    lambda: {1} < [2],
):
    try:
        call()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print({frozenset([1]): "ok"}[frozenset([1])], {i % 3 for i in range(10)})
