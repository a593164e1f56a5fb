"""Ctrl-C that lets the running test finish and shows the results so far."""

import weakref
from functools import wraps

__unittest = True

_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _InterruptHandler(object):
    def __init__(self, default_handler):
        import signal

        self.called = False
        self.original_handler = default_handler
        if isinstance(default_handler, int):
            if default_handler == signal.SIG_DFL:
                default_handler = signal.default_int_handler
            elif default_handler == signal.SIG_IGN:

                def default_handler(unused_signum, unused_frame):
                    pass

            else:
                raise TypeError(
                    "expected SIGINT signal handler to be signal.SIG_IGN, "
                    "signal.SIG_DFL, or a callable object"
                )
        self.default_handler = default_handler

    def __call__(self, signum, frame):
        import signal

        if signal.getsignal(signal.SIGINT) is not self:
            # Somebody replaced us and hands the signal on.
            self.default_handler(signum, frame)
        if self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in _results.keys():
            result.stop()


def registerResult(result):
    """Stop this result's run at Ctrl-C."""
    _results[result] = 1


def removeResult(result):
    """Forget a result; True if it was registered."""
    return bool(_results.pop(result, None))


def installHandler():
    """Handle Ctrl-C."""
    global _interrupt_handler
    if _interrupt_handler is None:
        import signal

        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Stop handling Ctrl-C; as a decorator, while the method runs."""
    if method is not None:

        @wraps(method)
        def inner(*args, **kwargs):
            import signal

            initial = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, initial)

        return inner

    global _interrupt_handler
    if _interrupt_handler is not None:
        import signal

        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
