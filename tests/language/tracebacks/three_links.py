try:
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            raise TypeError(2) from e
    except TypeError:
        raise KeyError(3)
except KeyError:
    raise OSError(4)
