"""Publish and subscribe: every listener has its own queue, the room copies each message to all."""

import asyncio


class Room:
    def __init__(self):
        self.listeners = {}

    async def join(self, name):
        queue = self.listeners[name] = asyncio.Queue()
        try:
            while (message := await queue.get()) != "bye":
                yield message
        finally:
            del self.listeners[name]

    def say(self, text):
        for queue in self.listeners.values():
            queue.put_nowait(text)


async def listen(name, room):
    async for message in room.join(name):
        print(f"{name} hears: {message}")
    print(f"{name} leaves")


async def main():
    room = Room()
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Bob"):
            group.create_task(listen(name, room))
        await asyncio.sleep(0.01)
        for text in ("hello", "is this on?", "bye"):
            room.say(text)
            await asyncio.sleep(0.01)


asyncio.run(main())
