"""What handles tell about themselves, and loops whose methods are replaced."""

import asyncio


def noop(*args):
    pass


loop = asyncio.new_event_loop()
for when in (100, 100.5, True):
    handle = loop.call_at(loop.time() + 50 if when is True else when, noop, 1)
    print(when is True or handle.when())
    if when is not True:
        print(repr(handle).split(" at ")[0])
    handle.cancel()
    print(handle.cancelled(), repr(handle).split("when")[0])
arguments = (1, 2)
handle = asyncio.Handle(noop, arguments, loop)
print(handle._args is arguments, repr(handle).split(" at ")[0])
handle.cancel()
print(repr(handle))
loop.set_debug(True)
handle = loop.call_soon(noop, 1, [2])
handle.cancel()
print(repr(handle).split(" at ")[0])
loop.set_debug(False)


class Loop(asyncio.AbstractEventLoop):
    def get_debug(self):
        return True

    def _timer_handle_cancelled(self, handle):
        print("the loop hears of", type(handle).__name__, handle.when(), handle.cancelled())


handle = asyncio.TimerHandle(3, noop, (1,), Loop())
handle.cancel()
handle.cancel()
print(repr(handle).split(" at ")[0])

scheduled = []
plain = loop.call_soon


def counting(callback, *args, context=None):
    scheduled.append(callback)
    return plain(callback, *args, context=context)


async def main():
    await asyncio.sleep(0)
    return "result"


loop.call_soon = counting
print(loop.run_until_complete(main()), len(scheduled))
del loop.call_soon
print(loop.run_until_complete(main()), len(scheduled))


def refuse(callback, *args, context=None):
    raise ValueError("not now")


loop.call_soon = refuse
coro = main()
try:
    loop.create_task(coro)
except ValueError as error:
    print(error)
coro.close()
del loop.call_soon
loop.close()


class Foreign:
    """A coroutine by its methods only."""

    def send(self, value):
        raise StopIteration("sent")

    def throw(self, *args):
        raise StopIteration

    def close(self):
        pass

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        return self.send(None)


import collections.abc

collections.abc.Coroutine.register(Foreign)
loop = asyncio.new_event_loop()
task = loop.create_task(Foreign())
print(task)
print(loop.run_until_complete(task))
foreign = Foreign()
foreign.__qualname__ = "named"
foreign.cr_running = True
task = loop.create_task(foreign)
print(task)
loop.run_until_complete(task)
loop.close()
