"""A barrier lets tasks through in rounds."""

import asyncio


async def worker(name, barrier):
    for turn in range(2):
        index = await barrier.wait()
        print(name, "turn", turn, "index", index)


async def main():
    barrier = asyncio.Barrier(3)
    print(str(barrier).split("[")[1])
    await asyncio.gather(*(worker(name, barrier) for name in "abc"))
    task = asyncio.create_task(worker("alone", barrier))
    await asyncio.sleep(0)
    print(str(barrier).split("[")[1], barrier.n_waiting, barrier.parties)
    await barrier.abort()
    print(str(barrier).split("[")[1], barrier.broken)
    print(await asyncio.gather(task, barrier.wait(), return_exceptions=True))
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
