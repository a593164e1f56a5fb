"""What fails while run cancels the remaining tasks is reported."""

import asyncio


async def fails_late():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        raise ValueError("while being cancelled")


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("stubborn goes on")
    await asyncio.sleep(0.02)
    print("stubborn ends")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print(
            context["message"], repr(context["exception"]), context["task"].get_name()
        )
    )
    asyncio.create_task(fails_late(), name="late")
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
