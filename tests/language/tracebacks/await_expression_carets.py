async def inner(x):
    return x.missing

async def outer():
    return [1, await inner(5), 3]

outer().send(None)
