"""TimerHandle: when, comparison, cancel."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 100
    a = loop.call_at(when, print, "a")
    b = loop.call_at(when + 1, print, "b")
    print(a.when() == when, a < b, a <= b, a > b, a == b, a == a, a != b, a == 5)
    print(str(a).startswith("<TimerHandle when="), str(a).endswith(" print()>"))
    a.cancel()
    a.cancel()
    print(a.cancelled(), str(a).startswith("<TimerHandle cancelled when="))
    b.cancel()
    for wrong in (None, "soon"):
        try:
            loop.call_later(wrong, print)
        except TypeError as error:
            print(error)
    try:
        loop.call_at(None, print)
    except TypeError as error:
        print(error)


asyncio.run(main())
