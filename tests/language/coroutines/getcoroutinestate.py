import inspect
import types


@types.coroutine
def pause():
    yield


async def f():
    print(inspect.getcoroutinestate(c))
    await pause()


c = f()
print(inspect.getcoroutinestate(c))
c.send(None)
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
print(
    inspect.iscoroutine(c),
    inspect.iscoroutinefunction(f),
    inspect.isawaitable(c),
    inspect.isawaitable(1),
)
print(inspect.iscoroutinefunction(pause), inspect.isawaitable(pause()))
