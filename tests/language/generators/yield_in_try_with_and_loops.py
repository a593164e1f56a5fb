from contextlib import contextmanager


@contextmanager
def noisy(n):
    print("enter", n)
    try:
        yield n
    finally:
        print("exit", n)


def g():
    for i in range(2):
        with noisy(i) as n:
            try:
                yield n
            except KeyError:
                print("key error in", n)
                continue
            finally:
                print("finally", n)
        print("after", n)


it = g()
print(next(it))
print(it.throw(KeyError))
print(next(it, "end"))
