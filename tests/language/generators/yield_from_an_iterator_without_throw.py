def outer():
    try:
        yield from [1, 2]
    except KeyError as e:
        print("in outer", repr(e))
        yield "after"


it = outer()
next(it)
print(it.throw(KeyError("k")))
print(next(it, "end"))
