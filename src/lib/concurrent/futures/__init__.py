"""Calling functions in a pool of threads."""

from ._base import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    InvalidStateError,
    TimeoutError,
    as_completed,
    wait,
)

__all__ = (
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "ALL_COMPLETED",
    "CancelledError",
    "TimeoutError",
    "InvalidStateError",
    "BrokenExecutor",
    "Future",
    "Executor",
    "wait",
    "as_completed",
    "ProcessPoolExecutor",
    "ThreadPoolExecutor",
)


class ProcessPoolExecutor(Executor):
    """Calls functions in other processes, which Ouro cannot start."""

    def __init__(self, *args, **options):
        raise NotImplementedError(
            "ProcessPoolExecutor needs the operating system's processes, "
            "which Ouro does not support yet"
        )


def __dir__():
    return sorted({*globals(), *__all__})


def __getattr__(name):
    # Many programs only want the future: the pool of threads is loaded when it is used.
    if name == "ThreadPoolExecutor":
        from .thread import ThreadPoolExecutor

        globals()[name] = ThreadPoolExecutor
        return ThreadPoolExecutor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
