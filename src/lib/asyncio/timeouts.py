"""Deadlines for blocks of code: `timeout` and `timeout_at`."""

from _asyncio import current_task, get_running_loop

from .exceptions import CancelledError

__all__ = ("Timeout", "timeout", "timeout_at")

# The states of a Timeout, in the words of its repr.
_CREATED = "created"
_ENTERED = "active"
_EXPIRING = "expiring"
_EXPIRED = "expired"
_EXITED = "finished"


class Timeout:
    """Cancels the task inside its block at a deadline, and makes a TimeoutError of that.

    Made by `timeout` and `timeout_at`; only for `async with`.
    """

    # What typing.final sets; the class is not meant for subclasses.
    __final__ = True

    def __init__(self, when):
        self._state = _CREATED
        self._timer = None
        self._task = None
        self._when = when

    def when(self):
        """The deadline on the loop's clock; None when there is none."""
        return self._when

    def reschedule(self, when):
        """Move the deadline; None takes it away."""
        if self._state is not _ENTERED:
            if self._state is _CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Tell whether the deadline passed while the block ran."""
        return self._state is _EXPIRING or self._state is _EXPIRED

    def __repr__(self):
        when = ""
        if self._state is _ENTERED:
            rounded = None if self._when is None else round(self._when, 3)
            when = f" when={rounded}"
        return f"<Timeout [{self._state}]{when}>"

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        assert self._state in (_ENTERED, _EXPIRING)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state is _ENTERED:
            self._state = _EXITED
            return None
        self._state = _EXPIRED
        if self._task.uncancel() > self._cancelling or exc_type is None:
            # Someone else cancelled the task too, or the block ended in time.
            return None
        if issubclass(exc_type, CancelledError):
            raise TimeoutError from exc_val
        if exc_val is not None:
            _insert_timeout_error(exc_val)
            if isinstance(exc_val, ExceptionGroup):
                for exception in exc_val.exceptions:
                    _insert_timeout_error(exception)
        return None

    def _on_timeout(self):
        assert self._state is _ENTERED
        self._task.cancel()
        self._state = _EXPIRING
        self._timer = None


def _insert_timeout_error(exception):
    """Put a TimeoutError between an exception of the block and the cancellation it came from."""
    while exception.__context__ is not None:
        if isinstance(exception.__context__, CancelledError):
            timeout_error = TimeoutError()
            timeout_error.__context__ = timeout_error.__cause__ = exception.__context__
            exception.__context__ = timeout_error
            return
        exception = exception.__context__


def timeout(delay):
    """Cancel the block of `async with timeout(delay):` after `delay` seconds.

    The block is left with TimeoutError then. With None there is no deadline, until
    reschedule() sets one.
    """
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """Cancel the block of `async with timeout_at(when):` when loop.time() reaches `when`."""
    return Timeout(when)
