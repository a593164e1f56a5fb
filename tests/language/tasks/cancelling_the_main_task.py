import asyncio


async def main():
    asyncio.current_task().cancel()
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled at the await")
        raise


try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("run raised", repr(e))
