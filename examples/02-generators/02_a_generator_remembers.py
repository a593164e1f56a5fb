"""A suspended generator keeps its local variables: two of them never mix."""


def counter(name):
    count = 0
    while True:
        count += 1
        yield f"{name} {count}"


left = counter("left")
right = counter("right")

print(next(left))
print(next(left))
print(next(right))
print(next(left))
print(next(right))
