"""A lock makes read-wait-write one piece: the race of chapter 8 is gone."""

import asyncio

balance = 100


async def withdraw(name, amount, lock):
    global balance
    async with lock:
        seen = balance
        print(f"{name} sees {seen}")
        await asyncio.sleep(0.01)
        balance = seen - amount
        print(f"{name} leaves {balance}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(withdraw("Ann", 30, lock), withdraw("Bob", 50, lock))
    print("balance:", balance)


asyncio.run(main())
