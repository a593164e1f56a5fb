"""Language reference 6.2.9 and 8.4: generators among exceptions."""
import sys


def inner(label):
    try:
        got = yield f'{label} 1'
        print('got', got)
        yield f'{label} 2'
    except ValueError as error:
        print(label, 'handles', error)
        yield f'{label} recovered'
    except GeneratorExit:
        print(label, 'exits')
        raise
    finally:
        print(label, 'finally')
    return f'{label} result'


def outer():
    try:
        result = yield from inner('in')
        print('result', result)
        result = yield from [10, 20]
        print('list gives', result)
    except KeyError as error:
        print('outer handles', error)
        yield 'outer recovered'
    finally:
        print('outer finally')


g = outer()
print(next(g), g.send('hello'), g.gi_yieldfrom.__name__, g.gi_running)
print(next(g), next(g), next(g, 'end'))
g = outer()
print(next(g), g.throw(ValueError('v')), next(g))
g.close()
g = outer()
next(g)
print(g.throw(KeyError('k')), next(g, 'end'))
g = outer()
next(g)
g.close()
fresh = outer()
fresh.close()
print(next(fresh, 'closed before start'))
fresh = outer()
try:
    fresh.throw(RuntimeError('never started'))
except RuntimeError as error:
    print(error)


def stop_inside():
    yield 1
    raise StopIteration(5)


def next_inside():
    yield next(iter([]))


for f in (stop_inside, next_inside):
    try:
        list(f())
    except RuntimeError as error:
        print(error, repr(error.__cause__))


def return_in_finally():
    try:
        yield 1
    finally:
        return 'finally wins'


g = return_in_finally()
next(g)
try:
    g.throw(ValueError('lost'))
except StopIteration as stop:
    print(stop.value)


def yields_in_finally():
    try:
        yield 1
    finally:
        yield 'cleanup'
        print('cleaned')


g = yields_in_finally()
next(g)
print(next(g), next(g, 'done'))
g = yields_in_finally()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def context():
    try:
        raise ValueError('first')
    except ValueError:
        yield sys.exception()
        yield sys.exception()
        raise


g = context()
try:
    raise KeyError('outside')
except KeyError:
    print(repr(next(g)), repr(sys.exception()))
print(repr(next(g)), sys.exception())
try:
    next(g)
except ValueError as error:
    print(repr(error), error.__context__)


def chain():
    try:
        yield
    except ValueError as error:
        raise TypeError('converted') from error


g = chain()
next(g)
try:
    g.throw(ValueError, 'old style') if False else g.throw(ValueError('old style'))
except TypeError as error:
    print(repr(error.__cause__))


class Manager:
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *exc):
        print('exit', exc[0] and exc[0].__name__)


def managed():
    with Manager():
        yield 1
        yield 2


for x in managed():
    break
g = managed()
next(g)
del g
g = managed()
print(list(g))


def delegate_to(obj):
    yield from obj


class OnlyIter:
    def __iter__(self):
        return iter('ab')


class Closes:
    def __iter__(self):
        return self

    def __next__(self):
        return 'x'

    def close(self):
        print('close called')


print(list(delegate_to(OnlyIter())))
g = delegate_to(Closes())
next(g)
g.close()
g = delegate_to(iter('abc'))
next(g)
try:
    g.send('value')
except AttributeError as error:
    print(error)
g = delegate_to(iter('abc'))
next(g)
try:
    g.throw(ValueError('no throw'))
except ValueError as error:
    print(error)
for bad in (5, None, object()):
    try:
        list(delegate_to(bad))
    except TypeError as error:
        print(error)


def counting():
    try:
        n = 0
        while True:
            n += (yield n) or 1
    except GeneratorExit:
        return n


g = counting()
print(next(g), next(g), g.send(10), g.close(), g.close())
