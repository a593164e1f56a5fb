"""Only a `yield` inside an `__await__` suspends; everything above it waits in one chain."""


class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        received = yield self.label
        return received.upper()


async def ask(question):
    return await Pause(question)


async def interview():
    name = await ask("name?")
    city = await ask("city?")
    return f"{name} of {city}"


coroutine = interview()
print(coroutine.send(None))
print(coroutine.send("zeno"))
try:
    coroutine.send("elea")
except StopIteration as stop:
    print(stop.value)
