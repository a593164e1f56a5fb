"""`join` waits until every item is done, not only taken; then the workers are cancelled."""

import asyncio


async def worker(name, queue):
    while True:
        job, seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(f"{name} did {job}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in [("wash", 0.03), ("dry", 0.1), ("fold", 0.04), ("iron", 0.05)]:
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(name, queue)) for name in ("Ann", "Bob")]
    await queue.join()
    print("all jobs done")
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print([task.cancelled() for task in workers])


asyncio.run(main())
