"""Questions about CPython's insides: whoever asks one is a test of them."""

import unittest


def has_inline_values(obj):
    raise unittest.SkipTest("where CPython keeps attributes")
