def load():
    try:
        {}["k"]
    except KeyError as e:
        raise RuntimeError("cannot load") from e

load()
