"""Every public name of asyncio is there."""

import asyncio

print(len(asyncio.__all__), len(set(asyncio.__all__)))
for name in sorted(asyncio.__all__):
    thing = getattr(asyncio, name)
    print(name, isinstance(thing, type), callable(thing))
