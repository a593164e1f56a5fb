"""The exceptions of asyncio."""

from _asyncio import CancelledError, InvalidStateError

__all__ = (
    "BrokenBarrierError",
    "CancelledError",
    "InvalidStateError",
    "TimeoutError",
    "IncompleteReadError",
    "LimitOverrunError",
    "SendfileNotAvailableError",
)

# asyncio's own TimeoutError became the built-in one in Python 3.11.
TimeoutError = TimeoutError


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted, or reset, while tasks waited at it."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send a file through this kind of socket."""


class IncompleteReadError(EOFError):
    """The stream ended before the wanted bytes came.

    `partial` holds what was read, `expected` the wanted number of bytes (None when unknown).
    """

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer grew over its limit before the separator came.

    `consumed` is the number of bytes that the reader should take out of the buffer.
    """

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
