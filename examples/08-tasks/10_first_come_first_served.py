"""`as_completed` gives the results in the order they arrive."""

import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    race = [runner("tortoise", 0.15), runner("hare", 0.05), runner("cat", 0.1)]
    place = 1
    for finished in asyncio.as_completed(race):
        print(place, await finished)
        place += 1


asyncio.run(main())
