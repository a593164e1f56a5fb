def g(x):
    yield from x


for bad in (5, None, len):
    try:
        next(g(bad))
    except TypeError as e:
        print(e)
