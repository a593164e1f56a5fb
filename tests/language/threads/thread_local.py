"""Each thread has attributes of its own."""
import threading

plain = threading.local()
plain.x = "main"


class Mine(threading.local):
    shared = "class"

    def __init__(self, start):
        print("init", start)
        self.value = start

    def double(self):
        self.value *= 2
        return self.value


mine = Mine(5)


def work():
    print(hasattr(plain, "x"), plain.__dict__)
    plain.x = "thread"
    print(plain.x, mine.value, mine.double(), mine.shared, mine.__dict__)
    del plain.x
    try:
        plain.x
    except AttributeError as error:
        print(error)


mine.double()
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(plain.x, mine.value, mine.__dict__)
try:
    threading.local(1)
except TypeError as error:
    print(error)
try:
    mine.__dict__ = {}
except AttributeError as error:
    print(error)


class Dropped:
    def __del__(self):
        print("dropped with its thread")


def keep():
    plain.kept = Dropped()


thread = threading.Thread(target=keep)
thread.start()
thread.join()
print("after")
