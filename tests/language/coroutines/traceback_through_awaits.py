async def inner():
    await None


async def middle():
    await inner()


async def outer():
    await middle()


outer().send(None)
