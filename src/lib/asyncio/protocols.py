"""Protocols: the half of a connection that a program writes."""

__all__ = (
    "BaseProtocol",
    "Protocol",
    "DatagramProtocol",
    "SubprocessProtocol",
    "BufferedProtocol",
)


class BaseProtocol:
    """What every protocol may be told; by default it does nothing."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is open; `transport` sends."""

    def connection_lost(self, exc):
        """The connection is closed; `exc` is None when that was wanted."""

    def pause_writing(self):
        """The transport's buffer is full."""

    def resume_writing(self):
        """The transport's buffer has place again."""


class Protocol(BaseProtocol):
    """For a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes came."""

    def eof_received(self):
        """The other side will send no more; a true value keeps the connection open."""


class BufferedProtocol(BaseProtocol):
    """For a stream of bytes that go to a buffer of the protocol's own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer for the next bytes."""

    def buffer_updated(self, nbytes):
        """So many bytes are in the buffer."""

    def eof_received(self):
        """The other side will send no more; a true value keeps the connection open."""


class DatagramProtocol(BaseProtocol):
    """For single messages."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A message came from `addr`."""

    def error_received(self, exc):
        """A message could not be sent or received."""


class SubprocessProtocol(BaseProtocol):
    """For the pipes and the end of a child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process wrote to its descriptor `fd`."""

    def pipe_connection_lost(self, fd, exc):
        """The pipe of descriptor `fd` is closed."""

    def process_exited(self):
        """The process ended."""
