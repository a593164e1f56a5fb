"""Prints the public names of asyncio, and the attributes of its classes that programs use."""

import asyncio

loop = asyncio.new_event_loop()
loop.close()
GROUPS = {
    "asyncio": asyncio.__all__,
    "loop": dir(loop),
    "Future": dir(asyncio.Future),
    "Task": dir(asyncio.Task),
    "Handle": dir(asyncio.Handle),
    "TimerHandle": dir(asyncio.TimerHandle),
    "Lock": dir(asyncio.Lock),
    "Event": dir(asyncio.Event),
    "Condition": dir(asyncio.Condition()),
    "Semaphore": dir(asyncio.Semaphore),
    "BoundedSemaphore": dir(asyncio.BoundedSemaphore),
    "Barrier": dir(asyncio.Barrier),
    "Queue": dir(asyncio.Queue),
    "PriorityQueue": dir(asyncio.PriorityQueue),
    "LifoQueue": dir(asyncio.LifoQueue),
    "TaskGroup": dir(asyncio.TaskGroup),
    "Timeout": dir(asyncio.Timeout),
    "Runner": dir(asyncio.Runner),
    "StreamReader": dir(asyncio.StreamReader),
    "StreamWriter": dir(asyncio.StreamWriter),
}
# What `with`, `await` and `for` ask for counts as public.
PROTOCOLS = (
    "__aenter__",
    "__aexit__",
    "__aiter__",
    "__anext__",
    "__await__",
    "__class_getitem__",
    "__enter__",
    "__exit__",
    "__iter__",
)


def is_public(name):
    return not name.startswith("_") or name in PROTOCOLS


if __name__ == "__main__":
    for group, names in GROUPS.items():
        for name in sorted(names):
            if is_public(name) or group == "asyncio":
                print(group, name)
