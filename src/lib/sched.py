"""Actions at certain times, by any clock."""

import heapq
import time
from collections import namedtuple
from itertools import count
import threading
from time import monotonic as _time

__all__ = ["scheduler"]

_sentinel = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """An action that waits for its time."""

    __slots__ = ()


Event.time.__doc__ = "When the action is due."
Event.priority.__doc__ = "Of actions for the same time, the one with the lowest comes first."
Event.sequence.__doc__ = "A number that grows: the order in which actions were entered."
Event.action.__doc__ = "What is called."
Event.argument.__doc__ = "The positional arguments."
Event.kwargs.__doc__ = "The arguments given by name."


class scheduler:
    """Calls actions when they are due; `timefunc` is the clock and `delayfunc` waits by it."""

    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """Enter an action for a time of the clock; the event can be given to cancel()."""
        if kwargs is _sentinel:
            kwargs = {}
        with self._lock:
            number = next(self._sequence_generator)
            event = Event(time, priority, number, action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """Enter an action for so much later."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take an event out; ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether nothing waits."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Call what is due until nothing waits; not blocking, only what is due already, and give
        how long the next event has to wait."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                is_due = event.time <= now
                if is_due:
                    heapq.heappop(self._queue)
            if is_due:
                event.action(*event.argument, **event.kwargs)
                # Others may have something to do, too.
                self.delayfunc(0)
            elif not blocking:
                return event.time - now
            else:
                self.delayfunc(event.time - now)

    @property
    def queue(self):
        """The events that wait, in the order in which they are due."""
        with self._lock:
            return sorted(self._queue)
