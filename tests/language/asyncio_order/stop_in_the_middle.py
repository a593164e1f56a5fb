"""stop() lets the round end."""

import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 1)
loop.call_soon(loop.stop)
loop.call_soon(print, 2)
loop.call_soon(lambda: loop.call_soon(print, "next run"))
loop.run_forever()
print("stopped")
loop.stop()
loop.run_forever()
print("stopped again")
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
loop.close()
for use in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        use()
    except RuntimeError as error:
        print(error)
