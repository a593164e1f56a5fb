"""An `__aexit__` that returns true swallows the exception."""

import asyncio


class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        if kind is not None and issubclass(kind, self.kinds):
            print(f"swallowed {error!r}")
            return True


async def main():
    async with Suppress(ValueError):
        int("seven")
    print("and on we go")
    async with Suppress(ValueError):
        [][0]


asyncio.run(main())
