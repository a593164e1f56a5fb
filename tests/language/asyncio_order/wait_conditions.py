"""wait: first completed, first exception, timeout, and a cancelled waiter."""

import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    def start():
        return [
            asyncio.create_task(work("a", 0.02), name="a"),
            asyncio.create_task(work("b", 0.15, fail=True), name="b"),
            asyncio.create_task(work("c", 0.3), name="c"),
        ]

    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start()
        done, pending = await asyncio.wait(tasks, return_when=condition)
        print(condition, names(done), names(pending))
        await asyncio.gather(*tasks, return_exceptions=True)
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=0.08)
    print("timeout", names(done), names(pending))
    waiting = asyncio.create_task(asyncio.wait(pending))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    print("cancelled", waiting.cancelled(), [task.cancelled() for task in tasks])
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
