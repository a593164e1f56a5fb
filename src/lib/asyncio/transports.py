"""Transports: the half of a connection that the event loop provides."""

__all__ = (
    "BaseTransport",
    "ReadTransport",
    "WriteTransport",
    "Transport",
    "DatagramTransport",
    "SubprocessTransport",
)


class BaseTransport:
    """What every transport offers."""

    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """A fact about the connection, such as the address of the other side."""
        return self._extra.get(name, default)

    def is_closing(self):
        """Tell whether the connection is closed or about to be."""
        raise NotImplementedError

    def close(self):
        """Send what is in the buffer and close the connection."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol that is told."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """Reads."""

    __slots__ = ()

    def is_reading(self):
        """Tell whether the protocol gets what comes."""
        raise NotImplementedError

    def pause_reading(self):
        """Give the protocol nothing until resume_reading()."""
        raise NotImplementedError

    def resume_reading(self):
        """Undo pause_reading()."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """Writes, without making the program wait."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """At which sizes of the buffer the protocol is paused and resumed."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """The number of bytes in the buffer."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """The low and the high limit."""
        raise NotImplementedError

    def write(self, data):
        """Send bytes."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send several pieces."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Send what is in the buffer and close this direction."""
        raise NotImplementedError

    def can_write_eof(self):
        """Tell whether write_eof() is possible."""
        raise NotImplementedError

    def abort(self):
        """Close the connection at once."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Reads and writes a stream of bytes."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """Sends single messages."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Send a message."""
        raise NotImplementedError

    def abort(self):
        """Close at once."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A child process."""

    __slots__ = ()

    def get_pid(self):
        """The number of the process."""
        raise NotImplementedError

    def get_returncode(self):
        """The exit status, None while the process runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of the pipe at the process's descriptor `fd`."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Send a signal."""
        raise NotImplementedError

    def terminate(self):
        """Ask the process to end."""
        raise NotImplementedError

    def kill(self):
        """End the process."""
        raise NotImplementedError
