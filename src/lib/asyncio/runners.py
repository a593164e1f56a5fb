"""Running a coroutine from start to end: `run` and the `Runner` under it."""

from _asyncio import _pass_over_tasks
from _contextvars import copy_context

from . import base_events, coroutines, events, exceptions, tasks

__all__ = ("Runner", "run")

_CREATED, _INITIALIZED, _CLOSED = "created", "initialized", "closed"


class Runner:
    """Keeps one event loop and one context for several calls of run().

        with asyncio.Runner() as runner:
            runner.run(first())
            runner.run(second())

    Leaving the block cancels the tasks that are left and closes the loop.
    """

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._interrupt_count = 0
        self._set_event_loop = False

    def __enter__(self):
        self._prepare()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        """Cancel what is left, shut generators and threads down, and close the loop."""
        if self._state is not _INITIALIZED:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            if not _is_shut_down_at_once(loop):
                from .constants import THREAD_JOIN_TIMEOUT

                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.run_until_complete(loop.shutdown_default_executor(THREAD_JOIN_TIMEOUT))
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def get_loop(self):
        """The loop of this runner."""
        self._prepare()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine in the runner's loop and give its result."""
        if not coroutines.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._prepare()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        restore = self._catch_interrupts(task)
        self._interrupt_count = 0
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._interrupt_count > 0:
                uncancel = getattr(task, "uncancel", None)
                if uncancel is not None and uncancel() == 0:
                    raise KeyboardInterrupt()
            raise
        finally:
            if restore is not None:
                restore()

    def _prepare(self):
        """Make the loop and the context, the first time."""
        if self._state is _CLOSED:
            raise RuntimeError("Runner is closed")
        if self._state is _INITIALIZED:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            if not self._set_event_loop:
                events.set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = _INITIALIZED

    def _catch_interrupts(self, task):
        """Let Ctrl-C cancel `task`, unless the program handles it; give a function that undoes it."""
        if not events._in_main_thread():
            return None
        try:
            import _signal as signal
        except ImportError:
            # A host without signals.
            return None
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return None

        def handler(signum, frame):
            self._on_interrupt(task)

        try:
            signal.signal(signal.SIGINT, handler)
        except ValueError:
            # Only the main thread of the main interpreter may set handlers.
            return None

        def restore():
            if signal.getsignal(signal.SIGINT) is handler:
                signal.signal(signal.SIGINT, signal.default_int_handler)

        return restore

    def _on_interrupt(self, task):
        self._interrupt_count += 1
        if self._interrupt_count > 1 or task.done():
            raise KeyboardInterrupt()
        task.cancel()
        # The loop may be waiting for its next timer: wake it up.
        self._loop.call_soon_threadsafe(lambda: None)


def run(main, *, debug=None, loop_factory=None):
    """Run the coroutine `main` in a new event loop and give its result.

    At the end the tasks that are left are cancelled, asynchronous generators are closed, and the
    threads of the default executor are waited for.
    """
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _shutdown_methods(loop_class):
    return (
        loop_class.run_until_complete,
        loop_class.run_forever,
        loop_class.shutdown_asyncgens,
        loop_class.shutdown_default_executor,
    )


_OWN_SHUTDOWN_METHODS = _shutdown_methods(base_events.BaseEventLoop)
# A loop that has other attributes has had generators or threads, or is somebody's own.
_ATTRIBUTES_OF_ANY_LOOP = frozenset({"_hooks_before_run", "_stopping", "_origin_depth_before_run"})


def _is_shut_down_at_once(loop):
    """Shut a loop down that has neither generators nor threads nor anything else to do.

    Two tasks that do nothing would run for that; they are only counted, as tasks have numbers.
    """
    from .unix_events import SelectorEventLoop

    if (
        type(loop) is not SelectorEventLoop
        or not _ATTRIBUTES_OF_ANY_LOOP.issuperset(loop.__dict__)
        or _shutdown_methods(SelectorEventLoop) != _OWN_SHUTDOWN_METHODS
        or not _pass_over_tasks(loop, 2)
    ):
        return False
    loop._asyncgens_shutdown_called = loop._executor_shutdown_called = True
    return True


def _cancel_all_tasks(loop):
    """Cancel what still runs in `loop`, and report what fails while being cancelled."""
    # A set has no order: by address, older tasks mostly come first, and in the same order each time.
    remaining = sorted(tasks.all_tasks(loop), key=id)
    if not remaining:
        return
    for task in remaining:
        task.cancel()
    loop.run_until_complete(tasks.gather(*remaining, return_exceptions=True))
    for task in remaining:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(),
                    "task": task,
                }
            )
