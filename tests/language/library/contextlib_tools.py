"""Library reference: contextlib."""
import contextlib
import io
import os
import sys
from contextlib import *


@contextmanager
def managed(name):
    print('acquire', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('handled', error)
    finally:
        print('release', name)


with managed('a') as value:
    print(value)
with managed('b'):
    raise ValueError('oops')
try:
    with managed('c'):
        raise KeyError('k')
except KeyError as error:
    print('through', error)


@managed('decorator')
def decorated(x):
    """Docs."""
    print('inside', x)
    return x


print(decorated(1), decorated(2), decorated.__name__, decorated.__doc__)


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def swallows():
    try:
        yield
    except Exception:
        pass
    yield 'again'


for bad in (no_yield, two_yields):
    try:
        with bad():
            pass
    except RuntimeError as error:
        print(error)
try:
    with swallows():
        raise ValueError
except RuntimeError as error:
    print(error)


@contextmanager
def stops():
    yield


try:
    with stops():
        raise StopIteration('mine')
except StopIteration as error:
    print(repr(error))


class Closable:
    def close(self):
        print('closed')


with closing(Closable()) as c:
    print(type(c).__name__)
with nullcontext('result') as n:
    print(n)
with suppress(FileNotFoundError, KeyError):
    {}['x']
    print('not reached')
with suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)])
try:
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as error:
    print(repr(error))
f = io.StringIO()
with redirect_stdout(f):
    print('captured')
    with redirect_stdout(sys.stderr):
        pass
with redirect_stderr(f):
    print('error', file=sys.stderr)
print(repr(f.getvalue()))
before = os.getcwd()
with chdir('/'):
    print(os.getcwd())
print(os.getcwd() == before)


class Deco(ContextDecorator):
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *exc):
        print('exit', exc[0])
        return False


@Deco()
def function():
    print('body')


function()
with ExitStack() as stack:
    for name in 'xy':
        print(stack.enter_context(managed(name)))
    stack.callback(print, 'callback', sep='-')

    @stack.callback
    def _():
        print('decorated callback')
    stack.push(lambda *exc: print('exit function', exc[0]))
try:
    with ExitStack() as stack:
        stack.push(lambda *exc: 1 / 0)
        stack.callback(lambda: {}['k'])
        raise ValueError('first')
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
with ExitStack() as stack:
    stack.push(lambda *exc: True)
    raise ValueError('swallowed')
with ExitStack() as stack:
    stack.callback(print, 'kept')
    later = stack.pop_all()
print('after')
later.close()
for bad in (lambda: ExitStack().enter_context(5), lambda: ExitStack().push(5) and None, lambda: suppress(5).__enter__(), lambda: contextmanager(5)(), lambda: closing(5).__exit__(None, None, None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class ACM(AbstractContextManager):
    def __exit__(self, *a):
        return None


a = ACM()
print(a.__enter__() is a, isinstance(a, AbstractContextManager), isinstance(open(os.devnull), AbstractContextManager), issubclass(Closable, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
