"""A decorator of nothing."""


def f():
    @staticmethod
def g():
    pass
