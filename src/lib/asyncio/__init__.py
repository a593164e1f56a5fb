"""Coroutines that run concurrently: tasks, the event loop, and what tasks share.

What nearly every program uses is loaded at once; the other names load their module when they are
first asked for, so that a small program starts fast.
"""

import sys

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .runners import *
from .tasks import *
from .timeouts import *

# Which module has which of the other names.
_LATER = {
    name: module
    for module, names in {
        "base_events": ("Server",),
        "locks": ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"),
        "protocols": (
            "BaseProtocol",
            "Protocol",
            "DatagramProtocol",
            "SubprocessProtocol",
            "BufferedProtocol",
        ),
        "queues": (
            "Queue",
            "PriorityQueue",
            "LifoQueue",
            "QueueFull",
            "QueueEmpty",
            "QueueShutDown",
        ),
        "streams": (
            "StreamReader",
            "StreamWriter",
            "StreamReaderProtocol",
            "open_connection",
            "start_server",
            "open_unix_connection",
            "start_unix_server",
        ),
        "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
        "taskgroups": ("TaskGroup",),
        "threads": ("to_thread",),
        "transports": (
            "BaseTransport",
            "ReadTransport",
            "WriteTransport",
            "Transport",
            "DatagramTransport",
            "SubprocessTransport",
        ),
        "unix_events": (
            "SelectorEventLoop",
            "AbstractChildWatcher",
            "SafeChildWatcher",
            "FastChildWatcher",
            "PidfdChildWatcher",
            "MultiLoopChildWatcher",
            "ThreadedChildWatcher",
            "DefaultEventLoopPolicy",
            "EventLoop",
        ),
    }.items()
    for name in names
}

# These are reached as attributes of the package, without an import of their own.
_LATER_MODULES = {
    *_LATER.values(),
    "base_tasks",
    "constants",
    "format_helpers",
    "log",
    "mixins",
    "selector_events",
    "staggered",
}

__all__ = (
    base_events.__all__
    + coroutines.__all__
    + events.__all__
    + exceptions.__all__
    + futures.__all__
    + runners.__all__
    + tasks.__all__
    + timeouts.__all__
    + tuple(name for name in _LATER if name not in base_events.__all__)
)


def __getattr__(name):
    if name in _LATER_MODULES:
        return _load(name)
    if name in _LATER:
        value = getattr(_load(_LATER[name]), name)
        globals()[name] = value
        return value
    this = sys.modules[__name__]
    error = AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=this)
    if name == "coroutine":
        error.add_note(
            "Python 3.11 removed @asyncio.coroutine: write 'async def', "
            "and 'await' instead of 'yield from'"
        )
    raise error


def _load(module):
    full_name = f"{__name__}.{module}"
    __import__(full_name)
    return sys.modules[full_name]


def __dir__():
    return sorted({*globals(), *_LATER, *_LATER_MODULES})
