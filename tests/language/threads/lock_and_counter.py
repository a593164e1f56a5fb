"""Many threads count under a lock; nothing is lost."""
import threading

lock = threading.Lock()
total = 0


def count():
    global total
    for _ in range(2000):
        with lock:
            before = total
            total = before + 1


threads = [threading.Thread(target=count) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, lock.locked())
