"""Locks, conditions and queues call the methods that a subclass has written anew."""

import asyncio


class LoudLock(asyncio.Lock):
    async def acquire(self):
        print("acquiring")
        return await super().acquire()

    def release(self):
        print("releasing")
        super().release()


class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self.items = []

    def _put(self, item):
        self.items.append(item)

    def _get(self):
        return self.items.pop()

    def qsize(self):
        return len(self.items)

    def empty(self):
        return not self.items

    def _format(self):
        return f"items={self.items}"


class Checked(asyncio.Queue):
    def put_nowait(self, item):
        if item is None:
            raise ValueError("nothing")
        super().put_nowait(item)

    def get_nowait(self):
        return ("got", super().get_nowait())


class Gate(asyncio.Semaphore):
    def locked(self):
        print("asked")
        return super().locked()

    def release(self):
        print("one goes")
        super().release()


async def main():
    lock = LoudLock()
    lock.name = "an attribute"
    async with lock as entered:
        print(entered, lock.locked(), lock.name)

    condition = asyncio.Condition(lock)

    async def wait():
        async with condition:
            await condition.wait()
            print("notified")

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    await task

    stack = Stack(2)
    await stack.put(1)
    await stack.put(2)
    putting = asyncio.create_task(stack.put(3))
    await asyncio.sleep(0)
    print(stack.full(), stack, putting.done())
    print([await stack.get() for _ in range(3)], putting.done())

    queue = Checked()
    await queue.put("item")
    print(await queue.get())
    try:
        await queue.put(None)
    except ValueError as error:
        print(error)

    gate = Gate(1)
    async with gate:
        print("inside")

    plain = asyncio.Queue()
    plain.put_nowait = lambda item: print("instead:", item)
    await plain.put("by the object itself")


asyncio.run(main())
