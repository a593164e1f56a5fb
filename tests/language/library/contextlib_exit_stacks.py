"""Library reference: contextlib, exit stacks in depth."""
import asyncio
import contextlib
from contextlib import ExitStack, AsyncExitStack


class R:
    def __init__(self, name, log, fail=None, swallow=False):
        self.name, self.log, self.fail, self.swallow = name, log, fail, swallow

    def __enter__(self):
        self.log.append(f'+{self.name}')
        if self.fail == 'enter':
            raise OSError(self.name)
        return self

    def __exit__(self, kind, value, tb):
        self.log.append(f'-{self.name}:{kind and kind.__name__}')
        if self.fail == 'exit':
            raise RuntimeError(self.name)
        return self.swallow


def chain(error):
    out = []
    while error is not None:
        out.append(repr(error))
        error = error.__context__
    return out


def attempt(label, setup, body=None):
    log = []
    try:
        with ExitStack() as stack:
            setup(stack, log)
            if body:
                raise body
        log.append('after')
    except BaseException as error:
        log.append(chain(error))
    print(label, log)


attempt('order', lambda s, log: [s.enter_context(R(n, log)) for n in 'abc'])
attempt('error', lambda s, log: [s.enter_context(R(n, log)) for n in 'ab'], ValueError(1))
attempt('swallow', lambda s, log: [s.enter_context(R('a', log)), s.enter_context(R('b', log, swallow=True))], ValueError(1))
attempt('enter fails', lambda s, log: [s.enter_context(R('a', log)), s.enter_context(R('b', log, fail='enter'))])
attempt('exits fail', lambda s, log: [s.enter_context(R(n, log, fail='exit')) for n in 'ab'], ValueError(1))
attempt('exit fails alone', lambda s, log: [s.enter_context(R('a', log, fail='exit'))])
attempt('fail then swallow', lambda s, log: [s.enter_context(R('a', log, swallow=True)), s.enter_context(R('b', log, fail='exit'))], ValueError(1))
attempt('callbacks', lambda s, log: [s.callback(log.append, 'cb1'), s.callback(lambda *a, **k: log.append((a, k)), 1, x=2)])
attempt('callback fails', lambda s, log: [s.callback(lambda: 1 / 0), s.callback(log.append, 'still')], KeyError('k'))
attempt('push function', lambda s, log: s.push(lambda k, v, t: log.append((k and k.__name__, str(v))) or True), ValueError('seen'))
attempt('push object', lambda s, log: s.push(R('pushed', log)))


def dynamic(n):
    log = []
    with ExitStack() as stack:
        resources = [stack.enter_context(R(i, log)) for i in range(n)]
        keep = stack.pop_all() if n % 2 else None
        log.append(len(resources))
    if keep:
        log.append('kept')
        keep.close()
    return log


print(dynamic(2), dynamic(3))


class Group:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        with ExitStack() as stack:
            stack.enter_context(R('one', self.log))
            stack.push(self)
            stack.enter_context(R('two', self.log, fail='enter'))
            stack.pop_all()
        return self

    def __exit__(self, *exc):
        self.log.append('group exit')


log = []
try:
    with Group(log):
        pass
except OSError as error:
    print(log, error)
stack = ExitStack()
print(stack.callback(print, 'closing').__name__, stack.close(), stack.__enter__() is stack)
for bad in (lambda: stack.enter_context(5), lambda: stack.enter_context(R), lambda: stack.push(5) and stack.close(), lambda: stack.callback(), lambda: AsyncExitStack().enter_context(contextlib.nullcontext()) and 'sync in async'):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class AR:
    def __init__(self, name, log):
        self.name, self.log = name, log

    async def __aenter__(self):
        await asyncio.sleep(0)
        self.log.append(f'+{self.name}')
        return self.name

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        self.log.append(f'-{self.name}:{kind and kind.__name__}')


async def main():
    log = []
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(AR('a', log))
            stack.enter_context(R('sync', log))
            stack.push_async_callback(asyncio.sleep, 0)

            @stack.push_async_exit
            async def note(kind, value, tb):
                log.append(kind.__name__)
            stack.callback(log.append, 'cb')
            raise LookupError('body')
    except LookupError as error:
        log.append(str(error))
    print(log)
    stack = AsyncExitStack()
    await stack.enter_async_context(AR('moved', log2 := []))
    moved = stack.pop_all()
    await stack.aclose()
    print(log2)
    await moved.aclose()
    print(log2)
    for bad in (lambda: stack.enter_async_context(R('x', [])), lambda: stack.enter_async_context(AR)):
        try:
            await bad()
        except TypeError as error:
            print(error)


asyncio.run(main())


@contextlib.contextmanager
def tag(name, log):
    log.append(f'<{name}>')
    try:
        yield name
    finally:
        log.append(f'</{name}>')


log = []
with tag('a', log), tag('b', log):
    log.append('text')
print(''.join(log))
cm = tag('once', [])
with cm:
    pass
try:
    with cm:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__, error)
r = contextlib.redirect_stdout(None)
print(type(r).__mro__[1].__name__, contextlib.suppress().__enter__(), contextlib.nullcontext(1).__enter__())
