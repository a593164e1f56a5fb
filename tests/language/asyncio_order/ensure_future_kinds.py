"""What ensure_future takes: futures, coroutines, other awaitables; nothing else."""

import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "from __await__"


async def coroutine():
    return "from a coroutine"


async def main():
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    print(await asyncio.ensure_future(coroutine()))
    print(await asyncio.ensure_future(Awaitable()))
    print(await asyncio.gather(Awaitable(), coroutine()))
    for wrong in (3, coroutine, [coroutine]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    print(asyncio.iscoroutine(3), asyncio.iscoroutinefunction(coroutine))
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(Awaitable))


asyncio.run(main())
