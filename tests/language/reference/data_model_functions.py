"""Language reference 3.2.8: callable types and their attributes."""
def outer(a, b=2, *args, c, d=4, **kwargs):
    """Docs."""
    local = a

    def inner():
        return local, b
    return inner


print(outer.__name__, outer.__qualname__, outer.__module__, outer.__doc__, outer.__defaults__, outer.__kwdefaults__, outer.__annotations__, outer.__dict__)
inner = outer(1, c=3)
print(inner.__qualname__, inner.__closure__[0].cell_contents, len(inner.__closure__), inner.__code__.co_freevars, outer.__code__.co_cellvars)
code = outer.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_nlocals, code.co_firstlineno, code.co_flags & 0x0C)
outer.attribute = 5
print(outer.attribute, outer.__dict__)
outer.__defaults__ = (10,)
outer.__kwdefaults__ = {'c': 30}
print(outer(1)(), outer.__name__)
outer.__name__ = 'renamed'
outer.__qualname__ = 'somewhere.renamed'
print(str(outer).split(' at ')[0])
for attribute, value in (('__name__', 5), ('__defaults__', 5), ('__kwdefaults__', []), ('__code__', 5), ('__dict__', 5), ('__closure__', None), ('__globals__', {})):
    try:
        setattr(outer, attribute, value)
    except (TypeError, AttributeError) as error:
        print(attribute, type(error).__name__, error)
inner.__closure__[0].cell_contents = 'changed'
print(inner())


class C:
    def method(self):
        return self

    @classmethod
    def cm(cls):
        return cls

    @staticmethod
    def sm():
        return 'static'


c = C()
print(c.method.__self__ is c, c.method.__func__ is C.method, c.method.__name__, C.cm.__self__ is C, C.sm(), c.method == c.method, c.method is c.method)
print(hash(c.method) == hash(c.method), C.__dict__['cm'].__func__.__name__, C.__dict__['sm'].__wrapped__.__name__, type(C.__dict__['cm']).__name__)
try:
    c.method.attribute = 1
except AttributeError as error:
    print(error)
import types
bound = types.MethodType(lambda self, x: (self, x), 'receiver')
print(bound(1), [1, 2].append.__self__, len.__self__.__name__, len.__name__, [].append.__qualname__, str.join.__objclass__)


def gen():
    yield


async def coro():
    pass


async def agen():
    yield


co = coro()
print(type(gen()), type(co), type(agen()), gen.__code__.co_flags & 0x20, coro.__code__.co_flags & 0x80, agen.__code__.co_flags & 0x200)
co.close()
print((lambda: 0).__name__, (lambda x, /, y=1: 0).__code__.co_posonlyargcount, C.__call__, type(C).__call__(C).__class__)
