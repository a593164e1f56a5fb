"""Streams: reading and writing a connection with `await`."""

import sys
from _collections import deque

from _asyncio import get_event_loop, get_running_loop

from . import coroutines, exceptions, protocols, tasks
from .log import logger

__all__ = (
    "StreamReader",
    "StreamWriter",
    "StreamReaderProtocol",
    "open_connection",
    "start_server",
    "open_unix_connection",
    "start_unix_server",
)

_DEFAULT_LIMIT = 2**16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect over TCP, and give a reader and a writer."""
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve over TCP: `client_connected_cb(reader, writer)` is called for each connection."""
    loop = get_running_loop()
    factory = _server_protocol_factory(client_connected_cb, limit, loop)
    return await loop.create_server(factory, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect over a Unix socket, and give a reader and a writer."""
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve at a Unix socket."""
    loop = get_running_loop()
    factory = _server_protocol_factory(client_connected_cb, limit, loop)
    return await loop.create_unix_server(factory, path, **kwds)


def _server_protocol_factory(client_connected_cb, limit, loop):
    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return factory


class FlowControlMixin(protocols.Protocol):
    """Makes writers wait while the transport's buffer is full."""

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False

    def pause_writing(self):
        assert not self._paused
        self._paused = True
        if self._loop.get_debug():
            logger.debug("%r pauses writing", self)

    def resume_writing(self):
        assert self._paused
        self._paused = False
        if self._loop.get_debug():
            logger.debug("%r resumes writing", self)
        self._release_writers(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._release_writers(exc)

    def _release_writers(self, exc):
        for waiter in self._drain_waiters:
            if waiter.done():
                continue
            if exc is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    """Hands what a transport receives to a StreamReader."""

    _source_traceback = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader_ref = None
        if stream_reader is not None:
            import weakref

            self._stream_reader_ref = weakref.ref(stream_reader)
            self._source_traceback = stream_reader._source_traceback
        # A server's reader lives here until its callback has it.
        self._strong_reader = stream_reader if client_connected_cb is not None else None
        self._reject_connection = False
        self._task = None
        self._transport = None
        self._client_connected_cb = client_connected_cb
        self._over_ssl = False
        self._closed = self._loop.create_future()

    @property
    def _stream_reader(self):
        return None if self._stream_reader_ref is None else self._stream_reader_ref()

    def _replace_transport(self, transport):
        self._transport = transport
        self._over_ssl = transport.get_extra_info("sslcontext") is not None

    def connection_made(self, transport):
        if self._reject_connection:
            context = {
                "message": "An open stream was garbage collected prior to "
                'establishing network connection; call "stream.close()" explicitly.'
            }
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
            transport.abort()
            return
        self._replace_transport(transport)
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is not None:
            self._start_client(transport, reader)
            self._strong_reader = None

    def _start_client(self, transport, reader):
        """Call the server's callback; if it is a coroutine, let it run as a task."""
        writer = StreamWriter(transport, self, reader, self._loop)
        result = self._client_connected_cb(reader, writer)
        if not coroutines.iscoroutine(result):
            return

        def callback(task):
            if task.cancelled():
                transport.close()
                return
            exc = task.exception()
            if exc is not None:
                self._loop.call_exception_handler(
                    {
                        "message": "Unhandled exception in client_connected_cb",
                        "exception": exc,
                        "transport": transport,
                    }
                )
                transport.close()

        self._task = self._loop.create_task(result)
        self._task.add_done_callback(callback)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
        super().connection_lost(exc)
        self._stream_reader_ref = None
        self._task = None
        self._transport = None

    def data_received(self, data):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_data(data)

    def eof_received(self):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof()
        # Over TLS one direction cannot be closed alone.
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):
        closed = getattr(self, "_closed", None)
        if closed is not None and closed.done() and not closed.cancelled():
            # Nobody waited for the end: its exception is not worth a report.
            closed.exception()


class StreamWriter:
    """Writes to a transport; `await drain()` waits until its buffer has place."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop
        self._complete_fut = self._loop.create_future()
        self._complete_fut.set_result(None)

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<{type(self).__name__} transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        """The transport below."""
        return self._transport

    def write(self, data):
        """Send bytes."""
        self._transport.write(data)

    def writelines(self, data):
        """Send several pieces."""
        self._transport.writelines(data)

    def write_eof(self):
        """Send what is in the buffer and close this direction."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Tell whether write_eof() is possible."""
        return self._transport.can_write_eof()

    def close(self):
        """Send what is in the buffer and close the connection."""
        return self._transport.close()

    def is_closing(self):
        """Tell whether the connection is closed or about to be."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        """A fact about the connection."""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Wait until the buffer has place."""
        if self._reader is not None:
            exc = self._reader.exception()
            if exc is not None:
                raise exc
        if self._transport.is_closing():
            # Let the protocol learn of a lost connection, which is reported below.
            await tasks.sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, **options):
        """Encrypt the connection from now on."""
        server_side = self._protocol._client_connected_cb is not None
        await self.drain()
        transport = await self._loop.start_tls(
            self._transport, self._protocol, sslcontext, server_side=server_side, **options
        )
        self._transport = transport
        self._protocol._replace_transport(transport)

    def __del__(self):
        if self._transport.is_closing():
            return
        import warnings

        if self._loop.is_closed():
            warnings.warn("loop is closed", ResourceWarning)
        else:
            self.close()
            warnings.warn(f"unclosed {self!r}", ResourceWarning)


