def depth(n):
    if n:
        got = yield from depth(n - 1)
        return got + 1
    got = yield "bottom"
    return got


it = depth(200)
print(next(it))
try:
    it.send(0)
except StopIteration as e:
    print(e.value)
