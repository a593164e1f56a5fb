"""run_until_complete stops in the round after the future; what is left waits for the next run."""

import asyncio


async def main(name):
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon after", name)
    loop.call_soon(lambda: loop.call_soon(lambda: loop.call_soon(print, "much later", name)))
    return name


loop = asyncio.new_event_loop()
print(loop.run_until_complete(main("one")))
print("between")
print(loop.run_until_complete(main("two")))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
