"""Threads are switched in the middle of natives: sort keys, reprs, generators, event loops."""
import asyncio
import threading
import time


def key(item):
    time.sleep(0.002)
    return -item


class Slow:
    def __repr__(self):
        time.sleep(0.002)
        return "slow"


def numbers(n):
    for item in range(n):
        time.sleep(0.001)
        yield item


async def tasks():
    async def one(n):
        await asyncio.sleep(0.001 * n)
        time.sleep(0.001)
        return n

    return await asyncio.gather(*(one(n) for n in range(5)))


results = {}


def work(name):
    try:
        raise KeyError(name)
    except KeyError:
        results[name] = (
            sorted(range(5), key=key),
            repr([Slow(), Slow()]),
            sum(numbers(5)),
            asyncio.run(tasks()),
        )
        try:
            raise
        except KeyError as error:
            results[name] += (str(error),)


threads = [threading.Thread(target=work, args=(f"t{n}",)) for n in range(4)]
for thread in threads:
    thread.start()
work("main")
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
