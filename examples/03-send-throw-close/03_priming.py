"""Nothing can be sent to a generator that has not reached a `yield` yet."""


def collector():
    while True:
        item = yield
        print("got", item)


generator = collector()
generator.send("too early")
