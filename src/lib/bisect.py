"""Binary search in sorted lists."""

from operator import index as _index


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Return where to insert x so that it comes after all equal items."""
    lo = _index(lo)
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle] if key is None else key(a[middle])
        if x < item:
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Return where to insert x so that it comes before all equal items."""
    lo = _index(lo)
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle] if key is None else key(a[middle])
        if item < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert x and keep the list sorted, after all equal items."""
    wanted = x if key is None else key(x)
    position = bisect_right(a, wanted, lo, hi, key=key)
    a.insert(position, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert x and keep the list sorted, before all equal items."""
    wanted = x if key is None else key(x)
    position = bisect_left(a, wanted, lo, hi, key=key)
    a.insert(position, x)


try:
    from _bisect import bisect_left, bisect_right, insort_left, insort_right
except ImportError:
    pass

bisect = bisect_right
insort = insort_right
