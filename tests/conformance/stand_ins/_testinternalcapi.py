"""Questions about CPython's insides: whoever asks one is a test of them."""

import unittest


def suppress_immortalization(suppress=True):
    """In Ouro no object is immortal."""


def __getattr__(name):
    def ask(*args, **kwargs):
        raise unittest.SkipTest(f"{name} asks about CPython's insides")

    return ask
