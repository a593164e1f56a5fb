"""Async generators that are still open when `main` returns are closed by the loop."""

import asyncio


async def stream(name):
    try:
        while True:
            yield name
    finally:
        print(f"{name}: closed by the loop")


streams = []


async def main():
    open_stream = stream("stream")
    streams.append(open_stream)
    print(await anext(open_stream))
    print("main returns")


asyncio.run(main())
print("run is over")
