"""The program waits for threads that are no daemons, then runs what atexit has."""
import atexit
import threading
import time


def later(pause, text):
    time.sleep(pause)
    print(text)


atexit.register(print, "at exit")
threading.Thread(target=later, args=(0.1, "waited for")).start()
threading.Thread(target=later, args=(60, "never"), daemon=True).start()
print("main ends")
raise SystemExit(4)
