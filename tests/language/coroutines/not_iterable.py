async def f():
    pass


c = f()
for call in (
    lambda: iter(c),
    lambda: list(c),
    lambda: next(c),
    lambda: len(c),
    lambda: c(),
    lambda: c[0],
    lambda: c + 1,
):
    try:
        call()
    except TypeError as e:
        print(e)
try:
    c.items()
except AttributeError as e:
    print(e)
try:
    a, b = c
except TypeError as e:
    print(e)
c.close()
