"""Calling an `async def` runs nothing: it makes a coroutine, which `send(None)` drives."""


async def answer():
    print("  running")
    return 42


coroutine = answer()
print(type(coroutine).__name__, "made, nothing has run")
try:
    coroutine.send(None)
except StopIteration as stop:
    print("returned", stop.value)
