"""Library reference: warnings."""
import sys
import warnings
warnings.warn('first')
warnings.warn('deprecated', DeprecationWarning)
for _ in range(2):
    warnings.warn('same place')
warnings.warn(UserWarning('instance'))


def deep():
    warnings.warn('caller', stacklevel=2)


deep()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('recorded', RuntimeWarning)
    warnings.warn('pending', PendingDeprecationWarning)
    print(len(caught), caught[0].message, caught[0].category, caught[1].category.__name__, caught[0].lineno, caught[0].filename == __file__, str(caught[0].message))
for action in ('error', 'ignore', 'always', 'default', 'once', 'module'):
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.filterwarnings(action, message='match.*', category=UserWarning)
        try:
            for _ in range(2):
                warnings.warn(f'match {action}')
            warnings.warn('other', FutureWarning)
        except UserWarning as error:
            print('raised', repr(error))
with warnings.catch_warnings(action='error', category=FutureWarning):
    try:
        warnings.warn('future', FutureWarning)
    except FutureWarning as error:
        print(error)


def show(message, category, filename, lineno, file=None, line=None):
    print('shown:', message, category.__name__, lineno)


original = warnings.showwarning
warnings.showwarning = show
warnings.warn('through showwarning')
warnings.showwarning = original
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'source line'), warnings.formatwarning('m', UserWarning, 'f.py', 3))
warnings.warn_explicit('explicit', UserWarning, 'somefile.py', 99)
warnings.warn_explicit('explicit', UserWarning, 'somefile.py', 99, registry=(reg := {}))
print(len(reg), warnings.filters[0][:1])


@warnings.deprecated('use new() instead')
def old():
    return 'old'


@warnings.deprecated('class is old', category=FutureWarning)
class Old:
    pass


print(old(), type(Old()).__name__, old.__deprecated__)
for bad in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 'UserWarning'), lambda: warnings.filterwarnings('nope'), lambda: warnings.simplefilter('nope'), lambda: warnings.simplefilter('error', int), lambda: warnings.filterwarnings('error', message=5), lambda: warnings.simplefilter('error', lineno=-1), lambda: warnings.warn('x', stacklevel='a'), lambda: warnings.warn_explicit('x', UserWarning, 'f', 'a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(issubclass(DeprecationWarning, Warning), [c.__name__ for c in Warning.__subclasses__()][:4])


async def coro():
    pass


coro()
x = 5
exec('x is 5', {'x': 5})
assert (x, 'always true')
print('end')
