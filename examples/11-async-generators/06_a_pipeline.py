"""Async generators chain as generators do: every stage may wait."""

import asyncio


async def source():
    for line in ["add 2", "add 5", "mul 3", "add 1"]:
        await asyncio.sleep(0.01)
        yield line


async def parse(lines):
    async for line in lines:
        name, number = line.split()
        yield name, int(number)


async def totals(commands):
    value = 0
    async for name, number in commands:
        value = value + number if name == "add" else value * number
        yield f"{name} {number} -> {value}"


async def main():
    async for total in totals(parse(source())):
        print(total)


asyncio.run(main())
