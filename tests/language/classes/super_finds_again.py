"""`super().method()` at one place, with receivers of several classes and classes that change."""


class Base:
    def name(self):
        return "Base"


class Left(Base):
    def name(self):
        return "Left " + super().name()


class Right(Base):
    def name(self):
        return "Right " + super().name()


class Both(Left, Right):
    pass


class Middle(Base):
    pass


def names():
    return [receiver.name() for receiver in (Left(), Both(), Left(), Right(), Both())]


print(names())
print(names())
Base.name = lambda self: "changed"
print(names())
Right.name = lambda self: "another"
print(names())
del Right.name
print(names())
Left.__bases__ = (Middle,)
print(Left().name())
Middle.name = lambda self: "Middle"
print(Left().name(), [c.__name__ for c in Left.__mro__])


class Native(dict):
    def get(self, key):
        return ("found", super().get(key))


class Static(Base):
    @staticmethod
    def name():
        return "static"


class Below(Static):
    def name(self):
        return super().name()


class OnClass(Base):
    @classmethod
    def make(cls):
        return cls.__name__


class OnClassBelow(OnClass):
    @classmethod
    def make(cls):
        return "made " + super().make()


native = Native(a=1)
for _ in range(3):
    print(native.get("a"), Below().name(), OnClassBelow.make(), OnClassBelow().make())


def method_of(super):
    class Derived(Base):
        def name(self):
            return super().name()

    return Derived


class Fake:
    def name(self):
        return "not super at all"


print(method_of(Fake)().name())


def twice(cls):
    class Again(cls):
        def name(self):
            return "again " + super().name()

    return Again


for cls in (Base, Left, Middle):
    print(twice(cls)().name(), twice(twice(cls))().name())

try:
    Left.name(Right())
except TypeError as error:
    print(error)


class Attribute(Base):
    def __init__(self):
        self.name = lambda: "of the instance"

    def call(self):
        return super().name(), self.name()


for _ in range(2):
    print(Attribute().call())


class Missing(Base):
    def call(self):
        return super().missing()


for _ in range(2):
    try:
        Missing().call()
    except AttributeError as error:
        print(error)
Base.missing = lambda self: "here now"
print(Missing().call(), Missing().call())


def counter():
    count = 0

    def increase(step=1):
        nonlocal count
        count += step
        return count

    return increase


one, two = counter(), counter()
print([one(), one(), two(), one(2), two(step=5), one()])
