"""Debug mode notices calls from a thread that does not run the loop, and wrong callbacks."""

import asyncio
import threading


def attempt(name, function, *args):
    try:
        function(*args)
    except (RuntimeError, TypeError) as error:
        print(name, error)


def other(loop, future):
    attempt("call_soon", loop.call_soon, print)
    attempt("call_later", loop.call_later, 1, print)
    attempt("call_at", loop.call_at, 1, print)
    attempt("create_task", loop.create_task, made := coroutine())
    made.close()
    loop.call_soon_threadsafe(future.set_result, "set")


async def coroutine():
    pass


async def waits(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    thread = threading.Thread(target=other, args=(loop, future))
    thread.start()
    thread.join()
    await asyncio.sleep(0)
    print(await task)
    attempt("None", loop.call_later, 1, None)
    attempt("number", loop.call_soon, 5)
    attempt("executor", loop.run_in_executor, None, 4)


asyncio.run(main(), debug=True)
