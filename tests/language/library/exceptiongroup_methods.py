"""Library reference: exception groups."""
class MyGroup(ExceptionGroup):
    def __new__(cls, message, errors, code=0):
        obj = super().__new__(cls, message, errors)
        obj.code = code
        return obj

    def derive(self, errors):
        return MyGroup(self.message, errors, self.code)


eg = ExceptionGroup('top', [TypeError(1), ExceptionGroup('mid', [TypeError(2), ValueError(3), ExceptionGroup('low', [OSError(4)])]), ValueError(5)])
print(eg, repr(eg), eg.message, eg.exceptions, str(eg))


def names(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return [e.message, [names(x) for x in e.exceptions]]
    return repr(e)


match, rest = eg.split(TypeError)
print(names(match), names(rest))
print(names(eg.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 3)), eg.subgroup(KeyError), eg.split(KeyError)[0], names(eg.subgroup((TypeError, OSError))), eg.subgroup(ExceptionGroup) is eg, eg.split(ExceptionGroup)[1])
m = MyGroup('mine', [ValueError(1), KeyError(2)], 7)
m.add_note('note')
try:
    raise m
except MyGroup as caught:
    a, b = caught.split(ValueError)
    print(type(a).__name__, a.code, a.__notes__, a.__traceback__ is caught.__traceback__, a.__cause__, type(b).__name__)
for bad in (lambda: ExceptionGroup(), lambda: ExceptionGroup('m'), lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', 'abc'), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('m', [BaseException()]), lambda: eg.split(5), lambda: eg.split(), lambda: eg.subgroup('x'), lambda: setattr(eg, 'exceptions', ()), lambda: setattr(eg, 'message', 5), lambda: eg.derive(5), lambda: eg.derive([]), lambda: eg.split(int), lambda: BaseExceptionGroup('m', [KeyboardInterrupt()]).derive([ValueError()])):
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)


def handle(group):
    try:
        raise group
    except* TypeError as e:
        print('T', names(e))
    except* (ValueError, OSError) as e:
        print('VO', names(e))
        raise
    else:
        print('else')
    finally:
        print('finally')


try:
    handle(eg)
except ExceptionGroup as e:
    print('out', names(e))
try:
    handle(ExceptionGroup('only', [TypeError('t')]))
except ExceptionGroup as e:
    print('never')


def chained():
    try:
        raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError:
        raise TypeError('new')


try:
    chained()
except ExceptionGroup as e:
    print(names(e), names(e.exceptions[0].__context__))
try:
    try:
        raise ExceptionGroup('a', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        raise e
    except* TypeError:
        raise OSError('x') from None
except ExceptionGroup as e:
    print(names(e))
try:
    try:
        raise KeyError('plain')
    except* KeyError as e:
        print(type(e).__name__, names(e))
        raise
except* KeyError as e:
    print(names(e))
x = 0
for x in range(2):
    try:
        if x:
            raise ExceptionGroup('loop', [ValueError(x)])
    except* ValueError as e:
        print('loop', e.exceptions[0].args)
try:
    e
except NameError as error:
    print(error)
print(ExceptionGroup('x', (ValueError(),)).exceptions, ExceptionGroup('x', [ExceptionGroup('y', [ValueError(1)])]).exceptions[0].exceptions, BaseExceptionGroup('b', [ValueError()]).__class__.__name__, BaseExceptionGroup('b', [SystemExit()]).__class__.__name__, ExceptionGroup[int], issubclass(ExceptionGroup, Exception), len(ExceptionGroup.__mro__))
