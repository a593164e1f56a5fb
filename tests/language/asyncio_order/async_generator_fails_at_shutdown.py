"""An error in a generator's clean-up at the end of run is logged."""

import asyncio


async def numbers():
    try:
        yield 1
    finally:
        raise ValueError("in the clean-up")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print(
            sorted(context), repr(context["exception"]), context["message"].split(" <")[0]
        )
    )
    kept.append(numbers())
    print(await anext(kept[0]))


kept = []
asyncio.run(main())
