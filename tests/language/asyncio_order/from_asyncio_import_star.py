"""from asyncio import * brings all public names."""

from asyncio import *

import asyncio

print([name for name in asyncio.__all__ if name not in globals()])
print(Queue is asyncio.Queue, sleep is asyncio.sleep, TimeoutError is asyncio.TimeoutError)
