"""Events, conditions, semaphores and barriers between threads."""
import threading
import time

event = threading.Event()
log = []


def waiter(number):
    log.append((number, event.wait(5)))


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.02)
print(event.is_set(), log)
event.set()
for thread in threads:
    thread.join()
print(sorted(log), event.wait(0))
event.clear()
print(event.wait(0.01))

condition = threading.Condition()
items = []


def consume():
    with condition:
        print(condition.wait_for(lambda: len(items) >= 2, timeout=5), items)


thread = threading.Thread(target=consume)
thread.start()
for item in "ab":
    time.sleep(0.01)
    with condition:
        items.append(item)
        condition.notify_all()
thread.join()
with condition:
    print(condition.wait(0.01))

semaphore = threading.BoundedSemaphore(2)
running = most = 0


def limited():
    global running, most
    with semaphore:
        running += 1
        most = max(most, running)
        time.sleep(0.01)
        running -= 1


threads = [threading.Thread(target=limited) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("at most", most)

barrier = threading.Barrier(3, action=lambda: print("all there"))
numbers = []


def meet():
    numbers.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(numbers))
late = threading.Thread(target=lambda: attempt())


def attempt():
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        print("broken", barrier.broken)


late.start()
late.join()
barrier.reset()
print(barrier.broken, barrier.n_waiting)

lock = threading.RLock()
with lock:
    with lock:
        other = threading.Thread(target=lambda: print(lock.acquire(timeout=0.01)))
        other.start()
        other.join()
timer = threading.Timer(0.02, print, ["timer"])
timer.start()
cancelled = threading.Timer(0.02, print, ["never"])
cancelled.start()
cancelled.cancel()
timer.join()
cancelled.join()
