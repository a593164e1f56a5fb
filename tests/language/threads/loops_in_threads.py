"""Event loops of several threads, and what there is of them in each."""
import asyncio
import threading


def nothing_here():
    for function in (asyncio.get_event_loop, asyncio.get_running_loop):
        try:
            function()
        except RuntimeError as error:
            print(error)


thread = threading.Thread(target=nothing_here, name="other")
thread.start()
thread.join()

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()


async def compute(n):
    await asyncio.sleep(0.01)
    return n, threading.current_thread() is thread


for n in range(3):
    print(asyncio.run_coroutine_threadsafe(compute(n), loop).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running())
loop.close()


async def wrong_thread():
    loop = asyncio.get_running_loop()
    errors = []

    def call():
        for function in (
            lambda: loop.call_soon(print),
            lambda: loop.call_later(1, print),
            lambda: loop.call_at(1, print),
        ):
            try:
                function()
            except RuntimeError as error:
                errors.append(str(error))

    await asyncio.to_thread(call)
    print(errors)


asyncio.run(wrong_thread(), debug=True)
