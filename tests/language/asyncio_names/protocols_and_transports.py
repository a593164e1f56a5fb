"""The bases of protocols and transports, and streams over a transport made by hand."""

import asyncio

for name in ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"):
    base = getattr(asyncio, name)
    methods = [method for method in dir(base) if not method.startswith("_")]
    print(name, [parent.__name__ for parent in base.__mro__], methods)


class Echo(asyncio.Protocol):
    pass


echo = Echo()
print(echo.connection_made(None), echo.data_received(b""), echo.eof_received())
print(echo.connection_lost(None), echo.pause_writing(), echo.resume_writing())
datagrams = asyncio.DatagramProtocol()
print(datagrams.datagram_received(b"", None), datagrams.error_received(OSError()))
child = asyncio.SubprocessProtocol()
print(child.pipe_data_received(1, b""), child.pipe_connection_lost(1, None), child.process_exited())
buffered = asyncio.BufferedProtocol()
print(buffered.get_buffer(10), buffered.buffer_updated(1), buffered.eof_received())
print(asyncio.BaseProtocol().connection_lost(None))

for base in (
    asyncio.BaseTransport,
    asyncio.ReadTransport,
    asyncio.WriteTransport,
    asyncio.Transport,
    asyncio.DatagramTransport,
    asyncio.SubprocessTransport,
):
    transport = base({"peername": "nobody"})
    methods = [method for method in dir(base) if not method.startswith("_")]
    print(base.__name__, [parent.__name__ for parent in base.__mro__], methods)
    print(transport.get_extra_info("peername"), transport.get_extra_info("other", 5))
    for method in ("is_closing", "close", "get_protocol"):
        try:
            getattr(transport, method)()
        except NotImplementedError as error:
            print(method, repr(error))
try:
    asyncio.Transport().write(b"x")
except NotImplementedError as error:
    print("write", repr(error))


class Memory(asyncio.Transport):
    """Keeps what is written."""

    def __init__(self):
        super().__init__({"peername": ("memory", 1)})
        self.data = bytearray()
        self.closing = False

    def write(self, data):
        self.data += data

    def can_write_eof(self):
        return True

    def write_eof(self):
        self.data += b"<eof>"

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True
        asyncio.get_running_loop().call_soon(self.protocol.connection_lost, None)

    def pause_reading(self):
        print("reading is paused")

    def resume_reading(self):
        print("reading goes on")


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=8, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport = Memory()
    transport.protocol = protocol
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    print(writer.transport is transport, writer.get_extra_info("peername"))
    writer.write(b"one ")
    writer.writelines([b"two ", b"three"])
    print(writer.can_write_eof(), writer.is_closing())
    await writer.drain()
    writer.write_eof()
    print(bytes(transport.data))

    protocol.pause_writing()
    drained = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print("drained:", drained.done())
    protocol.resume_writing()
    await drained

    protocol.data_received(b"0123456789abcdefghij")
    print(await reader.read(20))
    protocol.data_received(b"line\nrest")
    print(await reader.readline())
    try:
        await reader.readexactly(10) if protocol.eof_received() else None
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader.at_eof())

    other = asyncio.StreamReader(limit=4, loop=loop)
    other.feed_data(b"0123456789\n")
    try:
        await other.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    print(other.exception())
    other.set_exception(ConnectionError("gone"))
    print(repr(other.exception()))
    try:
        await other.read(1)
    except ConnectionError as error:
        print(repr(error))
    third = asyncio.StreamReader(loop=loop)
    third.set_transport(transport)
    print(str(third).replace(repr(transport), "T"))

    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    print("closed")


asyncio.run(main())
print(issubclass(asyncio.SendfileNotAvailableError, RuntimeError))
print(asyncio.TimeoutError is TimeoutError)
