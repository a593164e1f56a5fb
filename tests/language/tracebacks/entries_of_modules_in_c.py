# Functions of modules that are written in C leave no entries in a traceback; what they call does.
import array
import datetime
import decimal
import io
import struct
import traceback


class Odd:
    def __index__(self):
        raise LookupError("no index")

    def __str__(self):
        raise LookupError("no text")


class Upper(io.StringIO):
    def write(self, text):
        raise LookupError("no writing")


def closed():
    stream = io.StringIO("text")
    stream.close()
    return stream.read()


for attempt in (
    lambda: open("/no/such/file"),
    lambda: open("/no/such/file", "rq"),
    closed,
    lambda: io.BytesIO(b"abc").write("text"),
    lambda: datetime.date(2024, 13, 1),
    lambda: datetime.datetime.fromisoformat("yesterday"),
    lambda: datetime.timedelta(days=1) + 1,
    lambda: datetime.date(Odd(), 1, 1),
    lambda: decimal.Decimal("one"),
    lambda: decimal.Decimal(1) / 0,
    lambda: array.array("q", ["one"]),
    lambda: struct.pack("i", "one"),
    lambda: b"\xff".decode("utf-8"),
    lambda: "text".encode("no such encoding"),
    lambda: print(1, file=Upper()),
):
    try:
        attempt()
    except Exception as error:
        names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
        print(type(error).__name__, names)
open("/no/such/file")
