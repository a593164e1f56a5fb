"""Queues between tasks."""

import _asyncio
from heapq import heappop, heappush

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """get_nowait() found nothing."""


class QueueFull(Exception):
    """put_nowait() found no place."""


class QueueShutDown(Exception):
    """The queue was shut down: nothing goes in any more, or nothing is left in it."""


class Queue(_asyncio.Queue):
    """First in, first out; put() waits while `maxsize` items are in it.

    A `maxsize` of zero or less means no limit. A subclass may keep the items in another way by
    writing `_init`, `_put` and `_get` anew.
    """

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._init(maxsize)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(type(list[int]))

    def _format(self):
        parts = [f"maxsize={self._maxsize!r}"]
        if self._queue:
            parts.append(f"_queue={list(self._queue)!r}")
        if self._getters:
            parts.append(f"_getters[{len(self._getters)}]")
        if self._putters:
            parts.append(f"_putters[{len(self._putters)}]")
        if self._unfinished_tasks:
            parts.append(f"tasks={self._unfinished_tasks}")
        if self._is_shutdown:
            parts.append("shutdown")
        return " ".join(parts)


class PriorityQueue(Queue):
    """The smallest item first; often pairs of a priority and data."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
