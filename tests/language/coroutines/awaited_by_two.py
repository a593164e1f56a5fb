"""A coroutine that waits already cannot be awaited by another one."""

import types
import warnings


@types.coroutine
def nop():
    yield


async def coroutine():
    await nop()


async def waiter(other):
    await other


coro = coroutine()
coro.send(None)
try:
    waiter(coro).send(None)
except RuntimeError as error:
    print(error)
try:
    coro.send(None)
except StopIteration as stop:
    print("done", stop.value)
try:
    waiter(coro).send(None)
except RuntimeError as error:
    print(error)


async def never():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    unstarted = never()
    unstarted.cr_frame.clear()
    print([str(warning.message) for warning in caught])
    unstarted.close()

warnings._warn_unawaited_coroutine = lambda coro: 1 / 0
never()
