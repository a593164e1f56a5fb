"""The text ends where a block should begin: there is no place to point to."""


def f():
    for i in range(3):
