"""Library reference: threading."""
import threading
import time
order = []


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f'worker-{n}', daemon=True)
        self.n = n

    def run(self):
        order.append(self.n)


w = Worker(1)
print(w, w.is_alive(), w.ident, w.daemon, w.name)
w.start()
w.join()
print(order, w.is_alive(), w.name, threading.main_thread() is threading.current_thread(), threading.active_count(), threading.current_thread().name)
for bad in (lambda: w.start(), lambda: threading.Thread(target=5).join(), lambda: threading.current_thread().join(), lambda: threading.Thread(group=1), lambda: threading.Lock().release(), lambda: threading.RLock().release(), lambda: threading.Condition().notify(), lambda: threading.Condition().wait(), lambda: threading.Semaphore(-1), lambda: threading.BoundedSemaphore(1).release(), lambda: threading.Barrier(0), lambda: setattr(w, 'daemon', False) and None, lambda: threading.Lock().acquire(False, 1), lambda: threading.Lock().acquire(timeout=-2), lambda: threading.Timer(), lambda: threading.Thread(nope=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
with lock:
    print(lock.locked(), repr(lock).split(' at ')[0])
r = threading.RLock()
with r, r:
    print(repr(r).split(' owner')[0], 'count=2' in repr(r))
counter = 0


def add():
    global counter
    for _ in range(1000):
        with lock:
            counter += 1


ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(counter)
event = threading.Event()
seen = []


def waiter():
    seen.append(event.wait())


t = threading.Thread(target=waiter)
t.start()
print(event.is_set(), event.wait(0.01), repr(event).split(' at ')[0])
event.set()
t.join()
print(seen, event.is_set(), event.wait())
event.clear()
cond = threading.Condition()
items = []


def consumer():
    with cond:
        ok = cond.wait_for(lambda: len(items) >= 2, timeout=5)
        seen.append(('consumed', ok, list(items)))


c = threading.Thread(target=consumer)
c.start()
for i in range(2):
    with cond:
        items.append(i)
        cond.notify_all()
c.join()
print(seen)
sem = threading.BoundedSemaphore(2)
print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False), sem.release(), repr(sem).split(' at ')[0])
barrier = threading.Barrier(3, action=lambda: order.append('action'))
indexes = []
bs = [threading.Thread(target=lambda: indexes.append(barrier.wait())) for _ in range(3)]
[b.start() for b in bs]
[b.join() for b in bs]
print(sorted(indexes), order, barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(repr(error))
local = threading.local()
local.x = 'main'


def use_local():
    seen.append(hasattr(local, 'x'))
    local.x = 'thread'


t = threading.Thread(target=use_local)
t.start()
t.join()
print(seen[-1], local.x, vars(local))
timer = threading.Timer(0.01, lambda: order.append('timer'))
timer.start()
timer.join()
cancelled = threading.Timer(60, print)
cancelled.start()
cancelled.cancel()
cancelled.join()
print(order)


def failing():
    raise ValueError('in thread')


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=failing, name='bad')
t.start()
t.join()
print(threading.get_ident() == threading.main_thread().ident, threading.TIMEOUT_MAX > 1e6, [t.name for t in threading.enumerate()], isinstance(threading.get_native_id(), int), threading.stack_size(), threading.Thread(target=print, args=(1,), kwargs={'end': '!\n'}).run())
def gen():
    yield 1
g = gen()
results = []
t = threading.Thread(target=lambda: results.append(next(g)))
t.start(); t.join()
print(results)
