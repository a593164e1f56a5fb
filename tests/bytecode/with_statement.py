def hold():
    with lock, open("f") as file:
        return file.read()


async def hold_async():
    async with lock as held:
        await held
