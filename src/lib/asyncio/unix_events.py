"""The names of the event loop and the policy on Unix, under which programs know them."""

from . import base_events, events

__all__ = (
    "SelectorEventLoop",
    "AbstractChildWatcher",
    "SafeChildWatcher",
    "FastChildWatcher",
    "PidfdChildWatcher",
    "MultiLoopChildWatcher",
    "ThreadedChildWatcher",
    "DefaultEventLoopPolicy",
    "EventLoop",
)


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The default event loop."""

    def __init__(self, selector=None):
        if selector is not None:
            raise NotImplementedError(
                "a selector needs the operating system's I/O, which Ouro does not support yet"
            )
        super().__init__()


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The default policy; it also keeps a watcher of child processes."""

    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def get_child_watcher(self):
        if self._watcher is None:
            raise _no_child_processes("get_child_watcher()")
        _warn_deprecated("get_child_watcher")
        return self._watcher

    def set_child_watcher(self, watcher):
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        _warn_deprecated("set_child_watcher")


class AbstractChildWatcher:
    """What every watcher of child processes offers; each method is for a subclass to write."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            _warn_deprecated("AbstractChildWatcher")

    def add_child_handler(self, pid, callback, *args):
        """Call `callback(pid, returncode, *args)` when the process `pid` ends."""
        raise NotImplementedError

    def remove_child_handler(self, pid):
        """Undo add_child_handler()."""
        raise NotImplementedError

    def attach_loop(self, loop):
        """Call the callbacks in `loop`."""
        raise NotImplementedError

    def close(self):
        """Stop watching."""
        raise NotImplementedError

    def is_active(self):
        """Tell whether the watcher is ready for use."""
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, *exc):
        raise NotImplementedError


class PidfdChildWatcher(AbstractChildWatcher):
    """Watches through a descriptor per process."""

    def __init__(self):
        raise _no_child_processes(type(self).__name__)


class SafeChildWatcher(PidfdChildWatcher):
    """Watches through SIGCHLD, asking for each process."""


class FastChildWatcher(PidfdChildWatcher):
    """Watches through SIGCHLD, asking for any process."""


class MultiLoopChildWatcher(PidfdChildWatcher):
    """Watches through SIGCHLD for loops in several threads."""


class ThreadedChildWatcher(PidfdChildWatcher):
    """Watches in a thread per process."""


def _no_child_processes(name):
    return NotImplementedError(
        f"{name} needs the operating system's processes, which Ouro does not support yet"
    )


def _warn_deprecated(name):
    import warnings

    warnings.warn(
        f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.",
        DeprecationWarning,
        stacklevel=3,
    )


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop
