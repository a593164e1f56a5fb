"""The module."""

import sys


class Class:
    """The class."""

    def method(self):
        """The method."""
        assert False, "there are assertions"


try:
    Class().method()
    print("no assertions")
except AssertionError as error:
    print(error)
print(__doc__, Class.__doc__, Class.method.__doc__)
print(__debug__, eval("__debug__"), sys.flags.optimize)
exec('def f():\n    "text"\n    assert False')
print(f.__doc__)
namespace = {}
exec(compile('"doc"\nassert __debug__ is False', "<text>", "exec", optimize=1), namespace)
print(namespace["__doc__"])
