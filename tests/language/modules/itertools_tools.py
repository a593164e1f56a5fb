from itertools import (
    accumulate,
    batched,
    chain,
    combinations,
    compress,
    count,
    cycle,
    dropwhile,
    filterfalse,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    tee,
    zip_longest,
)

print(
    list(islice(count(5, 2), 3)),
    list(islice(cycle("ab"), 5)),
    list(repeat(1, 3)),
    list(chain("ab", [1])),
    list(chain.from_iterable(["x", "yz"])),
)
print(
    list(accumulate([1, 2, 3])),
    list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)),
    list(compress("abc", [1, 0, 1])),
    list(dropwhile(lambda x: x < 3, [1, 3, 1])),
    list(takewhile(lambda x: x < 3, [1, 3, 1])),
    list(filterfalse(None, [0, 1])),
)
print(
    [(k, list(g)) for k, g in groupby("aabbba")],
    list(combinations("abc", 2)),
    list(permutations([1, 2, 3], 2)),
    list(product("ab", [0, 1])),
    list(product([0, 1], repeat=2)),
)
print(
    list(pairwise("abc")),
    list(starmap(pow, [(2, 3)])),
    list(zip_longest("ab", [1], fillvalue="-")),
    list(batched("abcde", 2)),
    list(islice("abcdef", 1, None, 2)),
)
a, b = tee([1, 2])
print(list(a), list(b), next(count(0.5)), repeat("x", 2), count(3))
