def outer(x):
    return inner(x, y=2) + 1

def inner(x, y):
    return len(x + y)

print(outer(5))
