"""Futures, and the bridge to the futures of `concurrent.futures`."""

from _asyncio import Future, get_event_loop

from . import exceptions

__all__ = ("Future", "wrap_future", "isfuture")


def isfuture(obj):
    """Tell whether `obj` is a future, or says that it behaves as one.

    A class says so with an attribute `_asyncio_future_blocking` that is not None.
    """
    return (
        hasattr(obj.__class__, "_asyncio_future_blocking")
        and obj._asyncio_future_blocking is not None
    )


def _get_loop(future):
    try:
        get_loop = future.get_loop
    except AttributeError:
        return future._loop
    return get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def wrap_future(future, *, loop=None):
    """Make a future of `concurrent.futures` awaitable."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as ThreadFuture

    assert isinstance(future, ThreadFuture), (
        f"concurrent.futures.Future is expected, got {future!r}"
    )
    if loop is None:
        loop = get_event_loop()
    awaitable = loop.create_future()
    _chain_future(future, awaitable)
    return awaitable


def _chain_future(source, destination):
    """Hand the outcome of `source` to `destination`, and a cancellation the other way.

    Each of the two may be a future of asyncio or of `concurrent.futures`.
    """
    source_loop = _loop_of_either(source, "source")
    destination_loop = _loop_of_either(destination, "destination")

    def _call_check_cancel(destination):
        if not destination.cancelled():
            return
        if source_loop is None or source_loop is destination_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        closed = destination_loop is not None and destination_loop.is_closed()
        if destination_loop is None or destination_loop is source_loop:
            if not (closed and destination.cancelled()):
                settle(source, destination)
        elif not closed:
            destination_loop.call_soon_threadsafe(settle, source, destination)

    settle = _set_concurrent_future_state if destination_loop is None else _copy_future_state
    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _loop_of_either(future, role):
    """The loop of a future of asyncio; None for one of `concurrent.futures`."""
    if isfuture(future):
        return _get_loop(future)
    from concurrent.futures import Future as ThreadFuture

    if not isinstance(future, ThreadFuture):
        raise TypeError(f"A future is required for {role} argument")
    return None


def _copy_future_state(source, destination):
    """Settle a future of asyncio as `source` of either kind is settled."""
    assert source.done()
    if destination.cancelled():
        return
    assert not destination.done()
    if source.cancelled():
        destination.cancel()
        return
    exception = source.exception()
    if exception is None:
        destination.set_result(source.result())
    else:
        destination.set_exception(_convert_future_exc(exception))


def _set_concurrent_future_state(source, destination):
    """Settle a future of `concurrent.futures` as `source` of either kind is settled."""
    assert source.done()
    if source.cancelled():
        destination.cancel()
    if not destination.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is None:
        destination.set_result(source.result())
    else:
        destination.set_exception(_convert_future_exc(exception))


def _convert_future_exc(exception):
    from concurrent import futures

    if type(exception) is futures.CancelledError:
        kind = exceptions.CancelledError
    elif type(exception) is futures.InvalidStateError:
        kind = exceptions.InvalidStateError
    else:
        return exception
    return kind(*exception.args).with_traceback(exception.__traceback__)


# CPython has a second implementation of futures in Python; its own tests ask for both.
_PyFuture = _CFuture = Future
