"""Lets tests that also look at CPython's C interface be imported; those that use it fail."""


def __getattr__(name):
    raise AttributeError("Ouro has no C interface")
