"""Language reference 3.3.3: customizing class creation."""
class Recorder(dict):
    def __setitem__(self, key, value):
        print('define', key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print('prepare', name, [b.__name__ for b in bases], kwargs)
        return Recorder()

    def __new__(mcs, name, bases, namespace, **kwargs):
        print('new', name, sorted(k for k in namespace if not k.startswith('__')), kwargs)
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        print('init', name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kwargs)

    @property
    def meta_property(cls):
        return f'of {cls.__name__}'


class Base(metaclass=Meta):
    x = 1

    def __init_subclass__(cls, /, tag=None, **kwargs):
        print('init_subclass', cls.__name__, tag)
        super().__init_subclass__(**kwargs)


class Derived(Base, tag='t', metaclass=Meta):
    y = 2

    def f(self):
        return __class__, super().__repr__ is not None


print(Derived().f()[0], Derived.meta_property, hasattr(Derived(), 'meta_property'))


class Plugin:
    registry = {}

    def __init_subclass__(cls, key, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key] = cls.__name__


class One(Plugin, key='one'):
    pass


class Two(Plugin, key='two'):
    pass


print(Plugin.registry)
for source in ("class X(Plugin): pass", "class X(Plugin, key=1, other=2): pass", "class X(5): pass", "class X(int, metaclass=5): pass",
               "class X(object, int): pass", "class X(int, int): pass", "class A(type): pass\nclass B(type): pass\nclass X(metaclass=A): pass\nclass Y(X, metaclass=B): pass",
               "class X(zzz=1): pass", "class X(*[int], **{'a': 1}): pass"):
    try:
        exec(source)
    except TypeError as error:
        print(type(error).__name__, error)


class Alias:
    def __mro_entries__(self, bases):
        print('mro_entries', len(bases))
        return (list, Plain)


class Plain:
    pass


class Mixed(Alias()):
    pass


print(Mixed.__bases__, len(Mixed.__orig_bases__), Mixed([1]))


def function_as_metaclass(name, bases, namespace, **kw):
    return (name, bases, sorted(k for k in namespace if not k.startswith('__')), kw)


class Odd(int, metaclass=function_as_metaclass, extra=1):
    attribute = 5


print(Odd)


class Generic:
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item}]'


print(Generic[int], Generic['a', 1])
try:
    Plain[int]
except TypeError as error:
    print(error)


class WithCell(type):
    def __new__(mcs, name, bases, namespace):
        print('__classcell__' in namespace)
        return super().__new__(mcs, name, bases, namespace)


class UsesSuper(metaclass=WithCell):
    def f(self):
        return super().__hash__


class NoSuper(metaclass=WithCell):
    pass


class Instances(type):
    def __instancecheck__(cls, instance):
        return instance == 5

    def __subclasscheck__(cls, sub):
        return sub is int


class Fake(metaclass=Instances):
    pass


print(isinstance(5, Fake), isinstance(6, Fake), issubclass(int, Fake), issubclass(str, Fake), isinstance(Fake(), Fake))
