"""Library reference: warnings in programs: deprecating, filtering, testing."""
import functools
import sys
import warnings


def deprecated_alias(**aliases):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            for old, new in aliases.items():
                if old in kwargs:
                    warnings.warn(f'{old} is deprecated, use {new}', DeprecationWarning, stacklevel=2)
                    kwargs[new] = kwargs.pop(old)
            return f(*args, **kwargs)
        return wrapper
    return decorate


@deprecated_alias(colour='color')
def draw(color='red'):
    return color


print(draw(), draw(colour='blue'))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    draw(colour='x')
    warnings.warn(RuntimeWarning('instance'))
    warnings.warn_explicit('explicit', UserWarning, 'file.py', 7, module='m')
print([(w.category.__name__, str(w.message), w.lineno if w.filename == 'file.py' else w.filename == __file__) for w in caught])


class MyWarning(UserWarning):
    pass


def emit():
    warnings.warn('mine', MyWarning)


for action in ('ignore', 'error', 'once', 'always', 'default', 'module'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action, MyWarning)
        outcome = []
        for _ in range(2):
            try:
                emit()
                outcome.append('ok')
            except MyWarning as error:
                outcome.append(repr(error))
    print(action, outcome, len(caught))
with warnings.catch_warnings():
    warnings.filterwarnings('error', message='.*bad.*', category=UserWarning)
    warnings.filterwarnings('ignore', category=UserWarning, module='nomatch', append=True)
    try:
        warnings.warn('a bad thing')
    except UserWarning as error:
        print('error:', error)
    warnings.filterwarnings('ignore', message='a BAD')
    warnings.warn('a bad thing again')
print(len(warnings.filters) > 0)


@warnings.deprecated('gone soon')
def old():
    return 1


class Base:
    @warnings.deprecated('use other', category=None)
    def silent(self):
        return 'silent'

    @property
    @warnings.deprecated('old property')
    def prop(self):
        return 'prop'


@warnings.deprecated('old class')
class Old:
    def __init__(self, x=0):
        self.x = x


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(old(), Base().silent(), Base().prop, Old(3).x, type('Sub', (Old,), {})().x)
print([str(w.message) for w in caught], old.__deprecated__, Old.__deprecated__)


def source_line():
    return warnings.formatwarning('text', UserWarning, __file__, 3), warnings.formatwarning('text', UserWarning, '<none>', 1, 'given line')


first, second = source_line()
print(first.splitlines()[0].endswith(':3: UserWarning: text'), first.splitlines()[1:], second)
shown = []
original = warnings.showwarning
warnings.showwarning = lambda *args, **kw: shown.append(args[:2])
warnings.warn('captured', FutureWarning)
warnings.showwarning = original
print(shown)
with warnings.catch_warnings(action='ignore'):
    warnings.warn('silence')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for source in ('x is 1', '"abc" is x', '1 is 1', 'assert (1, "msg")', "'\\d'", '5()', '[1] [0]', '"a" (1)', '0x1for x in y', '1if 2else 3', 'x is ()', 'None is 1', '"%s" ("x")', '{}()', '1.real if 0 else 2'):
        try:
            compile(source, '<t>', 'exec')
            print(source, 'fine')
        except SyntaxError as error:
            print(source, '->', error.msg)
        except SyntaxWarning as error:
            print(source, 'warning', error)
for bad in (lambda: warnings.warn('x', 'UserWarning'), lambda: warnings.warn('x', Exception), lambda: warnings.simplefilter('bogus'), lambda: warnings.filterwarnings('ignore', message=5), lambda: warnings.filterwarnings('ignore', category='x'), lambda: warnings.deprecated(5), lambda: warnings.catch_warnings(module=5).__enter__() and None):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
