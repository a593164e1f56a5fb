"""Module.

>>> 1 + 1
2
>>> add(1, 2)
4
"""
import doctest
def add(a, b):
    """Add.

    >>> add(1, 2)
    3
    >>> add("a", "b")
    'ab'
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> add(1, None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
    >>> print("x\\n\\ny")
    x
    <BLANKLINE>
    y
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> 5 # doctest: +SKIP
    6
    >>> None
    >>> add(3, 4)
    """
    return a + b
class C:
    """C

    >>> C().m()
    1
    """
    def m(self):
        """
        >>> C().m()
        1
        """
        return 1
if __name__ == "__main__":
    print(doctest.testmod())
    print(doctest.testmod(verbose=True))
