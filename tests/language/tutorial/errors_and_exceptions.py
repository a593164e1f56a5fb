"""Tutorial 8.1 to 8.7."""
class B(Exception):
    pass


class C(B):
    pass


class D(C):
    pass


for cls in [B, C, D]:
    try:
        raise cls()
    except D:
        print("D")
    except C:
        print("C")
    except B:
        print("B")
try:
    raise Exception('spam', 'eggs')
except Exception as inst:
    print(type(inst), inst.args, inst, repr(inst))
    x, y = inst.args
    print('x =', x, 'y =', y)


def this_fails():
    x = 1 / 0


try:
    this_fails()
except ZeroDivisionError as err:
    print('Handling run-time error:', err)
try:
    try:
        raise NameError('HiThere')
    except NameError:
        print('An exception flew by!')
        raise
except NameError as error:
    print(repr(error), error.__context__)
try:
    try:
        open("database.sqlite.missing")
    except OSError:
        raise RuntimeError("unable to handle error")
except RuntimeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)


def func():
    raise ConnectionError


try:
    try:
        func()
    except ConnectionError as exc:
        raise RuntimeError('Failed to open database') from exc
except RuntimeError as error:
    print(repr(error.__cause__), error.__suppress_context__)
try:
    try:
        func()
    except OSError:
        raise RuntimeError from None
except RuntimeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)


def bool_return():
    try:
        return True
    finally:
        return False


def divide(x, y):
    try:
        result = x / y
    except ZeroDivisionError:
        print("division by zero!")
    else:
        print("result is", result)
    finally:
        print("executing finally clause")


print(bool_return())
divide(2, 1)
divide(2, 0)
try:
    divide("2", "1")
except TypeError as error:
    print(error)
for raised in (lambda: (_ for _ in ()).throw(3), lambda: exec("raise 5"), lambda: exec("raise"), lambda: exec("raise ValueError from 5")):
    try:
        raised()
    except Exception as error:
        print(type(error).__name__, error)
