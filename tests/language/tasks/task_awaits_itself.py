import asyncio


async def main():
    async def me():
        await holder[0]

    holder = []
    holder.append(asyncio.create_task(me(), name="me"))
    try:
        await holder[0]
    except RuntimeError as e:
        print(str(e).split(":")[0])


asyncio.run(main())
