"""What acquire(), put(), get(), wait() and sleep() give are coroutines like any other."""

import asyncio
import inspect


def state(coroutine):
    return inspect.getcoroutinestate(coroutine)


async def main():
    lock, queue, event = asyncio.Lock(), asyncio.Queue(), asyncio.Event()
    for function in (lock.acquire, queue.put, queue.get, queue.join, event.wait, asyncio.sleep):
        print(function.__name__, inspect.iscoroutinefunction(function))
    print(asyncio.iscoroutinefunction(lock.release), asyncio.iscoroutinefunction(queue.get_nowait))

    coroutine = lock.acquire()
    print(asyncio.iscoroutine(coroutine), type(coroutine), coroutine.__name__, coroutine.__qualname__)
    print(state(coroutine), await coroutine, state(coroutine))
    for misuse in (coroutine.send, coroutine.throw):
        try:
            misuse(None if misuse == coroutine.send else ValueError("late"))
        except Exception as error:
            print(type(error).__name__, error)
    print(coroutine.close())

    # By hand, in the place of the task.
    coroutine = event.wait()
    try:
        coroutine.send("too early")
    except TypeError as error:
        print(error)
    future = coroutine.send(None)
    print(state(coroutine), isinstance(future, asyncio.Future), coroutine.cr_await is not None)
    event.set()
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("result", stop.value)

    coroutine = queue.get()
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("thrown"))
    except KeyError as error:
        print("out again:", error, state(coroutine), len(queue._getters))
    coroutine = queue.get()
    coroutine.send(None)
    coroutine.close()
    print(state(coroutine), len(queue._getters))

    coroutine = asyncio.sleep(0, "slept")
    wrapper = coroutine.__await__()
    print(next(wrapper))
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    try:
        next(wrapper)
    except StopIteration as stop:
        print(stop.value)

    task = asyncio.create_task(asyncio.sleep(0.001, "as a task"))
    print(await task)
    coroutine = lock.acquire()
    coroutine.close()
    queue.get()


asyncio.run(main())
