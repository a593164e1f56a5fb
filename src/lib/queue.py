"""Queues between threads."""

from collections import deque
from heapq import heappop, heappush
from time import monotonic as time

import threading

GenericAlias = type(list[int])

__all__ = [
    "Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue",
]


class Empty(Exception):
    """Raised by get(block=False) and after the timeout of get()."""


class Full(Exception):
    """Raised by put(block=False) and after the timeout of put()."""


class ShutDown(Exception):
    """Raised by put() and get() of a queue that was shut down."""


# The classes belong to _queue in CPython, which shows in messages.
Empty.__module__ = "_queue"


class Queue:
    """First in, first out; put() waits while `maxsize` items are in it."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        # All conditions share one lock, which protects the items.
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def task_done(self):
        """Say that an item from get() was dealt with; join() waits for that."""
        with self.all_tasks_done:
            remaining = self.unfinished_tasks - 1
            if remaining < 0:
                raise ValueError("task_done() called too many times")
            if remaining == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = remaining

    def join(self):
        """Wait until every item was dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """Return how many items there are now."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """True if there is no item now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """True if there is no room now."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Put an item in, waiting for room if need be."""
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                else:
                    self._wait(
                        self.not_full, lambda: self._qsize() >= self.maxsize, timeout, Full,
                        lambda: self.is_shutdown,
                    )
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one if need be."""
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            else:
                self._wait(
                    self.not_empty, lambda: not self._qsize(), timeout, Empty,
                    lambda: self.is_shutdown and not self._qsize(),
                )
            item = self._get()
            self.not_full.notify()
            return item

    @staticmethod
    def _wait(condition, blocked, timeout, error, shut_down):
        """Wait on a condition while `blocked()`, at most `timeout` seconds."""
        if timeout is None:
            while blocked():
                condition.wait()
                if shut_down():
                    raise ShutDown
            return
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        deadline = time() + timeout
        while blocked():
            remaining = deadline - time()
            if remaining <= 0.0:
                raise error
            condition.wait(remaining)
            if shut_down():
                raise ShutDown

    def put_nowait(self, item):
        """Put an item in, or raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    def shutdown(self, immediate=False):
        """Refuse further items; with `immediate`, drop those that are left."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    # How the items are kept; the mutex is held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(GenericAlias)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The last item put in comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """A queue without limit and without task_done()."""

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        """Put an item in; never waits."""
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one if need be."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        """Put an item in."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    def empty(self):
        """True if there is no item now."""
        return len(self._queue) == 0

    def qsize(self):
        """Return how many items there are now."""
        return len(self._queue)

    __class_getitem__ = classmethod(GenericAlias)


_PySimpleQueue = SimpleQueue
