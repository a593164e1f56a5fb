"""Tasks, and the functions that wait for several of them."""

from _asyncio import (
    Task,
    _enter_task,
    _leave_task,
    _register_eager_task,
    _register_task,
    _swap_current_task,
    _unregister_eager_task,
    _unregister_task,
    all_tasks,
    create_task,
    current_task,
    get_event_loop,
    gather,
    get_running_loop,
    sleep,
)
from types import CoroutineType

from . import coroutines, exceptions, futures, timeouts

__all__ = (
    "Task",
    "create_task",
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "ALL_COMPLETED",
    "wait",
    "wait_for",
    "as_completed",
    "sleep",
    "gather",
    "shield",
    "ensure_future",
    "run_coroutine_threadsafe",
    "current_task",
    "all_tasks",
    "create_eager_task_factory",
    "eager_task_factory",
    "_register_task",
    "_unregister_task",
    "_enter_task",
    "_leave_task",
)

# When wait() returns; concurrent.futures has the same three words.
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


# Making tasks.


def ensure_future(coro_or_future, *, loop=None):
    """Give a future as it is, and wrap a coroutine or another awaitable in a task."""
    if type(coro_or_future) is not CoroutineType:
        if futures.isfuture(coro_or_future):
            if loop is not None and loop is not futures._get_loop(coro_or_future):
                raise ValueError(
                    "The future belongs to a different loop than "
                    "the one specified as the loop argument"
                )
            return coro_or_future
        if not coroutines.iscoroutine(coro_or_future):
            if not hasattr(type(coro_or_future), "__await__"):
                from inspect import isawaitable

                if not isawaitable(coro_or_future):
                    raise TypeError(
                        "An asyncio.Future, a coroutine or an awaitable is required"
                    )
            if loop is None:
                loop = get_event_loop()

            async def _wrap_awaitable(awaitable):
                return await awaitable

            return loop.create_task(_wrap_awaitable(coro_or_future))
    if loop is None:
        loop = get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        coro_or_future.close()
        raise


def create_eager_task_factory(custom_task_constructor):
    """Make a task factory whose tasks take their first step at once.

    The constructor is called like `Task`, with `eager_start=True`.
    """

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(
            coro, loop=loop, name=name, context=context, eager_start=True
        )

    return factory


eager_task_factory = create_eager_task_factory(Task)


# Waiting for others.


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures and tasks, and give two sets of them: those done, those pending.

    A timeout raises nothing: it only ends the waiting.
    """
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    for future in fs:
        if coroutines.iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    remaining = len(fs)

    def _on_completion(future):
        nonlocal remaining
        remaining -= 1
        if remaining > 0 and return_when != FIRST_COMPLETED:
            if return_when != FIRST_EXCEPTION or future.cancelled():
                return
            if future.exception() is None:
                return
        if timer is not None:
            timer.cancel()
        _release_waiter(waiter)

    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)

    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Wait for a future or coroutine, for at most `timeout` seconds.

    After that time it is cancelled, and TimeoutError is raised when it has ended.
    """
    if timeout is None or not timeout <= 0:
        async with timeouts.timeout(timeout):
            return await fut

    # No time at all: what is not done already is cancelled.
    fut = ensure_future(fut)
    if fut.done():
        return fut.result()
    await _cancel_and_wait(fut)
    try:
        return fut.result()
    except exceptions.CancelledError as error:
        raise TimeoutError from error


async def _cancel_and_wait(fut):
    """Cancel `fut` and wait until it is done."""
    waiter = get_running_loop().create_future()

    def release(fut):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        # Not `await fut`: its cancellation could not be told from that of the caller.
        await waiter
    finally:
        fut.remove_done_callback(release)


def as_completed(fs, *, timeout=None):
    """Iterate over awaitables in the order in which they get done.

    `async for` gives the futures themselves, and tasks for the coroutines; a plain `for` gives
    coroutines that wait for the next result. The coroutines start in the order of `fs`.
    """
    if type(fs) is not list:
        from inspect import isawaitable

        if isawaitable(fs):
            raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _AsCompletedIterator:
    """What as_completed() gives: an iterator and an asynchronous iterator."""

    def __init__(self, awaitables, timeout):
        from .queues import Queue

        self._done = Queue()
        self._timer = None
        loop = get_event_loop()
        # A dict keeps the order of the arguments, which a set would not.
        self._todo = dict.fromkeys(
            ensure_future(awaitable, loop=loop) for awaitable in dict.fromkeys(awaitables)
        )
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._remaining = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._remaining:
            raise StopAsyncIteration
        self._remaining -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._remaining:
            raise StopIteration
        self._remaining -= 1
        return self._wait_for_one(resolve=True)

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if resolve else future

    def _handle_completion(self, future):
        if not self._todo:
            # The timeout came first.
            return
        del self._todo[future]
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            # Whoever waits for this one learns of the timeout.
            self._done.put_nowait(None)
        self._todo.clear()


def shield(arg):
    """Wait for `arg` without handing the cancellation of the waiting task on to it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody will ask: mark the exception as retrieved.
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            exception = inner.exception()
            if exception is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(exception)

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


# From another thread.


def run_coroutine_threadsafe(coro, loop):
    """Run a coroutine in `loop`, which runs in another thread.

    Gives a future of `concurrent.futures`, whose result() waits.
    """
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as ThreadFuture

    future = ThreadFuture()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future


# CPython has a second implementation of tasks in Python; its own tests ask for both.
_PyTask = _CTask = Task
_py_current_task = _c_current_task = current_task
_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_register_eager_task = _c_register_eager_task = _register_eager_task
_py_unregister_eager_task = _c_unregister_eager_task = _unregister_eager_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task
_py_swap_current_task = _c_swap_current_task = _swap_current_task
