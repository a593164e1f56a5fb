"""Futures between threads, and the functions that wait for several of them."""

import threading
from collections import namedtuple
from time import monotonic

__all__ = ()

# When wait() returns.
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a future.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
# Cancelled, and the executor has told those who wait.
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_CANCELLED_STATES = (CANCELLED, CANCELLED_AND_NOTIFIED)
_DONE_STATES = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
# The states in which nobody will be told any more.
_NOTIFIED_STATES = (CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """The base of the errors of this package."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is done already."""


# The package's own TimeoutError became the built-in one in Python 3.11.
TimeoutError = TimeoutError

for _error in (Error, CancelledError, InvalidStateError):
    _error.__module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    """The executor cannot go on."""


def _log():
    import logging

    return logging.getLogger("concurrent.futures")


class Future:
    """The outcome of a call that another thread makes.

    Executors make futures; a program only asks them.
    """

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        # Those who wait for several futures at once.
        self._waiters = []
        self._done_callbacks = []

    __class_getitem__ = classmethod(type(list[int]))

    def __repr__(self):
        with self._condition:
            state = "cancelled" if self._state in _CANCELLED_STATES else self._state.lower()
            text = f"<{type(self).__name__} at {id(self):#x} state={state}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
            return text + ">"

    # What a program asks.

    def cancel(self):
        """Cancel the call, unless it runs already; tell whether that was possible."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _CANCELLED_STATES:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Tell whether the future was cancelled."""
        with self._condition:
            return self._state in _CANCELLED_STATES

    def running(self):
        """Tell whether the call runs now."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Tell whether the future is cancelled or finished."""
        with self._condition:
            return self._state in _DONE_STATES

    def result(self, timeout=None):
        """Wait for the result; raise the exception if there was one."""
        try:
            with self._condition:
                self._wait_until_done(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            # The exception's traceback refers to this frame: break the circle.
            self = None

    def exception(self, timeout=None):
        """Wait for the end of the call, and give its exception or None."""
        with self._condition:
            self._wait_until_done(timeout)
            return self._exception

    def _wait_until_done(self, timeout):
        """The condition must be held."""
        if self._state not in _DONE_STATES:
            self._condition.wait(timeout)
        if self._state in _CANCELLED_STATES:
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def add_done_callback(self, fn):
        """Call `fn(future)` when the future is done, in the thread that settles it."""
        with self._condition:
            if self._state not in _DONE_STATES:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            _log().exception("exception calling callback for %r", self)

    # What an executor does.

    def set_running_or_notify_cancel(self):
        """Say that the call begins; False if it was cancelled and must not begin."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, failed=False)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log().critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """The call gave a result."""
        self._settle(result, None)

    def set_exception(self, exception):
        """The call raised."""
        self._settle(None, exception)

    def _settle(self, result, exception):
        with self._condition:
            if self._state in _DONE_STATES:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add(self, failed=exception is not None)
            self._condition.notify_all()
        self._invoke_callbacks()


class _Waiter:
    """Waits for several futures: collects those that get done."""

    def __init__(self, missing, stop_on_exception):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.finished = []
        self._missing = missing
        self._stop_on_exception = stop_on_exception

    def add(self, future, failed):
        """Called by a future that is done."""
        with self.lock:
            self.finished.append(future)
            self._missing -= 1
            if self._missing <= 0 or (failed and self._stop_on_exception):
                self.event.set()

    def take(self):
        """Wait for the next ones, and give them."""
        with self.lock:
            finished, self.finished = self.finished, []
            self.event.clear()
        return finished


class _AllLocked:
    """Holds the conditions of several futures, so that none of them gets done meanwhile."""

    def __init__(self, futures):
        # Always in the same order, so that two threads cannot wait for each other.
        self._futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self._futures:
            future._condition.acquire()

    def __exit__(self, *exc):
        for future in self._futures:
            future._condition.release()


def _remove_waiter(future, waiter):
    with future._condition:
        future._waiters.remove(waiter)


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures, and give two sets of them: those done, those not done."""
    fs = set(fs)
    with _AllLocked(fs):
        done = {future for future in fs if future._state in _NOTIFIED_STATES}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(
            future._state == FINISHED and future._exception is not None for future in done
        ):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(1, stop_on_exception=False)
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            waiter = _Waiter(len(not_done), stop_on_exception=return_when == FIRST_EXCEPTION)
        else:
            raise ValueError(f"Invalid return condition: {return_when!r}")
        for future in fs:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    for future in fs:
        _remove_waiter(future, waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Give futures in the order in which they get done."""
    deadline = None if timeout is None else timeout + monotonic()
    fs = set(fs)
    total = len(fs)
    with _AllLocked(fs):
        finished = [future for future in fs if future._state in _NOTIFIED_STATES]
        pending = fs.difference(finished)
        waiter = _Waiter(1, stop_on_exception=False)
        for future in fs:
            future._waiters.append(waiter)
    # In turn: give what is done, without keeping it alive, and wait for more.
    finished.reverse()
    try:
        while True:
            while finished:
                fs.remove(finished[-1])
                pending.discard(finished[-1])
                _remove_waiter(finished[-1], waiter)
                yield finished.pop()
            if not pending:
                return
            remaining = None
            if deadline is not None:
                remaining = deadline - monotonic()
                if remaining <= 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(remaining)
            finished = waiter.take()
            finished.reverse()
    finally:
        for future in fs:
            _remove_waiter(future, waiter)


class Executor:
    """What every executor offers."""

    def submit(self, fn, /, *args, **kwargs):
        """Let `fn(*args, **kwargs)` be called, and give its future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the built-in map, with all calls under way at once."""
        deadline = None if timeout is None else timeout + monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        # Not a generator itself: the calls begin before the first result is asked for.
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those under way, or cancel those not begun."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    futures.reverse()
    try:
        while futures:
            remaining = None if deadline is None else deadline - monotonic()
            yield _result_or_cancel(futures.pop(), remaining)
    finally:
        for future in futures:
            future.cancel()


def _result_or_cancel(future, timeout):
    try:
        return future.result(timeout)
    finally:
        # If it took too long, it need not begin any more.
        future.cancel()
        del future
