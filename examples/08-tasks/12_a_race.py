"""One thread, no interruption, and still a race: the balance is read before an await and written after."""

import asyncio

balance = 100


async def withdraw(name, amount):
    global balance
    seen = balance
    print(f"{name} sees {seen}")
    await asyncio.sleep(0.01)
    balance = seen - amount
    print(f"{name} leaves {balance}")


async def main():
    await asyncio.gather(withdraw("Ann", 30), withdraw("Bob", 50))
    print("balance:", balance, "- should be 20")


asyncio.run(main())
