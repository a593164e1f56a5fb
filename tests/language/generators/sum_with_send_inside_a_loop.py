def running():
    total, count = 0, 0
    while True:
        n = yield (total / count if count else None)
        if n is None:
            return total
        total, count = total + n, count + 1


def collect(results):
    while True:
        results.append((yield from running()))


results = []
c = collect(results)
next(c)
for n in (1, 2, None, 10, None):
    print(c.send(n))
print(results)
