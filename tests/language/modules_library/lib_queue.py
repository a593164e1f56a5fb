"""Queues used by one thread: order, limits, timeouts, task_done, shutdown."""

import queue


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}({error})"


fifo = queue.Queue(maxsize=2)
print(fifo.empty(), fifo.full(), fifo.qsize())
fifo.put("a")
fifo.put("b")
print(fifo.full(), attempt(fifo.put_nowait, "c"), attempt(fifo.put, "c", timeout=0.01))
print(fifo.get(), fifo.get(timeout=1), attempt(fifo.get, False), attempt(fifo.get, timeout=0.01))
print(attempt(fifo.get, timeout=-1), attempt(fifo.put, 1, timeout=-1))
fifo.task_done()
fifo.task_done()
fifo.join()
print(attempt(fifo.task_done))

heap = queue.PriorityQueue()
for item in [(3, "low"), (1, "high"), (2, "middle")]:
    heap.put(item)
print([heap.get()[1] for _ in range(3)])

stack = queue.LifoQueue()
for item in range(4):
    stack.put(item)
print([stack.get() for _ in range(4)])

simple = queue.SimpleQueue()
simple.put(1)
simple.put_nowait(2)
print(simple.qsize(), simple.get(), simple.get_nowait(), simple.empty())
print(attempt(simple.get_nowait), attempt(simple.get, timeout=0.01))

closing = queue.Queue()
closing.put("left")
closing.shutdown()
print(attempt(closing.put, "late"), closing.get(), attempt(closing.get))

dropped = queue.Queue()
dropped.put("lost")
dropped.shutdown(immediate=True)
print(dropped.qsize(), attempt(dropped.get), attempt(dropped.put_nowait, 1))

print(queue.Empty.__mro__[1], issubclass(queue.Full, Exception), repr(queue.Empty()))
