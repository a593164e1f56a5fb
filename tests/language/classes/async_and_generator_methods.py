import asyncio


class Base:
    async def hello(self):
        return "base"

    def numbers(self):
        yield 1


class Derived(Base):
    async def hello(self):
        return "derived+" + await super().hello()

    def numbers(self):
        yield 0
        yield from super().numbers()

    async def stream(self):
        yield await self.hello()
        yield [n for n in self.numbers()]


async def main():
    print([x async for x in Derived().stream()])


asyncio.run(main())