class StreamReader:
    """Collects the bytes that feed_data() brings and gives them out in pieces."""

    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False
        if self._loop.get_debug():
            from .format_helpers import extract_stack

            self._source_traceback = extract_stack(sys._getframe(1))

    def __repr__(self):
        parts = ["<StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            parts.append(f"limit={self._limit}")
        if self._waiter:
            parts.append(f"waiter={self._waiter!r}")
        if self._exception:
            parts.append(f"exception={self._exception!r}")
        if self._transport:
            parts.append(f"transport={self._transport!r}")
        if self._paused:
            parts.append("paused")
        return " ".join(parts) + ">"

    # What a protocol calls.

    def exception(self):
        """The exception set last, or None."""
        return self._exception

    def set_exception(self, exc):
        """Let the next read fail."""
        self._exception = exc
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(exc)

    def set_transport(self, transport):
        """The transport that can be told to pause."""
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def feed_eof(self):
        """No more bytes will come."""
        self._eof = True
        self._wakeup_waiter()

    def feed_data(self, data):
        """Bytes came."""
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        self._wakeup_waiter()
        if (
            self._transport is not None
            and not self._paused
            and len(self._buffer) > 2 * self._limit
        ):
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                # This transport cannot pause: the buffer has to grow.
                self._transport = None
            else:
                self._paused = True

    def _wakeup_waiter(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_result(None)

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    # What a program calls.

    def at_eof(self):
        """Tell whether all bytes were read and no more will come."""
        return self._eof and not self._buffer

    async def _wait_for_data(self, method):
        if self._waiter is not None:
            raise RuntimeError(
                f"{method}() called while another coroutine is "
                "already waiting for incoming data"
            )
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            # The bytes waited for are beyond the limit: without them this would wait for ever.
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    async def readline(self):
        """Read up to and with the next newline, or what is left at the end."""
        separator = b"\n"
        try:
            return await self.readuntil(separator)
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            # The line is too long: take it out, so that the next call gets further.
            if self._buffer.startswith(separator, error.consumed):
                del self._buffer[: error.consumed + len(separator)]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        """Read up to and with the separator, or with that of several that comes first."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception

        # Before this index no separator can begin.
        offset = 0
        while True:
            if len(self._buffer) - offset >= shortest:
                found = self._first_of(separators, offset)
                if found is not None:
                    start, end = found
                    break
                offset = max(0, len(self._buffer) + 1 - longest)
                if offset > self._limit:
                    raise exceptions.LimitOverrunError(
                        "Separator is not found, and chunk exceed the limit", offset
                    )
            if self._eof:
                rest = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(rest, None)
            await self._wait_for_data("readuntil")

        if start > self._limit:
            raise exceptions.LimitOverrunError(
                "Separator is found, but chunk is longer than limit", start
            )
        return self._take(end)

    def _first_of(self, separators, offset):
        """Where the separator that ends first begins and ends; None if there is none."""
        found = None
        for separator in separators:
            start = self._buffer.find(separator, offset)
            if start != -1:
                end = start + len(separator)
                if found is None or end < found[1]:
                    found = start, end
        return found

    def _take(self, count):
        """Take so many bytes out of the buffer."""
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    async def read(self, n=-1):
        """Read at most `n` bytes as soon as there are some; all up to the end without `n`."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            # Bit by bit, as otherwise the limit would stop the transport.
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        """Read `n` bytes, or raise IncompleteReadError when the end comes first."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                rest = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(rest, n)
            await self._wait_for_data("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line
