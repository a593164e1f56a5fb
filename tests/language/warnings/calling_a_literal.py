def f():
    return ("a", "b" ("c", "d"))

try:
    f()
except TypeError as e:
    print(e)
