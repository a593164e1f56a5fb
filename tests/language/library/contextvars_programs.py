"""Library reference: contextvars in programs."""
import asyncio
import contextvars
import functools
import threading
from contextlib import contextmanager
from contextvars import ContextVar, copy_context

precision = ContextVar('precision', default=2)
user = ContextVar('user')


@contextmanager
def setting(var, value):
    token = var.set(value)
    try:
        yield token
    finally:
        var.reset(token)


def show(x):
    return f'{x:.{precision.get()}f}'


print(show(1 / 3))
with setting(precision, 4):
    print(show(1 / 3))
    with setting(precision, 1):
        print(show(1 / 3))
    print(show(1 / 3))
print(show(1 / 3))


async def handler(name, delay):
    user.set(name)
    with setting(precision, len(name)):
        await asyncio.sleep(delay)
        return await inner()


async def inner():
    await asyncio.sleep(0)
    return f'{user.get()} {show(1)}'


async def main():
    print(await asyncio.gather(handler('ann', 0.002), handler('bo', 0.001)), user.get('nobody'))
    user.set('main')

    async def child():
        user.set('child')
        return user.get()

    print(await asyncio.create_task(child()), user.get(), await child(), user.get())
    ctx = copy_context()
    task = asyncio.create_task(child(), context=ctx)
    await task
    print(ctx[user], user.get())
    loop = asyncio.get_running_loop()
    out = []
    user.set('before')
    loop.call_soon(lambda: out.append(user.get()))
    user.set('after')
    await asyncio.sleep(0)
    print(out, await asyncio.to_thread(user.get), await loop.run_in_executor(None, functools.partial(user.get, 'empty in executor')))

    async def agen():
        user.set('in agen')
        yield user.get()
        yield user.get()

    g = agen()
    print(await anext(g), user.get())
    user.set('outside')
    print(await anext(g))
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(handler(n, 0)) for n in ('x', 'yy')]
    print([t.result() for t in tasks])


asyncio.run(main())
seen = []
precision.set(9)
t = threading.Thread(target=lambda: seen.append(precision.get()))
t.start()
t.join()
ctx = copy_context()
t = threading.Thread(target=ctx.run, args=(lambda: seen.append(precision.get()),))
t.start()
t.join()
print(seen)


def gen():
    token = precision.set(5)
    yield precision.get()
    precision.reset(token)
    yield precision.get()


g = gen()
print(next(g), precision.get(), next(g), precision.get())


class Request:
    current = ContextVar('current')

    def __enter__(self):
        self.token = Request.current.set(self)
        return self

    def __exit__(self, *exc):
        Request.current.reset(self.token)


with Request() as outer:
    with Request() as innermost:
        print(Request.current.get() is innermost)
    print(Request.current.get() is outer)
try:
    Request.current.get()
except LookupError:
    print('no request')
c1 = copy_context()
c1.run(precision.set, 1)
c2 = c1.copy()
c2.run(precision.set, 2)
print(c1[precision], c2[precision], precision.get(), len(c1) == len(c2), precision in c1, c1.get(user), sorted(v.name for v in c1), c1 == c1.copy(), dict(c1.items())[precision])
