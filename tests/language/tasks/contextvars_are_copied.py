import asyncio
import contextvars

v = contextvars.ContextVar("v", default="none")


async def child(name):
    print(name, "sees", v.get())
    v.set(name)
    await asyncio.sleep(0)
    print(name, "keeps", v.get())


async def main():
    v.set("main")
    await asyncio.gather(child("a"), child("b"))
    print("main has", v.get())
    await child("direct")
    print("main has", v.get())


asyncio.run(main())
