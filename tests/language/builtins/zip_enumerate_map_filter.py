print(
    list(zip("abc", [1, 2])),
    list(zip()),
    list(zip([1])),
    dict(zip("ab", range(2))),
    list(enumerate("ab", 5)),
    list(map(pow, [2, 3], [3, 2])),
    list(filter(None, [0, 1, "", "a"])),
    list(map(str, range(3))),
)
try:
    list(zip("ab", [1], strict=True))
except ValueError as e:
    print(e)
try:
    list(zip("a", [1, 2], strict=True))
except ValueError as e:
    print(e)
print(list(zip(*[(1, "a"), (2, "b")])), [*reversed(range(3))], list(iter([1, 2].pop, 1)))
for call in (
    lambda: map(),
    lambda: zip(1),
    lambda: list(map(5, [1])),
    lambda: enumerate(5),
    lambda: reversed({1}),
    lambda: iter(5),
    lambda: next([]),
):
    try:
        call()
    except TypeError as e:
        print(e)
