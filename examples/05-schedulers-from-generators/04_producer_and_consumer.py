"""A channel between two generators: a task that finds it empty is parked until there is something."""

from collections import deque


class Channel:
    def __init__(self):
        self.items = deque()
        self.parked = deque()


def producer(channel):
    for item in ["bread", "milk", "tea"]:
        print("put", item)
        yield ("put", channel, item)
    yield ("put", channel, None)


def consumer(channel):
    while (item := (yield ("get", channel))) is not None:
        print("    got", item)
    print("    closing time")


channel = Channel()
ready = deque([(consumer(channel), None), (producer(channel), None)])
while ready:
    task, value = ready.popleft()
    try:
        request, where, *item = task.send(value)
    except StopIteration:
        continue
    if request == "put":
        where.items.append(item[0])
        ready.append((task, None))
    else:
        where.parked.append(task)
    while where.parked and where.items:
        ready.append((where.parked.popleft(), where.items.popleft()))
