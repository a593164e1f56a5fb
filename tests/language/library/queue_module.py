"""Library reference: queue."""
import queue
import threading
q = queue.Queue(maxsize=2)
q.put(1)
q.put(2, block=False)
print(q.qsize(), q.full(), q.empty(), q.maxsize)
for bad in (lambda: q.put(3, block=False), lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01), lambda: q.put(3, timeout=-1), lambda: queue.Queue().get_nowait(), lambda: queue.Queue().get(timeout=0.01), lambda: queue.Queue().task_done(), lambda: q.get(timeout=-1), lambda: queue.SimpleQueue().get_nowait(), lambda: queue.PriorityQueue().get(False)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
print(q.get(), q.get_nowait(), q.unfinished_tasks)
q.task_done()
q.task_done()
q.join()
lifo, prio = queue.LifoQueue(), queue.PriorityQueue()
for item in (3, 1, 2):
    lifo.put(item)
    prio.put((item, 'x' * item))
print([lifo.get() for _ in range(3)], [prio.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put('a')
s.put('b', block=False, timeout=None)
print(s.get(), s.qsize(), s.empty(), s.get(), s.empty())
results = []


def worker():
    while True:
        item = jobs.get()
        if item is None:
            break
        results.append(item * 2)
        jobs.task_done()


jobs = queue.Queue()
threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(10):
    jobs.put(n)
jobs.join()
for _ in threads:
    jobs.put(None)
for t in threads:
    t.join()
print(sorted(results))
d = queue.Queue()
d.put(1)
d.shutdown()
try:
    d.put(2)
except queue.ShutDown as error:
    print('shut', repr(error))
print(d.get())
try:
    d.get()
except queue.ShutDown:
    print('empty and shut')
e = queue.Queue()
e.put(1)
e.shutdown(immediate=True)
try:
    e.get()
except queue.ShutDown:
    print('immediate')


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


u = Unique()
u.put(1)
u.put(1)
print(u.qsize(), issubclass(queue.Empty, Exception), queue.Queue(-5).full())
