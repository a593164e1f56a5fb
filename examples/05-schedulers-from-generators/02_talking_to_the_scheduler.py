"""What a task yields is a request: the scheduler decides what it means."""

from collections import deque


def parent():
    print("parent starts")
    yield ("spawn", child("Ann"))
    yield ("spawn", child("Bob"))
    print("parent sees", (yield ("how many",)), "tasks")


def child(name):
    for step in range(2):
        print(f"  {name} step {step}")
        yield ("pause",)


ready = deque([(parent(), None)])
while ready:
    task, answer = ready.popleft()
    try:
        request, *arguments = task.send(answer)
    except StopIteration:
        continue
    answer = None
    if request == "spawn":
        ready.append((arguments[0], None))
    elif request == "how many":
        answer = len(ready) + 1
    ready.append((task, answer))
