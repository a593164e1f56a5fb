"""`types.coroutine` lets a plain generator stand after `await`: the bridge between two worlds."""

from types import coroutine


@coroutine
def switch():
    yield "switch"


async def worker(name):
    for step in range(2):
        print(name, step)
        await switch()


tasks = [worker("left"), worker("right")]
while tasks:
    task = tasks.pop(0)
    try:
        request = task.send(None)
    except StopIteration:
        continue
    print("  the scheduler heard:", request)
    tasks.append(task)
