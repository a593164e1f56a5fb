"""Tutorial 8.9 and 8.10."""
def f():
    excs = [OSError('error 1'), SystemError('error 2')]
    raise ExceptionGroup('there were problems', excs)


try:
    f()
except Exception as e:
    print(f'caught {type(e)}: {e}')


def g():
    raise ExceptionGroup("group1", [
        OSError(1), SystemError(2),
        ExceptionGroup("group2", [OSError(3), RecursionError(4)])])


try:
    try:
        g()
    except* OSError as e:
        print("There were OSErrors", e.exceptions)
    except* SystemError as e:
        print("There were SystemErrors", e.exceptions)
except ExceptionGroup as rest:
    print(repr(rest), rest.exceptions[0].exceptions)
excs = []


def check(n):
    if n % 2:
        raise ValueError(f"odd {n}")


for n in range(4):
    try:
        check(n)
    except Exception as e:
        excs.append(e)
print(ExceptionGroup("Test Failures", excs))
try:
    raise TypeError('bad type')
except Exception as e:
    e.add_note('Add some information')
    e.add_note('Add some more information')
    print(e.__notes__)
    try:
        e.add_note(5)
    except TypeError as error:
        print(error)
group = ExceptionGroup("We have some problems", [OSError("x"), ExceptionGroup("in", [KeyError("k")])])
print(group.split(KeyError))
print(group.subgroup(lambda e: isinstance(e, OSError)), group.derive([ValueError()]))
for bad in (lambda: ExceptionGroup("a", []), lambda: ExceptionGroup("a", [5]), lambda: ExceptionGroup("a", [KeyboardInterrupt()]),
            lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


def failing():
    raise OSError('operation failed')


excs = []
for i in range(3):
    try:
        failing()
    except Exception as e:
        e.add_note(f'Happened in Iteration {i + 1}')
        excs.append(e)
raise ExceptionGroup('We have some problems', excs)
