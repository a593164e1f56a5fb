"""Language reference 3.2.9 to 3.2.11: modules, classes, instances."""
import sys
import types

m = types.ModuleType('fresh', 'Its docs.')
m.x = 1
exec('y = x + 1\ndef f(): return y', m.__dict__)
print(m.__name__, m.__doc__, m.y, m.f(), m.f.__module__, m, sorted(vars(m)))


def module_getattr(name):
    if name == 'dynamic':
        return 'computed'
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}!")


m.__getattr__ = module_getattr
print(m.dynamic)
for name in ('nothing',):
    try:
        getattr(m, name)
    except AttributeError as error:
        print(error)
try:
    sys.nothing
except AttributeError as error:
    print(error)


class Meta(type):
    def __repr__(cls):
        return f'<meta {cls.__name__}>'


class A(metaclass=Meta):
    """A's docs."""
    annotated: int = 1
    bare: str

    def f(self):
        pass


class B(A, list):
    __slots__ = ()


print(A, B, A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, B.__bases__, B.__base__, B.__mro__, A.__annotations__, A.__dict__['annotated'])
print(type(A.__dict__), A.__firstlineno__, A.__static_attributes__, A.__type_params__)
try:
    A.__dict__['x'] = 1
except TypeError as error:
    print(error)
a = A()
a.x = 1
print(a.__dict__, a.__class__, a.__module__, a.__doc__)
a.__dict__['y'] = 2
print(a.y, sorted(vars(a)))
a.__dict__ = {'z': 3}
print(a.z, hasattr(a, 'x'))
try:
    a.__dict__ = 5
except TypeError as error:
    print(error)


class Other:
    pass


a.__class__ = A
try:
    a.__class__ = Other
    print(type(a))
except TypeError as error:
    print(error)
for bad in (lambda: setattr(a, '__class__', int), lambda: setattr(A, '__name__', 5), lambda: delattr(A, '__module__x'), lambda: setattr(int, 'x', 1), lambda: delattr(A, '__name__'),
            lambda: setattr(A, '__bases__', ()), lambda: type('X', (int, str), {}), lambda: type('X', (bool,), {}), lambda: type(5, (), {}), lambda: type('X', 5, {}), lambda: type()):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
X = type('X', (A,), {'attr': 5, '__qualname__': 'Q.X'})
print(X, X.attr, X.__qualname__, X.__module__, type(X) is Meta)
A.__name__ = 'Renamed'
print(A, A.__subclasses__())
