"""Descriptors: validators, methods, class methods, slots in pure Python."""
import os


class Validator:
    def __set_name__(self, owner, name):
        self.private_name = '_' + name

    def __get__(self, obj, objtype=None):
        return getattr(obj, self.private_name)

    def __set__(self, obj, value):
        self.validate(value)
        setattr(obj, self.private_name, value)


class OneOf(Validator):
    def __init__(self, *options):
        self.options = set(options)

    def validate(self, value):
        if value not in self.options:
            raise ValueError(f'Expected {value!r} to be one of {sorted(self.options)!r}')


class Number(Validator):
    def __init__(self, minvalue=None, maxvalue=None):
        self.minvalue, self.maxvalue = minvalue, maxvalue

    def validate(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f'Expected {value!r} to be an int or float')
        if self.minvalue is not None and value < self.minvalue:
            raise ValueError(f'Expected {value!r} to be at least {self.minvalue!r}')
        if self.maxvalue is not None and value > self.maxvalue:
            raise ValueError(f'Expected {value!r} to be no more than {self.maxvalue!r}')


class Component:
    kind = OneOf('wood', 'metal', 'plastic')
    quantity = Number(minvalue=0, maxvalue=10)

    def __init__(self, kind, quantity):
        self.kind, self.quantity = kind, quantity


c = Component('wood', 5)
print(c.kind, c.quantity, vars(c))
for bad in (lambda: Component('Wood', 5), lambda: Component('metal', -5), lambda: Component('metal', 'V'), lambda: setattr(c, 'quantity', 11)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Property:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or (fget and fget.__doc__)

    def __set_name__(self, owner, name):
        self.__name__ = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.fget is None:
            raise AttributeError(f'no getter for {self.__name__}')
        return self.fget(obj)

    def __set__(self, obj, value):
        if self.fset is None:
            raise AttributeError(f'no setter for {self.__name__}')
        self.fset(obj, value)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)


class MethodType:
    def __init__(self, func, obj):
        self.__func__, self.__self__ = func, obj

    def __call__(self, *args, **kwargs):
        return self.__func__(self.__self__, *args, **kwargs)

    def __getattribute__(self, name):
        if name == '__doc__':
            return self.__func__.__doc__
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


class Function:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, objtype=None):
        return self if obj is None else MethodType(self.f, obj)


class StaticMethod:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, objtype=None):
        return self.f

    def __call__(self, *args, **kwargs):
        return self.f(*args, **kwargs)


class ClassMethod:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls=None):
        return MethodType(self.f, type(obj) if cls is None else cls)


class T:
    @Property
    def x(self):
        """x docs"""
        return self._x

    @x.setter
    def x(self, value):
        self._x = value + 1

    read_only = Property(lambda self: 'ro')

    @Function
    def m(self, a):
        """m docs"""
        return (type(self).__name__, a)

    @StaticMethod
    def s(a):
        return a * 2

    @ClassMethod
    def c(cls, a):
        return cls.__name__, a


t = T()
t.x = 4
print(t.x, T.x.__doc__, t.read_only, t.m(1), t.m.__doc__, t.m.__name__, T.s(2), t.s(3), T.c(1), t.c(2), StaticMethod(len)('abc'))
try:
    t.read_only = 1
except AttributeError as error:
    print(error)


def find_name_in_mro(cls, name, default):
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return default


def object_getattribute(obj, name):
    null = object()
    objtype = type(obj)
    cls_var = find_name_in_mro(objtype, name, null)
    descr_get = getattr(type(cls_var), '__get__', null)
    if descr_get is not null and (hasattr(type(cls_var), '__set__') or hasattr(type(cls_var), '__delete__')):
        return descr_get(cls_var, obj, objtype)
    if hasattr(obj, '__dict__') and name in vars(obj):
        return vars(obj)[name]
    if descr_get is not null:
        return descr_get(cls_var, obj, objtype)
    if cls_var is not null:
        return cls_var
    raise AttributeError(name)


print(object_getattribute(t, 'x'), object_getattribute(t, '_x'), object_getattribute(t, 'm')(5), object_getattribute(t, '__class__'))
try:
    object_getattribute(t, 'nothing')
except AttributeError as error:
    print(repr(error))
