"""Outside a running loop get_event_loop makes one, and warns, only the first time."""

import asyncio
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loop = asyncio.get_event_loop()
    again = asyncio.get_event_loop()
print([str(each.message) for each in caught], loop is again)
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
for wrong in (3, "loop"):
    try:
        asyncio.set_event_loop(wrong)
    except TypeError as error:
        print(error)
    try:
        asyncio.set_event_loop_policy(wrong)
    except TypeError as error:
        print(error)
