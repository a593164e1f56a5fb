import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.done(), f.cancelled())
    f.set_result(1)
    print(f.done(), f.result(), f.exception())
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.cancel())
    g = loop.create_future()
    print(g.cancel("why"), g.cancelled())
    try:
        g.result()
    except asyncio.CancelledError as e:
        print(repr(e))


asyncio.run(main())
