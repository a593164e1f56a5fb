"""Language reference 3.3.3: metaclasses at work."""
class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'_kw': kw}

    def __new__(mcs, name, bases, ns, **kw):
        ns['_order'] = [k for k in ns if not k.startswith('_')]
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __len__(cls):
        return len(cls._order)

    def __iter__(cls):
        return iter(cls._order)

    def __getitem__(cls, name):
        return cls.__dict__[name]

    def __contains__(cls, name):
        return name in cls._order

    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.made_by = cls.__name__
        return obj

    def __add__(cls, other):
        return Ordered(cls.__name__ + other.__name__, (cls, other), {})

    def __eq__(cls, other):
        return cls._order == getattr(other, '_order', None)

    def __hash__(cls):
        return id(cls)

    def __instancecheck__(cls, obj):
        return getattr(obj, 'made_by', None) is not None

    def __dir__(cls):
        return ['custom']


class A(metaclass=Ordered, option=5):
    z = 1
    a = 2

    def method(self):
        pass


class B(A):
    q = 3


print(len(A), list(A), A['z'], 'a' in A, A._kw, A().made_by, B().made_by, list(B), (A + type('M', (), {})).__name__ if False else '', A == B, isinstance(A(), B), isinstance(5, A), dir(A), type(B).__name__, A._order)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, value=0):
        self.value = value


print(Config(1) is Config(2), Config().value)


class Abstract(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        missing = {n for b in cls.__mro__ for n, v in b.__dict__.items() if getattr(v, 'required', False) and getattr(getattr(cls, n), 'required', False)}
        if bases and missing:
            raise TypeError(f'{name} lacks {", ".join(sorted(missing))}')
        return cls


def required(f):
    f.required = True
    return f


class Shape(metaclass=Abstract):
    @required
    def area(self): ...

    @required
    def name(self): ...


class Square(Shape):
    def area(self):
        return 4

    def name(self):
        return 'square'


print(Square().area())
try:
    class Bad(Shape):
        def area(self):
            return 1
except TypeError as error:
    print(error)


class Auto(dict):
    def __missing__(self, key):
        if key.startswith('__'):
            raise KeyError(key)
        self[key] = value = len(self)
        return value


class AutoMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Auto()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))


class Auto2(metaclass=AutoMeta):
    first
    second
    third = first + 100


print({k: v for k, v in vars(Auto2).items() if not k.startswith('__')})


class Final(type):
    def __new__(mcs, name, bases, ns):
        for b in bases:
            if isinstance(b, Final):
                raise TypeError(f'type {b.__name__!r} is final')
        return super().__new__(mcs, name, bases, ns)

    def __setattr__(cls, name, value):
        raise AttributeError(f'{cls.__name__} is frozen')


class Sealed(metaclass=Final):
    x = 1


for bad in (lambda: type('Sub', (Sealed,), {}), lambda: setattr(Sealed, 'x', 2)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[name or cls.__name__.lower()] = cls

    def __class_getitem__(cls, name):
        return Plugin.registry[name]


class Csv(Plugin):
    pass


class Json(Plugin, name='js'):
    pass


print(Plugin.registry.keys(), Plugin['js'] is Json, Plugin['csv'].__name__)
try:
    Plugin['none']
except KeyError as error:
    print(error)
Dynamic = type('Dynamic', (Plugin,), {'x': 1, 'double': lambda self: self.x * 2}, name='dyn')
print(Dynamic().double(), sorted(Plugin.registry), type(Dynamic), Dynamic.__module__)
