"""Five philosophers, five forks: taking the lower-numbered fork first keeps them from starving."""

import asyncio

NAMES = ["Plato", "Laozi", "Hypatia", "Kant", "Arendt"]


async def philosopher(seat, forks):
    first, second = sorted((seat, (seat + 1) % len(forks)))
    async with forks[first]:
        await asyncio.sleep(0.02)
        async with forks[second]:
            print(f"{NAMES[seat]} eats with forks {first} and {second}")
            await asyncio.sleep(0.03)
    print(f"{NAMES[seat]} thinks")


async def main():
    forks = [asyncio.Lock() for _ in NAMES]
    await asyncio.gather(*(philosopher(seat, forks) for seat in range(len(NAMES))))


asyncio.run(main())
