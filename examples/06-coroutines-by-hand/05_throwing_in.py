"""`throw` reaches the innermost await, and climbs out through every `finally`."""

from types import coroutine


@coroutine
def forever():
    yield


async def inner():
    try:
        await forever()
    finally:
        print("inner cleans up")


async def outer():
    try:
        await inner()
    except TimeoutError as error:
        print("outer caught:", error)
    return "still alive"


task = outer()
task.send(None)
try:
    task.throw(TimeoutError("too slow"))
except StopIteration as stop:
    print(stop.value)
