class Base:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[key] = cls.__name__


class A(Base, key="a"):
    pass


class B(A):
    pass


print(Base.registry)
try:

    class C(Base, other=1):
        pass

except TypeError as e:
    print(e)
