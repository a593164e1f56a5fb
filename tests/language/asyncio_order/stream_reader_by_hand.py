"""A StreamReader fed by hand."""

import asyncio


async def feed(reader):
    for piece in (b"first li", b"ne\nsecond line\nth", b"ird;four", b"th;rest"):
        await asyncio.sleep(0)
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(feed(reader))
    print(await reader.readline())
    print(await reader.readexactly(7), await reader.read(5))
    print(await reader.readuntil(b";"), await reader.readuntil((b"!", b";")))
    try:
        await reader.readexactly(100)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.read(), reader.at_eof(), reader)
    await task

    lines = asyncio.StreamReader(limit=4)
    lines.feed_data(b"a\nbb\ntoo long\nc")
    lines.feed_eof()
    try:
        async for line in lines:
            print(line)
    except ValueError as error:
        print(error)
    print([line async for line in lines])


asyncio.run(main())
