"""A task drives one coroutine: step it, look at the future it yields, come back when that is done."""

from collections import deque

ready = deque()


class Future:
    def __init__(self):
        self.value, self.done, self.waiters = None, False, []

    def set_result(self, value):
        self.value, self.done = value, True
        ready.extend(self.waiters)

    def __await__(self):
        if not self.done:
            yield self
        return self.value


class Task(Future):
    def __init__(self, coroutine):
        super().__init__()
        self.coroutine = coroutine
        ready.append(self.step)

    def step(self):
        try:
            future = self.coroutine.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        else:
            future.waiters.append(self.step)


async def twice(number, gate):
    print(f"twice({number}) waits at the gate")
    await gate
    return number * 2


async def main():
    gate = Future()
    tasks = [Task(twice(number, gate)) for number in (1, 2, 3)]
    ready.append(lambda: gate.set_result(None))
    print([await task for task in tasks])


Task(main())
while ready:
    ready.popleft()()
