"""Locks, events, conditions, semaphores and barriers between tasks."""

from _collections import deque

from . import exceptions, mixins

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _ContextManagerMixin:
    """`async with` acquires and releases."""

    async def __aenter__(self):
        await self.acquire()
        # `async with lock as x` gives no object to release by hand.
        return None

    async def __aexit__(self, exc_type, exc, traceback):
        self.release()


def _describe(base, state, waiters):
    """The repr of an object with its state and the number of its waiters."""
    if waiters:
        state = f"{state}, waiters:{len(waiters)}"
    return f"<{base[1:-1]} [{state}]>"


class Lock(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Lets one task at a time in; the others wait in line."""

    def __init__(self):
        # The futures of the tasks in line; made when the first has to wait.
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return _describe(
            super().__repr__(), "locked" if self._locked else "unlocked", self._waiters
        )

    def locked(self):
        """Tell whether a task holds the lock."""
        return self._locked

    async def acquire(self):
        """Wait until the lock is free and take it."""
        if not self._locked and (not self._waiters or all(w.cancelled() for w in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            # This task may just have been chosen: let the next one have the lock.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Free the lock and wake up the first in line."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        if self._waiters:
            self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            first = self._waiters[0]
            # It is done already when it was cancelled, or woken up before.
            if not first.done():
                first.set_result(True)


class Event(mixins._LoopBoundMixin):
    """A flag for which tasks can wait."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _describe(super().__repr__(), "set" if self._value else "unset", self._waiters)

    def is_set(self):
        """Tell whether the flag is set."""
        return self._value

    def set(self):
        """Set the flag and wake up all who wait."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        """Take the flag back."""
        self._value = False

    async def wait(self):
        """Wait until the flag is set."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManagerMixin, mixins._LoopBoundMixin):
    """A lock, and a line of tasks that wait until another says that something changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _describe(
            super().__repr__(), "locked" if self.locked() else "unlocked", self._waiters
        )

    async def wait(self):
        """Free the lock, wait for notify(), and take the lock again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._take_lock_back()
        except BaseException:
            # The notification would be lost with this task: pass it on.
            self._notify(1)
            raise

    async def _take_lock_back(self):
        """Take the lock even while being cancelled: who leaves wait() must hold it."""
        cancellation = None
        while True:
            try:
                await self.acquire()
                break
            except exceptions.CancelledError as error:
                cancellation = error
        if cancellation is not None:
            try:
                raise cancellation
            finally:
                # The traceback refers to this frame: do not keep it alive in a circle.
                cancellation = None

    async def wait_for(self, predicate):
        """Wait until `predicate()` is true, and give its value."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up `n` of the tasks that wait; the lock must be held."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        """Wake up all tasks that wait."""
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Lets `value` tasks in at a time; the others wait in line."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None
        self._value = value

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return _describe(super().__repr__(), state, self._waiters)

    def locked(self):
        """Tell whether acquire() would have to wait."""
        if self._value == 0:
            return True
        if not self._waiters:
            return False
        return any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        """Wait for a free place and take it."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # release() gave this task a place: give it back.
                self._value += 1
            raise
        finally:
            # Places that came free in the meantime belong to the next in line.
            while self._value > 0:
                if not self._wake_up_next():
                    break
        return True

    def release(self):
        """Free a place and wake up the next in line."""
        self._value += 1
        if self._waiters:
            self._wake_up_next()

    def _wake_up_next(self):
        """Give a place to the first who still waits; tell whether there was one."""
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than it was acquired."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


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
