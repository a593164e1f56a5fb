def none():
    pass


def one(a):
    pass


def two(a, b=1):
    pass


def kw(*, k):
    pass


def kws(*, k, m):
    pass


def pos(a, b, /):
    pass


def star(a, *args):
    pass


for call in (
    lambda: none(1),
    lambda: one(),
    lambda: one(1, 2),
    lambda: two(),
    lambda: two(1, 2, 3),
    lambda: one(b=1),
    lambda: one(1, a=2),
    lambda: kw(),
    lambda: kw(1),
    lambda: kws(),
    lambda: pos(1, b=2),
    lambda: pos(a=1, b=2),
    lambda: star(),
    lambda: one(**{"a": 1}, **{"a": 2}),
    lambda: one(*5),
    lambda: one(**5),
    lambda: one(**{1: 2}),
    lambda: pos(1),
):
    try:
        call()
    except TypeError as e:
        print(e)
