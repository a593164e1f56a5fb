"""What `async for` does, written out with `aiter` and `anext`."""

import asyncio


async def letters():
    for letter in "abc":
        await asyncio.sleep(0)
        yield letter


async def main():
    iterator = aiter(letters())
    while True:
        try:
            letter = await anext(iterator)
        except StopAsyncIteration:
            print("the end")
            break
        print(letter)
    print(await anext(iterator, "nothing more"))


asyncio.run(main())
