"""Debug mode, slow callbacks, executors, policies and hooks of a loop."""

import asyncio
import concurrent.futures
import threading

loop = asyncio.new_event_loop()
print(loop.get_debug(), loop.slow_callback_duration)
loop.set_debug(True)
loop.slow_callback_duration = 5
print(loop.get_debug(), loop.slow_callback_duration)
loop.set_debug(False)
loop.default_exception_handler({"message": "by hand", "detail": 3, "future": None})
loop.default_exception_handler({})

try:
    loop.set_default_executor(None)
except TypeError as error:
    print(error)
executor = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine")
loop.set_default_executor(executor)


async def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def main():
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    items = generator()
    print(await anext(items))
    await loop.shutdown_asyncgens()
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, print)
    except RuntimeError as error:
        print(error)


loop.run_until_complete(main())
loop.close()
print(asyncio.EventLoop is asyncio.SelectorEventLoop, issubclass(asyncio.EventLoop, asyncio.BaseEventLoop))

policy = asyncio.get_event_loop_policy()
print(type(policy) is asyncio.DefaultEventLoopPolicy, asyncio.get_event_loop_policy() is policy)
for method in ("get_event_loop", "new_event_loop", "get_child_watcher"):
    try:
        getattr(asyncio.AbstractEventLoopPolicy(), method)()
    except NotImplementedError as error:
        print(method, repr(error))
for method in ("is_serving", "close", "get_loop", "close_clients", "abort_clients"):
    try:
        getattr(asyncio.AbstractServer(), method)()
    except NotImplementedError as error:
        print(method, repr(error))


async def barrier_and_semaphore():
    barrier = asyncio.Barrier(2)

    async def enter(name):
        async with barrier as position:
            print(name, position, barrier.n_waiting, barrier.parties)

    await asyncio.gather(enter("a"), enter("b"))
    semaphore = asyncio.BoundedSemaphore(1)
    print(await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Timeout(None).expired()
        async with asyncio.Timeout(asyncio.get_running_loop().time()):
            await asyncio.sleep(1)
    except asyncio.TimeoutError as error:
        print(repr(error))


asyncio.run(barrier_and_semaphore())
