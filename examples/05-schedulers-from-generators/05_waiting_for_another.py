"""Joining: a task that waits for another is resumed with the other's return value."""

from collections import deque

ready = deque()
waiting = {}


def download(name, steps):
    for _ in range(steps):
        yield
    return f"{name} ({steps} steps)"


def main():
    small = download("small", 1)
    large = download("large", 3)
    ready.extend([(small, None), (large, None)])
    print("waiting for the large one")
    print("main got", (yield large))


ready.append((main(), None))
while ready:
    task, value = ready.popleft()
    try:
        wanted = task.send(value)
    except StopIteration as stop:
        print("finished:", stop.value)
        if task in waiting:
            ready.append((waiting.pop(task), stop.value))
    else:
        if wanted is None:
            ready.append((task, None))
        else:
            waiting[wanted] = task
