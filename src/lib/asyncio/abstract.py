"""The interface of event loops and servers."""


class AbstractEventLoop:
    """What every event loop offers; each method is for a subclass to write."""

    # Running and stopping.

    def run_forever(self):
        """Run until stop() is called."""
        raise NotImplementedError

    def run_until_complete(self, future):
        """Run until `future` is done, and give its result."""
        raise NotImplementedError

    def stop(self):
        """Stop after the callbacks that are ready now."""
        raise NotImplementedError

    def is_running(self):
        """Tell whether the loop runs."""
        raise NotImplementedError

    def is_closed(self):
        """Tell whether the loop was closed."""
        raise NotImplementedError

    def close(self):
        """Close the loop for good; it must not run."""
        raise NotImplementedError

    async def shutdown_asyncgens(self):
        """Close every asynchronous generator that is still suspended."""
        raise NotImplementedError

    async def shutdown_default_executor(self):
        """Wait for the threads of the default executor to end."""
        raise NotImplementedError

    # Scheduling callbacks.

    def _timer_handle_cancelled(self, handle):
        """A timer of this loop was cancelled."""
        raise NotImplementedError

    def call_soon(self, callback, *args, context=None):
        """Call `callback` in the next round."""
        return self.call_later(0, callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        """Call `callback` after `delay` seconds."""
        raise NotImplementedError

    def call_at(self, when, callback, *args, context=None):
        """Call `callback` when time() reaches `when`."""
        raise NotImplementedError

    def time(self):
        """The loop's clock in seconds."""
        raise NotImplementedError

    def create_future(self):
        """Make a future of this loop."""
        raise NotImplementedError

    # Tasks.

    def create_task(self, coro, *, name=None, context=None):
        """Wrap a coroutine in a task and schedule its first step."""
        raise NotImplementedError

    def set_task_factory(self, factory):
        """Let `factory` make the tasks of create_task()."""
        raise NotImplementedError

    def get_task_factory(self):
        """The factory in use, None for the default one."""
        raise NotImplementedError

    # Threads.

    def call_soon_threadsafe(self, callback, *args, context=None):
        """call_soon() for use from another thread."""
        raise NotImplementedError

    def run_in_executor(self, executor, func, *args):
        """Call `func` in a thread; the result is awaitable."""
        raise NotImplementedError

    def set_default_executor(self, executor):
        """Use `executor` for run_in_executor(None, ...)."""
        raise NotImplementedError

    # Errors and debugging.

    def get_exception_handler(self):
        """The handler of errors that nobody caught, None for the default one."""
        raise NotImplementedError

    def set_exception_handler(self, handler):
        """Give errors that nobody caught to `handler`."""
        raise NotImplementedError

    def default_exception_handler(self, context):
        """Log an error that nobody caught."""
        raise NotImplementedError

    def call_exception_handler(self, context):
        """Report an error that nobody caught."""
        raise NotImplementedError

    def get_debug(self):
        """Tell whether debug mode is on."""
        raise NotImplementedError

    def set_debug(self, enabled):
        """Turn debug mode on or off."""
        raise NotImplementedError

    # Signals.

    def add_signal_handler(self, sig, callback, *args):
        """Call `callback` in the loop when signal `sig` arrives."""
        raise _without_io("add_signal_handler")

    def remove_signal_handler(self, sig):
        """Undo add_signal_handler()."""
        raise _without_io("remove_signal_handler")

    # Network names, connections, servers, pipes and processes.

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """Look up the addresses of a host."""
        raise _without_io("getaddrinfo")

    async def getnameinfo(self, sockaddr, flags=0):
        """Look up the name of an address."""
        raise _without_io("getnameinfo")

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        """Connect to a server over TCP."""
        raise _without_io("create_connection")

    async def create_server(self, protocol_factory, host=None, port=None, **options):
        """Start a TCP server."""
        raise _without_io("create_server")

    async def create_unix_connection(self, protocol_factory, path=None, **options):
        """Connect to a server over a Unix socket."""
        raise _without_io("create_unix_connection")

    async def create_unix_server(self, protocol_factory, path=None, **options):
        """Start a server at a Unix socket."""
        raise _without_io("create_unix_server")

    async def connect_accepted_socket(self, protocol_factory, sock, **options):
        """Take over a connection that was accepted elsewhere."""
        raise _without_io("connect_accepted_socket")

    async def create_datagram_endpoint(
        self, protocol_factory, local_addr=None, remote_addr=None, **options
    ):
        """Open a UDP socket."""
        raise _without_io("create_datagram_endpoint")

    async def start_tls(self, transport, protocol, sslcontext, **options):
        """Encrypt a connection that is open."""
        raise _without_io("start_tls")

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Send a file through a transport."""
        raise _without_io("sendfile")

    async def connect_read_pipe(self, protocol_factory, pipe):
        """Read from a pipe."""
        raise _without_io("connect_read_pipe")

    async def connect_write_pipe(self, protocol_factory, pipe):
        """Write to a pipe."""
        raise _without_io("connect_write_pipe")

    async def subprocess_shell(self, protocol_factory, cmd, **options):
        """Start a shell command."""
        raise _without_io("subprocess_shell")

    async def subprocess_exec(self, protocol_factory, *args, **options):
        """Start a program."""
        raise _without_io("subprocess_exec")

    # File descriptors and sockets.

    def add_reader(self, fd, callback, *args):
        """Call `callback` whenever `fd` can be read."""
        raise _without_io("add_reader")

    def remove_reader(self, fd):
        """Undo add_reader()."""
        raise _without_io("remove_reader")

    def add_writer(self, fd, callback, *args):
        """Call `callback` whenever `fd` can be written."""
        raise _without_io("add_writer")

    def remove_writer(self, fd):
        """Undo add_writer()."""
        raise _without_io("remove_writer")

    async def sock_recv(self, sock, nbytes):
        """Receive at most `nbytes` bytes."""
        raise _without_io("sock_recv")

    async def sock_recv_into(self, sock, buf):
        """Receive into a buffer."""
        raise _without_io("sock_recv_into")

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a datagram and its sender."""
        raise _without_io("sock_recvfrom")

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a datagram into a buffer."""
        raise _without_io("sock_recvfrom_into")

    async def sock_sendall(self, sock, data):
        """Send all of `data`."""
        raise _without_io("sock_sendall")

    async def sock_sendto(self, sock, data, address):
        """Send a datagram."""
        raise _without_io("sock_sendto")

    async def sock_connect(self, sock, address):
        """Connect a socket."""
        raise _without_io("sock_connect")

    async def sock_accept(self, sock):
        """Accept a connection."""
        raise _without_io("sock_accept")

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        """Send a file through a socket."""
        raise _without_io("sock_sendfile")


class AbstractServer:
    """What every server offers."""

    def close(self):
        """Stop accepting connections."""
        raise NotImplementedError

    def close_clients(self):
        """Close every connection."""
        raise NotImplementedError

    def abort_clients(self):
        """Break every connection off."""
        raise NotImplementedError

    def get_loop(self):
        """The loop that serves."""
        raise NotImplementedError

    def is_serving(self):
        """Tell whether connections are accepted."""
        raise NotImplementedError

    async def start_serving(self):
        """Start accepting connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accept connections until cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until the server is closed."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


def _without_io(method):
    return NotImplementedError(
        f"loop.{method}() needs the operating system's I/O, which Ouro does not support yet"
    )


AbstractEventLoop.__module__ = AbstractServer.__module__ = "asyncio.events"
