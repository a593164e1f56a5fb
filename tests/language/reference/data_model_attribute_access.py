"""Language reference 3.3.2: attribute access."""
class Logged:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name.startswith('x'):
            return f'made {name}'
        raise AttributeError(f'no {name} here', name=name, obj=self)

    def __setattr__(self, name, value):
        if 'log' in self.__dict__:
            self.log.append(('set', name, value))
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append(('del', name))
        super().__delattr__(name)


obj = Logged()
obj.a = 1
obj.a += 1
del obj.a
print(obj.log, obj.xyz, hasattr(obj, 'other'), getattr(obj, 'other', 'default'))
try:
    obj.other
except AttributeError as error:
    print(error, error.name, error.obj is obj)
try:
    del obj.missing
except AttributeError as error:
    print(error)


class Everything:
    real = 'real'

    def __getattribute__(self, name):
        if name == 'fail':
            raise AttributeError('failed')
        return name.upper()

    def __getattr__(self, name):
        return f'fallback for {name}'


e = Everything()
print(e.real, e.anything, e.fail, e.__class__, type(e).__name__, object.__getattribute__(e, 'real'))


class Slots:
    __slots__ = ('a', 'b', '__private')

    def __init__(self):
        self.a = 1
        self.__private = 5


s = Slots()
print(s.a, Slots.a, s._Slots__private, hasattr(s, '__dict__'))
for bad in (lambda: s.b, lambda: setattr(s, 'c', 1), lambda: s.__dict__, lambda: delattr(s, 'b')):
    try:
        bad()
    except AttributeError as error:
        print(error)


class WithDict(Slots):
    __slots__ = ('__dict__',)


class Plain(Slots):
    pass


w = WithDict()
w.anything = 1
print(w.__dict__, Plain().__dict__)
for body in ("__slots__ = ('a', 'a b')", "__slots__ = 5", "__slots__ = ('a',); a = 1", "__slots__ = ('__dict__', '__dict__')", "__slots__ = [5]"):
    try:
        exec(f"class Bad:\n    {body}")
        print('fine', body)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    class Two(Slots, type('O', (), {'__slots__': ('z',)})):
        pass
except TypeError as error:
    print(error)
print(object.__dir__(s)[:0], '__slots__' in dir(s), Slots.__slots__)
