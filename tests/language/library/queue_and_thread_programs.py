"""Library reference: threads and queues in programs."""
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

results, lock = [], threading.Lock()


def worker(jobs):
    while (job := jobs.get()) is not None:
        with lock:
            results.append(job ** 2)
        jobs.task_done()
    jobs.task_done()


jobs = queue.Queue()
threads = [threading.Thread(target=worker, args=(jobs,), name=f'w{i}') for i in range(3)]
for t in threads:
    t.start()
for n in range(6):
    jobs.put(n)
for _ in threads:
    jobs.put(None)
jobs.join()
[t.join() for t in threads]
print(sorted(results), jobs.empty(), [t.is_alive() for t in threads], [t.name for t in threads])


class Account:
    def __init__(self):
        self.balance, self.cond = 0, threading.Condition()

    def deposit(self, n):
        with self.cond:
            self.balance += n
            self.cond.notify_all()

    def withdraw(self, n, timeout=5):
        with self.cond:
            if not self.cond.wait_for(lambda: self.balance >= n, timeout):
                return False
            self.balance -= n
            return True


account = Account()
got = []
w = threading.Thread(target=lambda: got.append(account.withdraw(50)))
w.start()
for _ in range(5):
    account.deposit(10)
w.join()
print(got, account.balance, account.withdraw(1, timeout=0.01))


class Pipeline(threading.Thread):
    def __init__(self, f, source):
        super().__init__(daemon=True)
        self.f, self.source, self.out = f, source, queue.Queue()

    def run(self):
        while (item := self.source.get()) is not Ellipsis:
            self.out.put(self.f(item))
        self.out.put(...)


first = queue.Queue()
a = Pipeline(lambda x: x + 1, first)
b = Pipeline(lambda x: x * 10, a.out)
a.start()
b.start()
for item in (1, 2, 3, ...):
    first.put(item)
out = []
while (x := b.out.get(timeout=5)) is not ...:
    out.append(x)
print(out)
once = threading.Event()
order = []


def waits(n):
    once.wait()
    with lock:
        order.append(n)


ts = [threading.Thread(target=waits, args=(n,)) for n in range(3)]
[t.start() for t in ts]
print(order, once.is_set())
once.set()
[t.join() for t in ts]
print(sorted(order))
local = threading.local()


def with_local(n):
    local.value = n
    time.sleep(0)
    return local.value


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(with_local, range(5))), hasattr(local, 'value'))
    futures = {pool.submit(pow, 2, n): n for n in range(4)}
    print({futures[f]: f.result() for f in sorted(as_completed(futures), key=lambda f: futures[f])})
    failing = [pool.submit(lambda d: 1 // d, d) for d in (1, 0)]
    done, pending = wait(failing)
    print(sorted(str(f.exception()) for f in done), len(pending))
sem = threading.Semaphore(2)
active, peak = 0, 0


def limited():
    global active, peak
    with sem:
        with lock:
            active += 1
            peak = max(peak, active)
        time.sleep(0.001)
        with lock:
            active -= 1


ts = [threading.Thread(target=limited) for _ in range(6)]
[t.start() for t in ts]
[t.join() for t in ts]
print(peak <= 2, active)
barrier = threading.Barrier(3, timeout=5)
stages = []


def staged(n):
    for stage in range(2):
        with lock:
            stages.append(stage)
        barrier.wait()


ts = [threading.Thread(target=staged, args=(n,)) for n in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(stages)
rlock = threading.RLock()


def recursive(n):
    with rlock:
        return n and n + recursive(n - 1)


print(recursive(5))
timers = []
t = threading.Timer(0.01, timers.append, ('fired',))
t.start()
t.join()
print(timers, threading.active_count())
