"""A thread that never waits does not keep the others from running."""
import threading
import time

stop = False


def spin():
    turns = 0
    while not stop:
        turns += 1
    return turns


def recurse(n):
    return n if n < 2 else recurse(n - 1) + recurse(n - 2)


def compute():
    while not stop:
        recurse(12)
    return None


threads = [threading.Thread(target=spin), threading.Thread(target=compute)]
for thread in threads:
    thread.start()
print("the main thread runs")
for _ in range(5):
    time.sleep(0.01)
print("and runs again")
stop = True
threads[0].join()
threads[1].join()
