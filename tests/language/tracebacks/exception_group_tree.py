def make(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        return e

raise ExceptionGroup("top", [make(1), ExceptionGroup("nested", [make(2), TypeError("bare")]), KeyError("k")])
