"""Round brackets instead of square ones: the same comprehension, one value at a time."""


def noisy(n):
    print(f"  computing {n}")
    return n * n


print("list: everything now")
squares = [noisy(n) for n in range(3)]
print("generator: nothing now")
lazy = (noisy(n) for n in range(3))
print("asking for one:", next(lazy))
print("any() stops early:", any(square > 0 for square in lazy))
print("what is left:", list(lazy))
