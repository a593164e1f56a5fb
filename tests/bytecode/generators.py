def numbers(n):
    received = yield n
    result = yield from received
    return result


async def steps(source):
    async for item in source:
        yield item
    [x async for x in source]


squares = (n * n for n in numbers(3) if n)
