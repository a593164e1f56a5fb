"""Library reference: abc, typing protocols, structural checks."""
import abc
from typing import Protocol, runtime_checkable


class Base(abc.ABC):
    @abc.abstractmethod
    def run(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    @abc.abstractmethod
    async def fetch(self): ...

    def template(self):
        return f'{self.name}: {self.run()}'


class Partial(Base):
    def run(self):
        return 'ran'


class Full(Partial):
    name = 'attr'

    async def fetch(self):
        return 1


print(Full().template(), sorted(Base.__abstractmethods__), sorted(Partial.__abstractmethods__), Full.__abstractmethods__, Base.run.__isabstractmethod__, Base.__dict__['name'].__isabstractmethod__)
for cls in (Base, Partial):
    try:
        cls()
    except TypeError as error:
        print(error)


class Registered(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is Registered:
            return any('quack' in b.__dict__ for b in c.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


class Sub(Registered):
    pass


@Registered.register
class Virtual:
    pass


print(issubclass(Duck, Registered), isinstance(Duck(), Registered), issubclass(Duck, Sub), isinstance(Virtual(), Registered), issubclass(int, Registered), Virtual.__mro__, Sub.__mro__[1:3])
for bad in (lambda: Registered.register('x'), lambda: Sub.register(Registered), lambda: issubclass('x', Registered)):
    try:
        print(bad())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class HasClose(Protocol):
    def close(self): ...

    def default(self):
        return 'default'


class Explicit(HasClose):
    def close(self):
        return 'closed'


class File:
    name = 'f'

    def close(self): ...


print(isinstance(File(), Closable), isinstance(File(), Named), isinstance(5, Closable), issubclass(File, Closable), Explicit().default(), Explicit().close(), Closable.__protocol_attrs__ if hasattr(Closable, '__protocol_attrs__') else '')
for bad in (lambda: Closable(), lambda: isinstance(File(), HasClose), lambda: issubclass(File, Named), lambda: type('P', (Closable, int), {})() and 'not a protocol', lambda: HasClose()):
    try:
        print(bad())
    except TypeError as error:
        print(error)
try:
    class Mixed(Protocol, File): ...
except TypeError as error:
    print(error)


class Iter(abc.ABC):
    @abc.abstractmethod
    def __iter__(self):
        yield from ()

    def first(self):
        return next(iter(self), None)


class Three(Iter):
    def __iter__(self):
        yield from super().__iter__()
        yield 3


print(Three().first(), list(Three()))


class WithMeta(metaclass=abc.ABCMeta):
    @staticmethod
    @abc.abstractmethod
    def s(): ...

    @classmethod
    @abc.abstractmethod
    def c(cls): ...


Ok = type('Ok', (WithMeta,), {'s': staticmethod(lambda: 's'), 'c': classmethod(lambda cls: cls.__name__)})
print(Ok().s(), Ok.c(), WithMeta.s.__isabstractmethod__, sorted(WithMeta.__abstractmethods__))
