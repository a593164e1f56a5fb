"""An exception that ends a thread is told, and the program goes on."""
import _thread
import sys
import threading
import time


def fail(message):
    raise ValueError(message)


def leave():
    sys.exit(3)


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


run(fail, "one")
run(leave)
print("goes on")


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, len(args))


threading.excepthook = hook
run(fail, "two")
threading.excepthook = lambda args: fail("in the hook")
run(fail, "three")
threading.excepthook = threading.__excepthook__
_thread.start_new_thread(fail, ("four",))
time.sleep(0.05)
