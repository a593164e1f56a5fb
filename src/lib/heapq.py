"""Heaps in plain lists: the smallest item is always at index 0.

In a heap, item k is not greater than items 2k+1 and 2k+2. The functions keep
that true in about log2(n) steps.
"""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge",
           "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, start, position):
    """Move the item at `position` up until its parent isn't greater; not above `start`."""
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[position] = above
        position = parent
    heap[position] = item


def _sink(heap, position):
    """Move the item at `position` to where it belongs below.

    It goes down to a leaf first, always along the smaller child, and rises
    from there: an item from the end of the heap mostly belongs near a leaf,
    so this needs fewer comparisons than stopping on the way.
    """
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position)


def heappush(heap, item, /):
    """Put an item on the heap."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Take the smallest item off the heap and return it."""
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Take the smallest item off, then put `item` on; faster than both by themselves."""
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Put `item` on, then take the smallest item off; faster than both by themselves."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Turn a list into a heap, in place."""
    for position in reversed(range(len(heap) // 2)):
        _sink(heap, position)


# The same with the order reversed: the greatest item comes first.


def _rise_max(heap, start, position):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[position] = above
        position = parent
    heap[position] = item


def _sink_max(heap, position):
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        other = child + 1
        if other < end and not heap[other] < heap[child]:
            child = other
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise_max(heap, start, position)


def _heapify_max(heap, /):
    for position in reversed(range(len(heap) // 2)):
        _sink_max(heap, position)


def _heappop_max(heap, /):
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item, /):
    greatest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return greatest


try:
    from _heapq import (
        heapify, heappop, heappush, heappushpop, heapreplace,
        _heapify_max, _heappop_max, _heapreplace_max,
    )
except ImportError:
    pass


def merge(*iterables, key=None, reverse=False):
    """Merge sorted iterables into one sorted iterator, reading each only as needed."""
    if reverse:
        build, pop, replace = _heapify_max, _heappop_max, _heapreplace_max
        direction = -1
    else:
        build, pop, replace = heapify, heappop, heapreplace
        direction = 1

    # Entries are [key, number of the iterable, value, its __next__]; the
    # number keeps the merge stable and ends the comparison before the value.
    heap = []
    for number, iterable in enumerate(map(iter, iterables)):
        advance = iterable.__next__
        try:
            value = advance()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), number * direction, value, advance])
    build(heap)

    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                value = entry[3]()
                entry[0] = value if key is None else key(value)
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3].__self__


def _best(n, iterable, key, build, replace, direction, better):
    """The n best items, best first; `direction` numbers the items so that ties are stable."""
    source = iter(iterable)
    heap = []
    order = 0
    for value in source:
        heap.append((value if key is None else key(value), order, value))
        order += direction
        if len(heap) == n:
            break
    if not heap:
        return []
    build(heap)
    worst = heap[0][0]
    for value in source:
        rank = value if key is None else key(value)
        if better(rank, worst):
            replace(heap, (rank, order, value))
            worst = heap[0][0]
            order += direction
    heap.sort(reverse=direction < 0)
    return [value for _, _, value in heap]


def _single(pick, iterable, key):
    nothing = object()
    result = pick(iterable, default=nothing, key=key)
    return [] if result is nothing else [result]


def nsmallest(n, iterable, key=None):
    """Return the n smallest items, as sorted(iterable, key=key)[:n] does."""
    if n == 1:
        return _single(min, iterable, key)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    if n <= 0:
        return []
    return _best(n, iterable, key, _heapify_max, _heapreplace_max, 1, lambda a, b: a < b)


def nlargest(n, iterable, key=None):
    """Return the n largest items, as sorted(iterable, key=key, reverse=True)[:n] does."""
    if n == 1:
        return _single(max, iterable, key)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    if n <= 0:
        return []
    return _best(n, iterable, key, heapify, heapreplace, -1, lambda a, b: b < a)
