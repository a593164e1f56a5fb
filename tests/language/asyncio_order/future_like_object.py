"""An object that says it behaves like a future can be awaited."""

import asyncio


class Later:
    _asyncio_future_blocking = False

    def __init__(self, value):
        self._loop = asyncio.get_running_loop()
        self._value = value
        self._callbacks = []

    def get_loop(self):
        return self._loop

    def add_done_callback(self, callback, *, context=None):
        print("add_done_callback")
        self._loop.call_soon(callback, self, context=context)

    def result(self):
        return self._value

    def cancel(self, msg=None):
        return False

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


async def main():
    later = Later("value")
    print(asyncio.isfuture(later), asyncio.isfuture(3), asyncio.isfuture(asyncio.Future))
    print(await later)


asyncio.run(main())
