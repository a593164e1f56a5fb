"""The base of the event loops that wait with a selector for the operating system's I/O."""

import sys

from . import base_events


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """An event loop without I/O: timers, callbacks and other threads are what it waits for."""

    # Python programs read this one, private as it is, to round what they measure.
    _clock_resolution = 1e-09

    def __init__(self, selector=None):
        if selector is not None:
            raise NotImplementedError(
                "a selector needs the operating system's I/O, which Ouro does not support yet"
            )
        super().__init__()
        if "logging" in sys.modules:
            # Programs that show all messages begin with this one; it names CPython's choice.
            base_events._log().debug("Using selector: %s", "EpollSelector")
