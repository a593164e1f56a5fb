"""Arguments and names that asyncio had once."""

import asyncio
async def main():
    for make in (lambda: asyncio.sleep(0, loop=None), lambda: asyncio.Lock(loop=1), lambda: asyncio.Queue(loop=1), lambda: asyncio.Event(loop=None),lambda: asyncio.Semaphore(1, loop=1), lambda: asyncio.Condition(loop=1), lambda: asyncio.gather(loop=1), lambda: asyncio.wait_for(1, 1, loop=1), lambda: asyncio.wait([], loop=1), lambda: asyncio.as_completed([], loop=2), lambda: asyncio.shield(1, loop=2), lambda: asyncio.Barrier(1, loop=2), lambda: asyncio.create_task(1, loop=2), lambda: asyncio.Queue(1, loop=asyncio.get_running_loop()), lambda: asyncio.BoundedSemaphore(loop=1), lambda: asyncio.PriorityQueue(loop=1), lambda: asyncio.StreamReader(loop=3), lambda: asyncio.run(1, loop=3), lambda: asyncio.to_thread(print, loop=3), lambda: asyncio.timeout(1, loop=2), lambda: asyncio.TaskGroup(loop=1), lambda: asyncio.Lock(1), lambda: asyncio.Event(1)):
        try:
            r = make()
            if asyncio.iscoroutine(r): await r
            print(type(r))
        except Exception as e: print(type(e).__name__, e)
asyncio.run(main())
for n in "coroutine async JoinableQueue get_running_loops Task_ current_tasks async_ timeouts_ compat".split():
    try: getattr(asyncio, n)
    except AttributeError as e: print(e)
try: asyncio.Task.all_tasks()
except AttributeError as e: print(e)
try: asyncio.Task.current_task()
except AttributeError as e: print(e)
