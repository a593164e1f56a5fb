"""Language reference 8.4: try, except, except*, finally."""
def run(action):
    try:
        print('try', end=' ')
        result = action()
    except (ValueError, TypeError) as e:
        print('except', type(e).__name__, end=' ')
    except KeyError:
        print('key', end=' ')
        raise
    except:
        print('bare', end=' ')
    else:
        print('else', result, end=' ')
    finally:
        print('finally')


run(lambda: 1)
run(lambda: int('x'))
run(lambda: 1 / 0)
run(lambda: [] + 1)
try:
    run(lambda: {}['k'])
except KeyError as error:
    print('outer', error)


def bad_class():
    try:
        raise ValueError('v')
    except 5:
        pass


def bad_tuple():
    try:
        raise ValueError('v')
    except (KeyError, 'x'):
        pass


def computed():
    try:
        raise KeyError
    except (lambda: (print('evaluated'), KeyError)[1])() as e:
        return repr(e)


for f in (bad_class, bad_tuple):
    try:
        f()
    except TypeError as error:
        print(error, repr(error.__context__))
print(computed())


def finally_overrides():
    try:
        raise ValueError
    finally:
        return 'swallowed'


def finally_chain():
    try:
        try:
            raise ValueError('a')
        finally:
            raise KeyError('b')
    except KeyError as e:
        return repr(e.__context__)


print(finally_overrides(), finally_chain())


def star(*errors):
    try:
        raise ExceptionGroup('eg', errors)
    except* ValueError as e:
        print('V', e.exceptions, end=' ')
    except* (TypeError, KeyError) as e:
        print('TK', e.exceptions, end=' ')
    else:
        print('else', end=' ')
    finally:
        print('finally')


star(ValueError(1))
star(ValueError(1), TypeError(2), ValueError(3))
try:
    star(ValueError(1), OSError(2))
except ExceptionGroup as e:
    print('rest', repr(e))
try:
    star(ExceptionGroup('inner', [OSError(1), KeyError(2)]))
except* OSError as e:
    print(repr(e))
try:
    raise ValueError('naked')
except* ValueError as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError('new')
    except* TypeError:
        raise
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('x', [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
for bad in ("try: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass", "try: pass\nelse: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A as b.c: pass", "for x in y:\n    try: pass\n    except* A: break", "def f():\n    try: pass\n    except* A: return", "try: pass\nfinally: pass\nelse: pass", "try: pass\nexcept A as 1: pass", "while 1:\n    try: pass\n    except* A:\n        while 1: break"):
    try:
        compile(bad, '<t>', 'exec')
        print(repr(bad), 'fine')
    except SyntaxError as error:
        print(repr(bad), '->', error.msg)
e = 'outer'
try:
    1 / 0
except ZeroDivisionError as e:
    pass
print('e' in globals())


def nested():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                raise ValueError(i)
            return i
        except ValueError as error:
            print('caught', error, end=' ')
        finally:
            print('f', i, end=' ')


print(nested())
