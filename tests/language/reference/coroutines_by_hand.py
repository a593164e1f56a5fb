"""Language reference 3.4 and 8.9: coroutines without a loop."""
import types
import warnings


class Pause:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        print('pause', self.tag)
        value = yield self.tag
        print('resumed', value)
        return f'{self.tag}={value}'


@types.coroutine
def legacy(x):
    got = yield ('legacy', x)
    return got


async def worker(name):
    a = await Pause(f'{name}.a')
    b = await legacy(name)
    try:
        c = await Pause(f'{name}.c')
    except ValueError as error:
        c = f'handled {error}'
    finally:
        print('finally', name)
    return a, b, c


w = worker('w')
print(w.send(None), w.send(1), w.send('two'), w.cr_await is not None, w.cr_running, w.cr_frame.f_lineno > 0, w.cr_code.co_name, type(w).__name__)
try:
    w.throw(ValueError('thrown'))
except StopIteration as stop:
    print(stop.value)
for bad in (lambda: w.send(None), lambda: worker('x').send(1), lambda: iter(worker('y')), lambda: next(worker('z'))):
    try:
        with warnings.catch_warnings(action='ignore'):
            print(bad())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
c = worker('closed')
c.send(None)
c.close()
print(c.cr_frame)


async def outer():
    results = []
    async for x in Counter(3):
        results.append(x)
    async with Manager('m') as m:
        results.append(m)
    results.extend([y async for y in Counter(2)])
    return results


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await legacy(self.n)
        return self.n


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await legacy('enter')
        return self.name

    async def __aexit__(self, kind, value, tb):
        await legacy('exit')
        print('aexit', kind)
        return True


def drive(coro):
    seen = []
    try:
        value = None
        while True:
            value = coro.send(value)
            seen.append(value)
    except StopIteration as stop:
        return seen, stop.value


print(drive(outer()))


async def swallowed():
    async with Manager('s'):
        raise KeyError('in body')
    return 'survived'


print(drive(swallowed()))


async def agen():
    for i in range(3):
        got = yield i
        if got:
            await legacy(got)


async def uses():
    g = agen()
    first = await g.asend(None)
    second = await g.asend('sent')
    await g.aclose()
    return first, second


print(drive(uses()))


class BadAwait:
    def __await__(self):
        return 5


class NotAwaitable:
    pass


class ReturnsCoroutine:
    def __await__(self):
        return worker('inner')


async def awaits(x):
    return await x


for bad in (BadAwait(), NotAwaitable(), 5, None, ReturnsCoroutine(), [], (y for y in ())):
    try:
        with warnings.catch_warnings(action='ignore'):
            print(drive(awaits(bad)))
    except TypeError as error:
        print(error)
shared = worker('shared')
a1 = awaits(shared)
a1.send(None)
try:
    awaits(shared).send(None)
except RuntimeError as error:
    print(error)
a1.close()


def scheduler(**coros):
    ready = list(coros.items())
    while ready:
        name, coro = ready.pop(0)
        try:
            print(name, 'yields', coro.send(None))
            ready.append((name, coro))
        except StopIteration as stop:
            print(name, 'returns', stop.value)


async def counts(n):
    for i in range(n):
        await legacy(i)
    return n


scheduler(a=counts(2), b=counts(1))
