def parse(text):
    try:
        return int(text)
    except ValueError:
        raise KeyError("while handling")

parse("x")
