"""Concurrency from nothing but generators: a queue, and `next` on whoever is in front."""

from collections import deque


def task(name, steps):
    for step in range(1, steps + 1):
        print(f"{name} {step}")
        yield


ready = deque([task("red", 3), task("green", 1), task("blue", 2)])

while ready:
    current = ready.popleft()
    try:
        next(current)
    except StopIteration:
        continue
    ready.append(current)

print("all done")
