"""Locks, events, conditions, semaphores and barriers between tasks."""

import _asyncio

from . import exceptions, mixins

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


async def _enter(lock):
    """`__aenter__` of a lock that has an `acquire` of its own."""
    await lock.acquire()
    # `async with lock as x` gives no object to release by hand.
    return None


async def _exit(lock):
    """`__aexit__` of a lock that has a `release` of its own."""
    lock.release()


def _describe(base, state, waiters):
    """The repr of an object with its state and the number of its waiters."""
    if waiters:
        state = f"{state}, waiters:{len(waiters)}"
    return f"<{base[1:-1]} [{state}]>"


class Lock(_asyncio.Lock):
    """Lets one task at a time in; the others wait in line."""

    def __init__(self):
        pass

    def __repr__(self):
        return _describe(object.__repr__(self), _locked_or_not(self), self._waiters)


def _locked_or_not(lock):
    return "locked" if lock.locked() else "unlocked"


class Event(_asyncio.Event):
    """A flag for which tasks can wait."""

    def __init__(self):
        pass

    def __repr__(self):
        state = "set" if self.is_set() else "unset"
        return _describe(object.__repr__(self), state, self._waiters)


class Condition(_asyncio.Condition):
    """A lock, and a line of tasks that wait until another says that something changed."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock

    def __repr__(self):
        return _describe(object.__repr__(self), _locked_or_not(self), self._waiters)

    async def wait_for(self, predicate):
        """Wait until `predicate()` is true, and give its value."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result


async def _wait(condition):
    """`wait()` of a condition with a lock that is no plain Lock."""
    if not condition.locked():
        raise RuntimeError("cannot wait on un-acquired lock")
    waiter = condition._new_waiter()
    try:
        condition.release()
        try:
            try:
                await waiter
                return True
            finally:
                condition._forget_waiter(waiter)
        finally:
            await _take_lock_back(condition)
    except BaseException:
        # The notification would be lost with this task: pass it on.
        condition._notify(1)
        raise


async def _take_lock_back(condition):
    """Take the lock even while being cancelled: who leaves wait() must hold it."""
    cancellation = None
    while True:
        try:
            await condition.acquire()
            break
        except exceptions.CancelledError as error:
            cancellation = error
    if cancellation is not None:
        try:
            raise cancellation
        finally:
            # The traceback refers to this frame: do not keep it alive in a circle.
            cancellation = None


class Semaphore(_asyncio.Semaphore):
    """Lets `value` tasks in at a time; the others wait in line."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return _describe(object.__repr__(self), state, self._waiters)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound_value = value


# The states of a Barrier, in the words of its repr.
_FILLING = "filling"
_DRAINING = "draining"
_RESETTING = "resetting"
_BROKEN = "broken"


class Barrier(mixins._LoopBoundMixin):
    """Holds tasks back until `parties` of them have come, then lets them all go on."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = _FILLING
        # How many tasks are inside wait().
        self._count = 0

    def __repr__(self):
        extra = self._state
        if not self.broken:
            extra += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{super().__repr__()[1:-1]} [{extra}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc):
        pass

    async def wait(self):
        """Wait for the others; gives each task a number of its own from 0 to `parties` - 1."""
        async with self._cond:
            await self._wait_for_entry()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._open()
                else:
                    await self._wait_for_opening()
                return index
            finally:
                self._count -= 1
                self._leave()

    async def _wait_for_entry(self):
        """Let those of the last round leave first."""
        await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
        if self._state is _BROKEN:
            raise exceptions.BrokenBarrierError("Barrier aborted")

    def _open(self):
        """The last one has come."""
        self._state = _DRAINING
        self._cond.notify_all()

    async def _wait_for_opening(self):
        await self._cond.wait_for(lambda: self._state is not _FILLING)
        if self._state in (_BROKEN, _RESETTING):
            raise exceptions.BrokenBarrierError("Abort or reset of barrier")

    def _leave(self):
        """The last one to leave makes the barrier ready for the next round."""
        if self._count == 0:
            if self._state in (_RESETTING, _DRAINING):
                self._state = _FILLING
            self._cond.notify_all()

    async def reset(self):
        """Empty the barrier: those who wait get BrokenBarrierError."""
        async with self._cond:
            self._state = _RESETTING if self._count > 0 else _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Break the barrier for good: all who wait or come get BrokenBarrierError."""
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        """How many tasks pass the barrier together."""
        return self._parties

    @property
    def n_waiting(self):
        """How many tasks wait now."""
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        """Tell whether the barrier was broken."""
        return self._state is _BROKEN
