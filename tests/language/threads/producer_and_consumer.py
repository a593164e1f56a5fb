"""A queue between two threads; the consumer sees all items in order."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)
seen = []


def produce():
    for item in range(10):
        q.put(item)
    q.put(None)


def consume():
    while (item := q.get()) is not None:
        time.sleep(0.001)
        seen.append(item)
        q.task_done()
    q.task_done()


producer, consumer = threading.Thread(target=produce), threading.Thread(target=consume)
producer.start()
consumer.start()
q.join()
producer.join()
consumer.join()
print(seen, q.empty(), q.unfinished_tasks)

for make in (queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = make()
    for item in (3, 1, 2):
        q.put(item)
    print(make.__name__, [q.get() for _ in range(3)])
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print("empty")

q = queue.Queue(1)
q.put("full")
for call in (lambda: q.put(1, timeout=0.01), lambda: q.put_nowait(1), lambda: q.get(timeout=-1)):
    try:
        print(call())
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, error)

q = queue.Queue()
waiting = threading.Thread(target=lambda: print(try_get(q)))


def try_get(q):
    try:
        return q.get()
    except queue.ShutDown:
        return "shut down"


waiting.start()
q.shutdown()
waiting.join()
