"""Which event loop is in use: the running one, the thread's current one, and policies."""

import sys

from _asyncio import (
    Handle,
    TimerHandle,
    _get_running_loop,
    _set_running_loop,
    get_event_loop,
    get_running_loop,
)
from _thread import _get_main_thread_ident, get_ident

from .abstract import AbstractEventLoop, AbstractServer

__all__ = (
    "AbstractEventLoopPolicy",
    "AbstractEventLoop",
    "AbstractServer",
    "Handle",
    "TimerHandle",
    "get_event_loop_policy",
    "set_event_loop_policy",
    "get_event_loop",
    "set_event_loop",
    "new_event_loop",
    "get_child_watcher",
    "set_child_watcher",
    "_set_running_loop",
    "get_running_loop",
    "_get_running_loop",
)

# The policy of the whole program; the default one is made when it is first asked for.
_event_loop_policy = None


class AbstractEventLoopPolicy:
    """Decides which loop is current and how new loops are made."""

    def get_event_loop(self):
        """The current event loop of this context."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Make `loop` the current one of this context."""
        raise NotImplementedError

    def new_event_loop(self):
        """Make a new loop by the rules of this policy; it does not become the current one."""
        raise NotImplementedError

    def get_child_watcher(self):
        """The object that watches child processes."""
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        """Let `watcher` watch child processes."""
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Gives each thread its own current loop; only the main thread gets one without asking."""

    _loop_factory = None

    def __init__(self):
        self._main_thread = _CurrentLoop()
        self._other_threads = None

    @property
    def _local(self):
        """What this policy keeps for the thread that asks."""
        if _in_main_thread():
            return self._main_thread
        if self._other_threads is None:
            import threading

            class ThreadLocal(_CurrentLoop, threading.local):
                pass

            self._other_threads = ThreadLocal()
        return self._other_threads

    def get_event_loop(self):
        local = self._local
        if local._loop is None:
            if local._set_called or not _in_main_thread():
                name = _current_thread_name()
                raise RuntimeError(f"There is no current event loop in thread {name!r}.")
            _warn_about_missing_loop()
            self.set_event_loop(self.new_event_loop())
        return local._loop

    def set_event_loop(self, loop):
        local = self._local
        local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                "loop must be an instance of AbstractEventLoop or None, "
                f"not '{type(loop).__name__}'"
            )
        local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


class _CurrentLoop:
    """A thread's current loop, and whether the program ever chose one."""

    _loop = None
    _set_called = False


# The main thread does without the module `threading`, which most programs never load.


def _in_main_thread():
    return get_ident() == _get_main_thread_ident()


def _current_thread_name():
    if "threading" not in sys.modules and _in_main_thread():
        return "MainThread"
    from threading import current_thread

    return current_thread().name


def _warn_about_missing_loop():
    """Give the DeprecationWarning at the line outside asyncio that wanted a loop."""
    import warnings

    # Counted from here: this function, the policy's method, and further frames of asyncio.
    level = 1
    frame = sys._getframe()
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module != "asyncio" and not module.startswith("asyncio."):
            break
        frame = frame.f_back
        level += 1
    warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=level)


def get_event_loop_policy():
    """The policy in use."""
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy

        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Use `policy` from now on; None brings the default one back."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            "policy must be an instance of AbstractEventLoopPolicy or None, "
            f"not '{type(policy).__name__}'"
        )
    _event_loop_policy = policy


def set_event_loop(loop):
    """Make `loop` the current one of this thread."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """Make a new event loop."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """The policy's watcher of child processes."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Let the policy use `watcher` for child processes."""
    return get_event_loop_policy().set_child_watcher(watcher)


# CPython has a second implementation of these in Python; its own tests ask for both.
_py__get_running_loop = _c__get_running_loop = _get_running_loop
_py__set_running_loop = _c__set_running_loop = _set_running_loop
_py_get_running_loop = _c_get_running_loop = get_running_loop
_py_get_event_loop = _c_get_event_loop = get_event_loop
