print("round is imported once")
_hidden = 1


def circle(r):
    return 3 * r * r
