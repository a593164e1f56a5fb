"""`async with` may wait while it enters and while it leaves."""

import asyncio


class Connection:
    async def __aenter__(self):
        print("connecting")
        await asyncio.sleep(0.01)
        print("connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        print("closing" + (f" because of {kind.__name__}" if kind else ""))
        await asyncio.sleep(0.01)
        print("closed")

    async def ask(self, question):
        return question[::-1]


async def main():
    async with Connection() as connection:
        print(await connection.ask("live"))
    try:
        async with Connection():
            raise ConnectionResetError
    except ConnectionResetError:
        print("the error came out after the closing")


asyncio.run(main())
