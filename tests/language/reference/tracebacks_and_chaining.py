"""Language reference 4.3 and library: what an uncaught exception prints."""
import sys
import traceback


class Weird(Exception):
    def __str__(self):
        return 'line one\nline two'


def level3(x):
    return (x +
            1) / (x -
                  x)


def level2(x):
    try:
        return level3(x)
    except ZeroDivisionError as error:
        raise ValueError(f'bad {x}') from error


def level1(x):
    try:
        return level2(x)
    except ValueError:
        d = {}
        return d['missing'][x]


def show(f, *args):
    try:
        f(*args)
    except BaseException as error:
        traceback.print_exception(error, file=sys.stdout)
        print('-' * 10)


show(level1, 5)
show(lambda: (_ for _ in ()).throw(Weird()))
show(lambda: [1, 2, 3][10])
show(lambda: 'abc'.nope.other)
show(lambda: None.attribute(1)(2))
show(lambda: {'a': {'b': None}}['a']['b']['c'])
show(lambda: int('x') + 1 if True else 2)
show(lambda: (1 + 'a') * 2)
show(lambda: print(undefined, 1))
show(lambda: f'{1 / 0}')
show(lambda: max(1, 'a', key=None))
show(lambda: [x.y for x in [1]])
show(lambda: sorted([3, 'a'], key=lambda v: v))
show(exec, 'a = 1\nb = (a +\n     "x")')
show(eval, '1 +')
show(compile, 'def f(:\n  pass', 'file.py', 'exec')
show(exec, 'if True:\npass')


def recursion(n):
    return recursion(n + 1)


sys.setrecursionlimit(60)
show(recursion, 0)
sys.setrecursionlimit(1000)


class Desc:
    @property
    def p(self):
        raise KeyError('in property')

    def __getattr__(self, name):
        raise AttributeError(f'no {name}')

    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise RuntimeError('in exit')

    def __del__(self):
        pass


show(lambda: Desc().p)
show(lambda: Desc().q)


def with_it():
    with Desc() as d:
        raise TypeError('in body')


show(with_it)


def gen():
    yield 1
    raise LookupError('in generator')


show(lambda: list(gen()))


def notes():
    error = OSError(2, 'No such file', 'f')
    error.add_note('first note\nsecond line')
    error.add_note('another')
    raise error


show(notes)


def suppressed():
    try:
        raise KeyError('hidden')
    except KeyError:
        raise ValueError('shown') from None


show(suppressed)


def nested_group():
    errors = []
    for f in (lambda: 1 / 0, lambda: int('z')):
        try:
            f()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup('several', [*errors, ExceptionGroup('inner', [Weird()])])


show(nested_group)


def assertion(x):
    assert x > 10, f'{x} is too small'


show(assertion, 5)
show(sys.exit, 3)
show(lambda: (yield_ for yield_ in 5))
show(lambda: object.__getattribute__(5, 'zzz'))
show(lambda: [].append(1, 2))
show(lambda a, b: a, 1)
show(lambda: 5())
show(lambda: 'x' @ 1)
show(lambda: (lambda: 1)()())
level1(7)
