# A call with the wrong number of arguments leaves the generator where it is.
def count():
    received = yield 1
    print("received", received)
    yield 2


counter = count()
print(next(counter))
send, step = counter.send, counter.__next__
for attempt in (
    lambda: counter.send(),
    lambda: counter.send(1, 2),
    lambda: counter.__next__(1),
    lambda: send(),
    lambda: send(1, 2),
    lambda: step(1),
):
    try:
        attempt()
    except TypeError as error:
        print("TypeError:", error)
print(send("at last"))


def ignoring():
    while True:
        yield


# What is sent to a `yield` that nobody uses is dropped at once.
class Noisy:
    def __del__(self):
        print("dropped")


ignored = ignoring()
print(next(ignored))
print(ignored.send(Noisy()))
print("and on")
print(ignored.send(1), next(ignored), ignored.send(None))
