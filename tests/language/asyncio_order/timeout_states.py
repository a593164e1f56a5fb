"""A timeout in the wrong state refuses, and says why."""

import asyncio


async def main():
    cm = asyncio.timeout(None)
    print(repr(cm), cm.when())
    try:
        cm.reschedule(1)
    except RuntimeError as error:
        print(error)
    async with cm:
        print(repr(cm))
        try:
            async with cm:
                pass
        except RuntimeError as error:
            print(error)
    print(repr(cm), cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0) as cm:
            cm.reschedule(None)
            await asyncio.sleep(0.01)
            print("no deadline any more")
            cm.reschedule(asyncio.get_running_loop().time() - 1)
            await asyncio.sleep(0.01)
            print("not reached")
    except TimeoutError:
        print(repr(cm))
    try:
        cm.reschedule(None)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
