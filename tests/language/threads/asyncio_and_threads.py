"""to_thread, executors, and what other threads may ask of a loop."""
import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

variable = contextvars.ContextVar("variable", default="unset")


def block(pause, result):
    time.sleep(pause)
    return result, variable.get()


async def ticks():
    for number in range(2):
        print("tick", number)
        await asyncio.sleep(0.12)


async def main():
    variable.set("of the task")
    background = asyncio.create_task(ticks())
    print(await asyncio.gather(
        asyncio.to_thread(block, 0.05, "a"), asyncio.to_thread(block, 0.01, "b")
    ))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, block, 0, "c"))
    with ThreadPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, block, 0.01, "d"))
    await background

    def fail():
        raise LookupError("in the thread")

    try:
        await asyncio.to_thread(fail)
    except LookupError as error:
        print("caught", error)

    # Other threads: a coroutine for the loop, and a callback that wakes it.
    async def answer(question):
        await asyncio.sleep(0.01)
        return question * 2

    finished = asyncio.Event()

    def outside():
        future = asyncio.run_coroutine_threadsafe(answer(21), loop)
        print("answer", future.result())
        try:
            asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop).result(timeout=0.02)
        except TimeoutError:
            print("too slow")
        loop.call_soon_threadsafe(finished.set)

    thread = threading.Thread(target=outside)
    thread.start()
    await finished.wait()
    thread.join()

    # Cancelling the wait does not stop the thread.
    done = []
    task = asyncio.create_task(asyncio.to_thread(lambda: (time.sleep(0.05), done.append(1))))
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", done)
    wrapped = asyncio.wrap_future(ThreadPoolExecutor(1).submit(block, 0.01, "e"))
    print(await wrapped)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(time.sleep, 0.05)
    except TimeoutError:
        print("timeout")


asyncio.run(main())


async def shut_down():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 0)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, print)
    except RuntimeError as error:
        print(error)


asyncio.run(shut_down())
