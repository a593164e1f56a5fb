def f():
    raise


try:
    try:
        raise ValueError("original")
    except ValueError:
        try:
            raise KeyError("nested")
        except KeyError:
            pass
        f()
except ValueError as e:
    print(repr(e), e.__context__)
