def show(e):
    while e is not None:
        print(repr(e), "cause", repr(e.__cause__), "suppress", e.__suppress_context__)
        e = e.__context__


try:
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["k"]
    except KeyError:
        raise ValueError("third")
except ValueError as e:
    show(e)
