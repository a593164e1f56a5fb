"""Sleeping is a heap of wake-up times: the clock jumps to the earliest one."""

import heapq


def lamp(name, interval, times):
    for _ in range(times):
        yield interval
        print(f"t={now:<3} {name} blinks")


now = 0
sleeping = []
sequence = 0


def wake_later(delay, task):
    global sequence
    sequence += 1  # equal times keep their order
    heapq.heappush(sleeping, (now + delay, sequence, task))


for lamp_task in (lamp("red", 2, 4), lamp("green", 3, 3), lamp("blue", 4, 2)):
    wake_later(0, lamp_task)

while sleeping:
    now, _, task = heapq.heappop(sleeping)
    try:
        wake_later(next(task), task)
    except StopIteration:
        pass
