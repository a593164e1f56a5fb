a = [1, 2]
b = {"x": 1}
print([*a, *a, 3], (*a,), {*a, 9}, {**b, "y": 2, **{"x": 5}})
print(*a, *"xy", sep=",")


def f(*args, **kw):
    return args, kw


print(f(*a, 0, *a, k=1, **b))
x = *a, 3
print(x)
for i in *a, 7:
    print(i, end=" ")
print()
