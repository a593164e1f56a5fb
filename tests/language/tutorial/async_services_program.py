"""A whole program: services, workers, back pressure, retries, shutdown, in virtual or real time."""
import asyncio
import contextlib
import itertools
import logging
import random
import sys
from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field

request_id = ContextVar('request_id', default='-')
logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format='%(levelname)s %(message)s')
log = logging.getLogger('svc')


class Filter(logging.Filter):
    def filter(self, record):
        record.msg = f'[{request_id.get()}] {record.msg}'
        return True


log.addFilter(Filter())


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tries: int = field(default=0, compare=False)


class Flaky(Exception):
    pass


class Service:
    def __init__(self, workers=2):
        self.queue = asyncio.PriorityQueue(maxsize=5)
        self.results, self.failed = {}, []
        self.stats = Counter()
        self.limit = asyncio.Semaphore(workers)
        self.workers = workers

    async def __aenter__(self):
        self.group = asyncio.TaskGroup()
        await self.group.__aenter__()
        self.tasks = [self.group.create_task(self.work(n), name=f'worker-{n}') for n in range(self.workers)]
        return self

    async def __aexit__(self, *exc):
        await self.queue.join()
        for t in self.tasks:
            t.cancel()
        return await self.group.__aexit__(*exc)

    async def submit(self, job):
        if self.queue.full():
            self.stats['waited'] += 1
        await self.queue.put(job)

    async def work(self, n):
        while True:
            job = await self.queue.get()
            token = request_id.set(job.name)
            try:
                async with self.limit, asyncio.timeout(0.5):
                    self.results[job.name] = await self.handle(job)
                self.stats['ok'] += 1
            except Flaky as error:
                job.tries += 1
                self.stats['retried'] += 1
                if job.tries < 3:
                    log.info('retry %d after %s', job.tries, error)
                    self.queue.put_nowait(job) if not self.queue.full() else self.failed.append(job.name)
                else:
                    log.warning('giving up')
                    self.failed.append(job.name)
            except TimeoutError:
                log.warning('timed out')
                self.failed.append(job.name)
            finally:
                request_id.reset(token)
                self.queue.task_done()

    async def handle(self, job):
        await asyncio.sleep(0.01)
        kind = job.name[0]
        if kind == 's':
            await asyncio.sleep(10)
        if kind == 'f' and job.tries < 2 or kind == 'x':
            raise Flaky(f'{job.name}#{job.tries}')
        return len(job.name) * 10


async def producer(service, names):
    for priority, name in enumerate(names):
        await service.submit(Job(priority % 3, name))
        await asyncio.sleep(0.001)


async def main():
    async with Service() as service:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(producer(service, ['a1', 'f2', 'a3']))
            tg.create_task(producer(service, ['s4', 'x5']))
    print(dict(sorted(service.results.items())), sorted(service.failed), service.stats['ok'], service.stats['retried'])

    @contextlib.asynccontextmanager
    async def heartbeat(beats):
        async def beat():
            for n in itertools.count():
                beats.append(n)
                await asyncio.sleep(0.02)
        task = asyncio.create_task(beat())
        try:
            yield task
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    beats = []
    async with heartbeat(beats) as task:
        await asyncio.sleep(0.07)
    print(len(beats) >= 1, task.cancelled())

    async def stage(source, f):
        async for x in source:
            await asyncio.sleep(0)
            yield f(x)

    async def numbers():
        for i in range(4):
            yield i

    pipeline = stage(stage(numbers(), lambda x: x * x), str)
    print([x async for x in pipeline])
    event, order = asyncio.Event(), []

    async def waiter(n):
        await event.wait()
        order.append(n)

    async with asyncio.TaskGroup() as tg:
        for n in range(3):
            tg.create_task(waiter(n))
        tg.create_task(asyncio.sleep(0.01)).add_done_callback(lambda t: event.set())
    print(order)
    results = await asyncio.gather(*(asyncio.wait_for(asyncio.sleep(d, d), 0.05) for d in (0.01, 1, 0.02)), return_exceptions=True)
    print([r if not isinstance(r, Exception) else type(r).__name__ for r in results])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5))

            async def boom(n):
                await asyncio.sleep(0.01)
                raise ValueError(n)
            tg.create_task(boom(1))
            tg.create_task(boom(2))
    except* ValueError as group:
        print(sorted(e.args[0] for e in group.exceptions))


asyncio.run(main())
