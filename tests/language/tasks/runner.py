import asyncio


async def f(x):
    return x, asyncio.current_task().get_name()


with asyncio.Runner() as r:
    print(r.run(f(1)))
    print(r.run(f(2)))
    print(r.get_loop().is_closed())
    loop = r.get_loop()
print(loop.is_closed())
c = f(3)
try:
    r.run(c)
except RuntimeError as e:
    print(e)
c.close()
