"""Language reference 3.3.2.2 to 3.3.2.4: descriptors."""
class Data:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 'default')

    def __set__(self, instance, value):
        print('set', self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print('delete', self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return ('nondata', instance is None, owner.__name__)


class ReadOnly:
    def __get__(self, instance, owner):
        return 'ro'

    def __set__(self, instance, value):
        raise AttributeError('read only!')


class C:
    d = Data()
    n = NonData()
    r = ReadOnly()


c = C()
print(c.d, type(C.d).__name__, c.n, C.n, c.r)
c.d = 5
c.__dict__['d'] = 6
print(c.d)
c.__dict__['n'] = 'instance wins'
print(c.n)
del c.d
try:
    c.r = 1
except AttributeError as error:
    print(error)
try:
    del c.r
except AttributeError as error:
    print(error)
C.d = 'replaced'
print(c.d, C.d)


class Prop:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        """The x."""
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @x.deleter
    def x(self):
        self._x = None

    y = property(lambda self: 'y', doc='why')


p = Prop()
p.x = 4
print(p.x, Prop.x.__doc__, Prop.y.__doc__, Prop.x.fget.__name__, Prop.y.fset)
del p.x
print(p.x)
for bad in (lambda: setattr(p, 'y', 1), lambda: delattr(p, 'y'), lambda: Prop.x.fget(5)):
    try:
        bad()
    except AttributeError as error:
        print(error)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


class Big:
    @Lazy
    def answer(self):
        print('computing')
        return 42


b = Big()
print(b.answer, b.answer)


class BadName:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class Fails:
        attr = BadName()
except ZeroDivisionError as error:
    print(error, error.__notes__)
print(C.__dict__['n'].__get__(None, C), Prop.__dict__['y'].__get__(p), Prop.x.__get__(None, Prop) is Prop.x)


class Sub(Prop):
    @Prop.x.getter
    def x(self):
        return 'sub ' + str(super().x)


q = Sub()
q.x = 1
print(q.x, super(Sub, q).x)
