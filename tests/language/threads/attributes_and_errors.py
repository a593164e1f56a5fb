"""What a thread says of itself, and what it refuses."""
import threading


def show(value):
    words = repr(value).replace(")>", " ) >").replace(">", " >").replace("=", "= ").replace(":", " :").split(" ")
    print(" ".join("#" if word.startswith("0x") or len(word) > 9 and word.isdigit() else word
                   for word in words))


def attempt(function, *args, **kwargs):
    try:
        show(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def work():
    show(threading.current_thread())
    attempt(threading.current_thread().join)


thread = threading.Thread(target=work)
show(thread)
print(thread.name, thread.daemon, thread.ident, thread.is_alive(), thread.native_id)
attempt(thread.join)
thread.start()
thread.join()
show(thread)
print(thread.is_alive(), thread.ident is not None)
attempt(thread.start)
attempt(setattr, thread, "daemon", True)
attempt(threading.Thread, 1)
show(threading.Thread(target=work, daemon=True, name="named"))
show(threading.Timer(1, print))
show(threading.main_thread())
attempt(threading.main_thread().join)
show(threading.enumerate())
print(threading.active_count())


class Unmade(threading.Thread):
    def __init__(self):
        pass


attempt(Unmade().start)
attempt(Unmade().join)
attempt(lambda: Unmade().name)
attempt(lambda: repr(Unmade()))
attempt(threading.Lock().release)
attempt(threading.RLock().release)
attempt(threading.Lock().acquire, False, 1)
attempt(threading.Lock().acquire, timeout=-2)
attempt(threading.Semaphore, -1)
attempt(threading.BoundedSemaphore(1).release)
attempt(threading.Condition().notify)
attempt(threading.Condition().wait)
attempt(threading.Barrier, 0)
for value in (
    threading.Lock(), threading.RLock(), threading.Event(), threading.Semaphore(3),
    threading.BoundedSemaphore(2), threading.Condition(), threading.Barrier(2), threading.local(),
):
    show(value)
