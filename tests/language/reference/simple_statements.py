"""Language reference 7.3 to 7.14."""
import sys
try:
    assert 1 == 2, 'message ' + 'here'
except AssertionError as error:
    print(repr(error))
try:
    assert ()
except AssertionError as error:
    print(repr(error), error.args)
assert (1, 'always')if True else 0
pass
x = [1, 2, 3]
del x[0], x[-1]
print(x)
del (x)
a, b = 1, 2
del a, b
try:
    a
except NameError as error:
    print(error, error.name)


def deletes():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        return str(error)


print(deletes())


def nested_delete():
    v = 1

    def use():
        return v
    del v
    try:
        return use()
    except NameError as error:
        return str(error), type(error).__name__


print(nested_delete())


def returns():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                return 'from finally'


print(returns())


def breaks():
    out = []
    while True:
        try:
            out.append('try')
            break
        finally:
            out.append('finally')
    return out


print(breaks())


def chained():
    try:
        raise KeyError('first')
    except KeyError:
        try:
            raise ValueError('second')
        except ValueError as error:
            return repr(error), repr(error.__context__)


print(chained())
for bad in ("return", "class A:\n    return 1", "break", "continue", "if 1: break", "def f():\n    break", "for x in y:\n    def g(): continue", "while 1:\n    class B: break", "global x\nx = 1\nglobal x", "x = 1\nglobal x", "def f():\n    nonlocal z", "nonlocal a", "def f(x):\n    nonlocal x", "from __future__ import nothing", "x = 1\nfrom __future__ import annotations", "from . import *", "def f():\n    from os import *", "import a as b.c", "from a import b.c", "from a import (b, c", "from a import", "import", "import *", "from a import *, b", "del", "assert", "raise a, b", "raise a from", "pass 1", "async def f():\n    return 1\n    yield", "type X = int; type = 5", "type X", "type 1 = 2", "exec 'a'", "print 1", "print 'a', b", "raise E, 'x'"):
    try:
        compile(bad, '<t>', 'exec')
        print(repr(bad), 'fine')
    except SyntaxError as error:
        print(repr(bad), '->', error.msg)
for bad in ("raise 1", "raise ValueError from 1", "raise ValueError, 1", "raise", "raise int", "raise None", "raise ValueError('x') from None", "raise ValueError from KeyError", "raise (ValueError, KeyError)"):
    try:
        exec(bad)
    except SyntaxError:
        print('syntax')
    except BaseException as error:
        print(bad, '->', repr(error), repr(error.__cause__))
type Alias = list[int]
type Generic[T] = dict[str, T]
print(Alias, Alias.__value__, Generic.__type_params__, Generic[int], type(Alias).__name__, Generic.__value__)
