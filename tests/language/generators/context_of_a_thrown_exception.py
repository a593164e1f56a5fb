def g():
    try:
        yield
    except ValueError as e:
        print(repr(e), repr(e.__context__))
        raise KeyError("from g")


it = g()
next(it)
try:
    try:
        raise TypeError("outside")
    except TypeError:
        it.throw(ValueError("thrown"))
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
