"""Library reference: contextlib, the asynchronous half."""
import asyncio
from contextlib import *


@asynccontextmanager
async def resource(name):
    print('open', name)
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        print('handled', error)
    finally:
        await asyncio.sleep(0)
        print('close', name)


class AsyncClosable:
    async def aclose(self):
        print('aclosed')


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print('numbers done')


@resource('as decorator')
async def decorated(x):
    print('in', x)
    return x


async def main():
    async with resource('a') as a:
        print(a)
    async with resource('b'):
        raise ValueError('b')
    print(await decorated(1), await decorated(2))
    async with aclosing(AsyncClosable()):
        pass
    async with aclosing(numbers()) as ns:
        async for n in ns:
            if n == 2:
                break
    async with nullcontext(5) as five:
        print(five)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource('x')))
        stack.enter_context(nullcontext())
        stack.push_async_callback(asyncio.sleep, 0)

        async def done(*exc):
            print('pushed', exc[0] and exc[0].__name__)
            return True
        stack.push_async_exit(done)
        stack.callback(print, 'sync callback')
        raise KeyError('swallowed')
    stack = AsyncExitStack()
    await stack.enter_async_context(resource('y'))
    await stack.aclose()
    for bad in (lambda: stack.enter_async_context(5), lambda: stack.enter_async_context(nullcontext) if False else stack.enter_async_context(open)):
        try:
            await bad()
        except TypeError as error:
            print(error)
    try:
        async with suppress(ValueError):
            pass
    except TypeError as error:
        print(error)
    try:
        with resource('q'):
            pass
    except TypeError as error:
        print(error)
    print(isinstance(stack, AbstractAsyncContextManager))


asyncio.run(main())
