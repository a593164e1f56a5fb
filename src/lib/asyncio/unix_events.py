"""The names of the event loop and the policy on Unix, under which programs know them."""

from . import events, selector_events

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


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """The default event loop."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The default policy; it also keeps a watcher of child processes."""

    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def get_child_watcher(self):
        if self._watcher is None:
            self._watcher = PidfdChildWatcher()
        _warn_deprecated("get_child_watcher")
        return self._watcher

    def set_child_watcher(self, watcher):
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        _warn_deprecated("set_child_watcher")

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if self._watcher is not None and events._in_main_thread():
            self._watcher.attach_loop(loop)


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


class _ChildWatcher(AbstractChildWatcher):
    """A watcher that can be made and attached, but that no process can be given to."""

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError(
            f"{type(self).__name__}.add_child_handler() needs the operating system's processes, "
            "which Ouro does not support yet"
        )

    def remove_child_handler(self, pid):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


class PidfdChildWatcher(_ChildWatcher):
    """Watches through a descriptor per process."""

    def remove_child_handler(self, pid):
        return True

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True


class ThreadedChildWatcher(PidfdChildWatcher):
    """Watches in a thread per process."""

    def __init__(self):
        self._threads = {}


class BaseChildWatcher(_ChildWatcher):
    """What the watchers that wait for SIGCHLD in one loop have in common."""

    def __init__(self):
        self._loop = None

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        self._loop = loop

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()


class SafeChildWatcher(BaseChildWatcher):
    """Watches through SIGCHLD, asking for each process."""

    def __init__(self):
        super().__init__()
        _warn_deprecated("SafeChildWatcher")


class FastChildWatcher(BaseChildWatcher):
    """Watches through SIGCHLD, asking for any process."""

    def __init__(self):
        super().__init__()
        _warn_deprecated("FastChildWatcher")


class MultiLoopChildWatcher(_ChildWatcher):
    """Watches through SIGCHLD for loops in several threads."""

    def __init__(self):
        self._attached = False
        _warn_deprecated("MultiLoopChildWatcher")

    def attach_loop(self, loop):
        self._attached = True

    def close(self):
        self._attached = False

    def is_active(self):
        return self._attached


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
