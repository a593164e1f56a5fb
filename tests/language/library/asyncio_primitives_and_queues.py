"""Library reference: asyncio, synchronization primitives and queues."""
import asyncio


async def main():
    lock = asyncio.Lock()
    print(lock, lock.locked())
    async with lock:
        print(lock.locked(), repr(lock).split(' ')[-1])
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    order = []

    async def worker(name, lock):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)

    await asyncio.gather(*(worker(n, lock) for n in 'abc'))
    print(order)
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(event, event.is_set())
    event.set()
    print(await asyncio.gather(*waiters), event.is_set(), event.clear(), event.is_set())
    cond = asyncio.Condition()
    items = []

    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            return n, items.pop()

    consumers = [asyncio.create_task(consumer(n)) for n in range(2)]
    await asyncio.sleep(0)
    for value in 'xy':
        async with cond:
            items.append(value)
            cond.notify()
        await asyncio.sleep(0)
    print(await asyncio.gather(*consumers))
    for bad in (cond.notify, cond.notify_all):
        try:
            bad()
        except RuntimeError as error:
            print(error)
    sem = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(5)))
    print(peak, sem.locked(), sem)
    bounded = asyncio.BoundedSemaphore(1)
    for bad in (bounded.release, lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0)):
        try:
            bad()
        except ValueError as error:
            print(error)
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())), barrier.parties, barrier.n_waiting, barrier.broken)
    await barrier.abort()
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(repr(error))
    q = asyncio.Queue(maxsize=2)
    print(q, q.empty(), q.full(), q.qsize(), q.maxsize)
    q.put_nowait(1)
    await q.put(2)
    for bad in (lambda: q.put_nowait(3), lambda: asyncio.Queue().get_nowait(), lambda: asyncio.Queue().task_done()):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, error)
    print(await q.get(), q.get_nowait(), q.task_done(), q.task_done(), await q.join())
    log = []

    async def producer(q):
        for i in range(4):
            await q.put(i)
            log.append(f'put {i}')

    async def drain(q):
        while True:
            item = await q.get()
            log.append(f'got {item}')
            q.task_done()

    task = asyncio.create_task(drain(q))
    await producer(q)
    await q.join()
    task.cancel()
    print(log)
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for item in ((2, 'b'), (1, 'a')):
        p.put_nowait(item)
        l.put_nowait(item)
    print(await p.get(), await l.get())
    s = asyncio.Queue()
    getter = asyncio.create_task(s.get())
    await asyncio.sleep(0)
    s.shutdown()
    for action in (getter, s.put(1), s.get()):
        try:
            await action
        except asyncio.QueueShutDown as error:
            print(repr(error))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Queue().get()
    except TimeoutError:
        print('timed out')


asyncio.run(main())
