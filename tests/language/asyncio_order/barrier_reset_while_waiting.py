"""reset() sends those who wait away; the barrier works again after that."""

import asyncio


async def worker(name, barrier):
    try:
        print(name, "passed", await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, error)


async def main():
    barrier = asyncio.Barrier(3)
    early = [asyncio.create_task(worker(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.reset()
    print(str(barrier).split("[")[1])
    late = [asyncio.create_task(worker(name, barrier)) for name in "cde"]
    await asyncio.gather(*early, *late)
    print(str(barrier).split("[")[1])
    cancelled = asyncio.create_task(worker("f", barrier))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    print(str(barrier).split("[")[1])


asyncio.run(main())
