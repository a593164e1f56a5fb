"""Signals. The only one that Ouro delivers is SIGINT: Ctrl-C."""

import _signal
from _signal import NSIG, default_int_handler, raise_signal
from enum import IntEnum

__all__ = (
    "NSIG", "Signals", "Handlers", "default_int_handler", "getsignal", "raise_signal", "signal",
    "strsignal", "valid_signals", "SIG_DFL", "SIG_IGN",
)

Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module=__name__)

# The numbers of Linux, with the words for them.
_DESCRIPTIONS = {
    "SIGHUP": (1, "Hangup"),
    "SIGINT": (2, "Interrupt"),
    "SIGQUIT": (3, "Quit"),
    "SIGILL": (4, "Illegal instruction"),
    "SIGTRAP": (5, "Trace/breakpoint trap"),
    "SIGABRT": (6, "Aborted"),
    "SIGBUS": (7, "Bus error"),
    "SIGFPE": (8, "Floating point exception"),
    "SIGKILL": (9, "Killed"),
    "SIGUSR1": (10, "User defined signal 1"),
    "SIGSEGV": (11, "Segmentation fault"),
    "SIGUSR2": (12, "User defined signal 2"),
    "SIGPIPE": (13, "Broken pipe"),
    "SIGALRM": (14, "Alarm clock"),
    "SIGTERM": (15, "Terminated"),
    "SIGCHLD": (17, "Child exited"),
    "SIGCONT": (18, "Continued"),
    "SIGSTOP": (19, "Stopped (signal)"),
    "SIGTSTP": (20, "Stopped"),
    "SIGWINCH": (28, "Window changed"),
}

Signals = IntEnum(
    "Signals", [(name, number) for name, (number, _) in _DESCRIPTIONS.items()], module=__name__
)

globals().update(Handlers.__members__)
globals().update(Signals.__members__)
__all__ += tuple(Signals.__members__)


def signal(signalnum, handler):
    """Let `handler(signalnum, frame)` be called for a signal; give the handler before."""
    if isinstance(handler, Handlers):
        handler = int(handler)
    return _as_handler(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    """The handler of a signal."""
    return _as_handler(_signal.getsignal(signalnum))


def _as_handler(value):
    return Handlers(value) if type(value) is int else value


def strsignal(signalnum):
    """A description of a signal; None if there is none."""
    for number, description in _DESCRIPTIONS.values():
        if number == signalnum:
            return description
    return None


def valid_signals():
    """The signals of this platform."""
    return set(Signals)
