"""Tutorial 9.3 to 9.7."""
from dataclasses import dataclass


class Complex:
    """A simple example class"""
    i = 12345

    def __init__(self, realpart=0.0, imagpart=0.0):
        self.r = realpart
        self.i2 = imagpart

    def f(self):
        return 'hello world'


x = Complex(3.0, -4.5)
print(x.r, x.i2, Complex.i, Complex.__doc__, x.f(), Complex.f(x))
xf = x.f
print(xf(), xf.__self__ is x, xf.__func__ is Complex.f)
x.counter = 1
while x.counter < 10:
    x.counter = x.counter * 2
print(x.counter)
del x.counter
try:
    x.counter
except AttributeError as error:
    print(error)


class Dog:
    tricks = []
    kind = 'canine'

    def __init__(self, name):
        self.name = name

    def add_trick(self, trick):
        self.tricks.append(trick)


d, e = Dog('Fido'), Dog('Buddy')
d.add_trick('roll over')
e.add_trick('play dead')
print(d.tricks, d.kind, e.kind, e.name)


class Warehouse:
    purpose = 'storage'
    region = 'west'


w1, w2 = Warehouse(), Warehouse()
w2.region = 'east'
print(w1.purpose, w1.region, w2.purpose, w2.region, vars(w1), vars(w2))


def f1(self, x, y):
    return min(x, x + y)


class C:
    f = f1

    def g(self):
        return 'hello world'

    h = g


print(C().f(3, -1), C().h())


class Base:
    def call(self):
        return self.who()

    def who(self):
        return "Base"


class Derived(Base):
    def who(self):
        return "Derived, " + Base.who(self)


print(Derived().call(), isinstance(Derived(), Base), issubclass(bool, int), issubclass(float, int))


class Mapping:
    def __init__(self, iterable):
        self.items_list = []
        self.__update(iterable)

    def update(self, iterable):
        for item in iterable:
            self.items_list.append(item)

    __update = update


class MappingSubclass(Mapping):
    def update(self, keys, values):
        for item in zip(keys, values):
            self.items_list.append(item)


m = MappingSubclass([1, 2])
m.update('ab', 'cd')
print(m.items_list, sorted(vars(Mapping))[:2])
for bad in (lambda: Complex(1, 2, 3), lambda: Dog(), lambda: x.f(1), lambda: Dog.add_trick('a'), lambda: x(), lambda: m.__update):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass
class Employee:
    name: str
    dept: str
    salary: int = 10


john = Employee('john', 'computer lab', 1000)
print(john, john == Employee('john', 'computer lab', 1000), Employee('a', 'b'))
