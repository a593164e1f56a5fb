"""Queues between tasks."""

from _collections import deque
from heapq import heappop, heappush

from . import locks, mixins

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """get_nowait() found nothing."""


class QueueFull(Exception):
    """put_nowait() found no place."""


class QueueShutDown(Exception):
    """The queue was shut down: nothing goes in any more, or nothing is left in it."""


class Queue(mixins._LoopBoundMixin):
    """First in, first out; put() waits while `maxsize` items are in it.

    A `maxsize` of zero or less means no limit.
    """

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished.set()
        self._is_shutdown = False
        self._init(maxsize)

    # A subclass may keep the items in another way by writing these three anew.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wakeup_next(self, waiters):
        """Wake up the first who still waits."""
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(type(list[int]))

    def _format(self):
        parts = [f"maxsize={self._maxsize!r}"]
        if getattr(self, "_queue", None):
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

    def qsize(self):
        """The number of items."""
        return len(self._queue)

    @property
    def maxsize(self):
        """The number of items for which there is place; zero or less means no limit."""
        return self._maxsize

    def empty(self):
        """Tell whether there is no item."""
        return not self._queue

    def full(self):
        """Tell whether there is no place."""
        return 0 < self._maxsize <= self.qsize()

    async def put(self, item):
        """Wait for a place and put `item` in."""
        while self._maxsize > 0 and self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = self._get_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except:
                _give_up(putter, self._putters)
                if not self.full() and not putter.cancelled():
                    # The place for which this task was woken up goes to the next one.
                    self._wakeup_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Put `item` in at once, or raise QueueFull."""
        if self._is_shutdown:
            raise QueueShutDown
        if self._maxsize > 0 and self.full():
            raise QueueFull
        self._put(item)
        if self._unfinished_tasks == 0:
            self._finished.clear()
        self._unfinished_tasks += 1
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        """Wait for an item and take it out."""
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = self._get_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except:
                _give_up(getter, self._getters)
                if not self.empty() and not getter.cancelled():
                    # The item for which this task was woken up goes to the next one.
                    self._wakeup_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Take an item out at once, or raise QueueEmpty."""
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Say that an item from get() was dealt with; join() waits for that."""
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        """Wait until every item was dealt with."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Let nothing in any more; `immediate` drops what is in it too.

        put() raises QueueShutDown from now on, get() as soon as nothing is left.
        """
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        for waiters in (self._getters, self._putters):
            while waiters:
                self._wakeup_next(waiters)


def _give_up(waiter, waiters):
    """Take a task that was cancelled while it waited out of the line."""
    waiter.cancel()
    try:
        waiters.remove(waiter)
    except ValueError:
        # It was woken up, which took it out already.
        pass


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
