"""Threads that sleep take turns by their deadlines."""
import threading
import time


def say(name, pause):
    for number in range(2):
        time.sleep(pause)
        print(name, number, flush=True)


threads = [
    threading.Thread(target=say, args=("a", 0.1)),
    threading.Thread(target=say, args=("b", 0.17)),
    threading.Thread(target=say, kwargs={"name": "c", "pause": 0.6}),
]
for thread in threads:
    thread.start()
print("started")
for thread in threads:
    thread.join()
print("done")
