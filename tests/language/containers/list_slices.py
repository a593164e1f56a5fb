x = list(range(10))
print(x[2:5], x[:3], x[-3:], x[::3], x[::-2], x[8:2:-1], x[5:2], x[-100:100])
x[2:5] = ["a"]
x[0:0] = [1, 1]
x[::4] = [0, 0, 0]
print(x)
del x[1:4]
x[-2:] = []
print(x, x[:], x[:] is x)
for code in (
    lambda: x.__setitem__(slice(None, None, 2), [1]),
    lambda: x.__setitem__(0, 1) or x.__setitem__(99, 1),
    lambda: x[1:2:0],
    lambda: x.__setitem__(slice(0, 1), 5),
):
    try:
        code()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
