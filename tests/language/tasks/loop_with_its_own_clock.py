"""Event loops derived from BaseEventLoop: a clock and a selector of their own, turns by hand."""
import asyncio
from asyncio import base_events


class Selector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        # Instead of waiting, the loop's clock goes on.
        timeout = None if timeout is None else round(timeout)
        print("select", timeout)
        self.loop.now += timeout or 0
        return ["events"]


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 0
        self._selector = Selector(self)
        self.events = 0

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        print("call_at", when)
        return super().call_at(when, callback, *args, context=context)

    def _process_events(self, events):
        self.events += len(events)

    def _write_to_self(self):
        print("woken")

    def _run_once(self):
        super()._run_once()
        print("turn at", self.now)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3600)
    print("slept until", loop.time())
    loop.call_soon_threadsafe(print, "called")
    try:
        async with asyncio.timeout(60):
            await loop.create_future()
    except TimeoutError:
        print("timed out at", loop.time())
    return loop.events > 0


loop = Loop()
print(loop.run_until_complete(main()))
loop.call_soon(print, "by hand")
loop.call_later(5, print, "later")
loop._run_forever_setup()
print(loop.is_running(), asyncio.get_running_loop() is loop)
for _ in range(2):
    loop._run_once()
loop._run_forever_cleanup()
print(loop.is_running())
loop.close()


class NoEvents(base_events.BaseEventLoop):
    _selector = Selector


for name in ("_process_events", "_write_to_self"):
    try:
        getattr(NoEvents, name)(*[loop, []][: 2 if name == "_process_events" else 1])
    except NotImplementedError:
        print(name, "is not implemented")
