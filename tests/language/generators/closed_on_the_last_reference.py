def g(name):
    try:
        yield name
    finally:
        print("closed", name)


it = g("a")
next(it)
it = g("b")
print("rebound")
next(it)
del it
print("deleted")


def f():
    local = g("c")
    next(local)
    print("leaving f")


f()
next(g("d"))
print("after the expression")
for x in g("e"):
    break
print("after break")
