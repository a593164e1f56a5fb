"""A condition is a lock with a waiting room: `wait_for` sleeps until somebody's change makes it true."""

import asyncio

shelf = []


async def reader(count, condition):
    async with condition:
        print(f"waiting for {count} books")
        await condition.wait_for(lambda: len(shelf) >= count)
        print(f"{count} books are there: {shelf}")


async def main():
    condition = asyncio.Condition()
    readers = [asyncio.create_task(reader(count, condition)) for count in (2, 1)]
    for book in ("Emma", "Ulysses"):
        await asyncio.sleep(0.02)
        async with condition:
            shelf.append(book)
            condition.notify_all()
    await asyncio.gather(*readers)


asyncio.run(main())
