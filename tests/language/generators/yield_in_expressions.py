def g():
    x = [(yield 1), (yield 2)]
    print(x)
    y = (yield) + (yield)
    print(y)
    print(f"{(yield 'f')}")
    z = yield 1, 2
    print(z)


it = g()
print(next(it), it.send("a"), it.send("b"), it.send(3), it.send(4), it.send("text"))
print(next(it, "end"))
