# What resumes generators does not resume coroutines, started or not, nor the other way round.
import types


class Pause:
    def __await__(self):
        yield "paused"


async def work():
    await Pause()
    return "done"


def numbers():
    yield 1
    yield 2


for started in (False, True):
    coroutine, generator = work(), numbers()
    if started:
        print(coroutine.send(None), generator.send(None))
    for attempt in (
        lambda: next(coroutine),
        lambda: types.GeneratorType.send(coroutine, None),
        lambda: types.GeneratorType.__next__(coroutine),
        lambda: types.CoroutineType.send(generator, None),
        lambda: next(coroutine, "default"),
    ):
        try:
            print(attempt())
        except TypeError as error:
            print("TypeError:", error)
    print(types.GeneratorType.__next__(generator), types.GeneratorType.send(generator, None) if not started else "")
    try:
        print(types.CoroutineType.send(coroutine, None))
    except StopIteration as stop:
        print("StopIteration:", stop.value)
    coroutine.close()
    send = work().send
    try:
        send(1)
    except TypeError as error:
        print("TypeError:", error)
    print(send(None))
