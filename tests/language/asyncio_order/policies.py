"""A policy decides which loop is made."""

import asyncio


class Loop(asyncio.SelectorEventLoop):
    pass


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new_event_loop")
        return Loop()


async def main():
    return type(asyncio.get_running_loop()).__name__


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))
asyncio.set_event_loop_policy(None)
print(asyncio.run(main()))
print(asyncio.run(main(), loop_factory=Loop))
