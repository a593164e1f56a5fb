"""A future is an empty box with a list of callbacks: awaiting it means being on that list."""


class Future:
    def __init__(self):
        self.done = False
        self.callbacks = []

    def set_result(self, value):
        self.value, self.done = value, True
        for callback in self.callbacks:
            callback(self)

    def __await__(self):
        if not self.done:
            yield self
        return self.value


async def reader(name, box):
    print(name, "waits")
    print(name, "got", await box)


def step(coroutine):
    try:
        box = coroutine.send(None)
    except StopIteration:
        return
    box.callbacks.append(lambda _: step(coroutine))


box = Future()
step(reader("first", box))
step(reader("second", box))
print("nobody runs; now the box is filled")
box.set_result("a letter")
step(reader("late", box))
