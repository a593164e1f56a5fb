def g():
    got = []
    while len(got) < 3:
        got.append((yield len(got)))
    return got


it = g()
print(next(it), it.send("a"), it.send("b"))
try:
    it.send("c")
except StopIteration as stop:
    print(stop.value, stop.args)
