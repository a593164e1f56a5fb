"""What is seen of a coroutine that waits inside a lock, an event or a sleep, and that nobody holds."""

import asyncio
import gc


async def wait(primitive, method):
    try:
        return await getattr(primitive, method)()
    finally:
        print("left", method, len(primitive._waiters))


async def looked_into():
    event = asyncio.Event()
    coro = wait(event, "wait")
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    inner = coro.cr_await
    print(inner.__qualname__, inner is coro.cr_await, inner.cr_running)
    waiter = event._waiters[0]
    print(waiter.get_loop() is asyncio.get_running_loop(), waiter.done(), type(waiter).__name__)
    event.set()
    print(waiter.done(), waiter.result())
    print(await task, inner.cr_await)
    try:
        inner.send(None)
    except RuntimeError as error:
        print(error)


async def woken_by_hand():
    event = asyncio.Event()
    task = asyncio.create_task(wait(event, "wait"))
    await asyncio.sleep(0)
    event._waiters[0].set_result("something else")
    print(await task, event.is_set())


async def awaited_by_two():
    event = asyncio.Event()
    task = asyncio.create_task(wait(event, "wait"))
    await asyncio.sleep(0)
    waiter = event._waiters[0]

    async def other():
        return await waiter

    second = asyncio.create_task(other())
    await asyncio.sleep(0)
    waiter.set_result(5)
    print(await asyncio.gather(task, second))


async def cancelled(primitive, method):
    first = asyncio.create_task(wait(primitive, method))
    second = asyncio.create_task(wait(primitive, method))
    await asyncio.sleep(0)
    first.cancel("enough")
    try:
        await first
    except asyncio.CancelledError as error:
        print("cancelled", error.args, len(primitive._waiters))
    return second


async def cancelled_each():
    event = asyncio.Event()
    second = await cancelled(event, "wait")
    event.set()
    print(await second)
    lock = asyncio.Lock()
    await lock.acquire()
    second = await cancelled(lock, "acquire")
    lock.release()
    print(await second, lock.locked())
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    second = await cancelled(semaphore, "acquire")
    semaphore.release()
    print(await second, semaphore.locked())


async def driven_by_hand():
    event = asyncio.Event()
    coro = wait(event, "wait")
    future = coro.send(None)
    print(future is event._waiters[0], future._asyncio_future_blocking)
    try:
        coro.throw(ValueError("thrown in"))
    except ValueError as error:
        print(error, len(event._waiters))
    coro = wait(event, "wait")
    coro.send(None)
    try:
        coro.send(None)
    except RuntimeError as error:
        print(error)
    coro = wait(event, "wait")
    coro.send(None)
    coro.close()
    print("closed", len(event._waiters))


async def forgotten():
    async def plain(event):
        await event.wait()

    event = asyncio.Event()
    coro = plain(event)
    coro.send(None)
    print(len(event._waiters), repr(event).partition("[")[2])
    del coro
    gc.collect()
    print(len(event._waiters), repr(event).partition("[")[2])


async def asleep():
    coro = asyncio.sleep(0.001, "slept")

    async def sleeper():
        return await coro

    async def nameless():
        return await asyncio.sleep(0.001)

    held = asyncio.create_task(sleeper())
    inner = nameless()
    task = asyncio.create_task(inner)
    await asyncio.sleep(0)
    print(held.get_coro().cr_await is coro, inner.cr_await.__name__)
    print(await held, await task)
    inner = nameless()
    task = asyncio.create_task(inner)
    await asyncio.sleep(0)
    print(task.cancel(), await asyncio.gather(task, return_exceptions=True))


async def waiter_asked_for_its_loop():
    event = asyncio.Event()
    task = asyncio.create_task(wait(event, "wait"))
    await asyncio.sleep(0)
    waiter = event._waiters[0]
    waiter.add_done_callback(lambda future: print("told", future is waiter, future.result()))
    print(waiter._loop is asyncio.get_running_loop())
    event.set()
    print(await task, waiter.get_loop() is asyncio.get_running_loop())


for program in (
    looked_into,
    woken_by_hand,
    awaited_by_two,
    cancelled_each,
    driven_by_hand,
    forgotten,
    asleep,
    waiter_asked_for_its_loop,
):
    print("--", program.__name__)
    asyncio.run(program())
