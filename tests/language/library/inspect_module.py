"""Library reference: inspect."""
import asyncio
import functools
import inspect
from inspect import *


def f(a, /, b: int = 1, *args: str, c, d=None, **kwargs) -> bool:
    """Docs of f.

        Indented.
    """
    x = 5
    return x


class Base:
    """Base docs."""
    attr = 1

    def method(self, x):
        """Method docs."""

    @property
    def prop(self):
        """Prop docs."""

    @classmethod
    def cm(cls, y=2):
        pass

    @staticmethod
    def sm(z):
        pass


class Derived(Base):
    def method(self, x):
        pass


sig = signature(f)
print(sig, list(sig.parameters), sig.return_annotation, sig.parameters['b'].default, sig.parameters['b'].annotation, [p.kind.name for p in sig.parameters.values()], sig.parameters['c'], repr(sig.parameters['args']), sig.parameters['a'].default is Parameter.empty)
b = sig.bind(1, 2, 3, c=4, e=5)
print(b, b.args, b.kwargs, b.arguments, sig.bind_partial().arguments)
b = sig.bind(1, c=2)
b.apply_defaults()
print(b.arguments, sig.replace(return_annotation=int), sig == signature(f), hash(sig) == hash(signature(f)), Signature([Parameter('x', Parameter.POSITIONAL_ONLY), Parameter('y', Parameter.KEYWORD_ONLY, default=3)]), Parameter('p', Parameter.VAR_KEYWORD).replace(name='q'))
for bad in (lambda: sig.bind(), lambda: sig.bind(1, c=2, a=3) , lambda: sig.bind(1), lambda: signature(lambda x: x).bind(1, 2), lambda: signature(lambda x: x).bind(y=1), lambda: signature(5), lambda: Parameter('1x', Parameter.POSITIONAL_ONLY), lambda: Signature([Parameter('a', 1), Parameter('a', 1)]), lambda: Signature([Parameter('a', 3), Parameter('b', 1)]), lambda: Parameter('a', 2, default=1), lambda: getsource(5), lambda: getsource(len), lambda: getfile(int), lambda: getmodule(5), lambda: getattr_static(Base(), 'zzz'), lambda: signature(lambda x: x).bind(1, x=2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
print(signature(Base.method), signature(Base().method), signature(Base.cm), signature(Base.sm), signature(Derived), signature(functools.partial(f, 1, c=2)), signature(lambda: 0), signature(type('C', (), {'__init__': lambda self, q: None})), signature(type('K', (), {'__call__': lambda self, w: None})()), signature(len), signature(functools.wraps(f)(lambda *a: a)))
print(getdoc(f), getdoc(Derived.method), getdoc(Base.prop), cleandoc('  a\n    b\n    c  '), getcomments(f), getsource(Derived), getsourcelines(f)[1], getsourcefile(f) == __file__, getmodule(f).__name__, getsource(Base.method))
print(isfunction(f), ismethod(Base().method), ismethod(Base.cm), isbuiltin(len), isclass(Base), ismodule(inspect), isroutine(len), isdatadescriptor(Base.__dict__['prop']), ismethoddescriptor(str.upper), isgetsetdescriptor(type(f).__code__), ismemberdescriptor(type('S', (), {'__slots__': 'q'}).q), isabstract(Base), isgeneratorfunction(lambda: (yield)), isframe(currentframe()), iscode(f.__code__), istraceback(None))
print(getmro(Derived), classify_class_attrs(Base)[-1].name if True else '', [n for n, v in getmembers(Base) if not n.startswith('__')], [n for n, v in getmembers(Derived, isfunction)], getattr_static(Base(), 'prop'). __class__.__name__, getclasstree([Base, Derived]), [a.name for a in classify_class_attrs(Derived) if a.defining_class is Derived and not a.name.startswith('__')])


def gen():
    x = 1
    got = yield x
    yield got


g = gen()
print(getgeneratorstate(g), getgeneratorlocals(g))
next(g)
print(getgeneratorstate(g), getgeneratorlocals(g))
g.close()
print(getgeneratorstate(g), isgenerator(g))


async def co():
    await asyncio.sleep(0)


async def ag():
    yield 1


c = co()
print(iscoroutine(c), iscoroutinefunction(co), isawaitable(c), isasyncgenfunction(ag), isasyncgen(ag()), getcoroutinestate(c), getcoroutinelocals(c), getasyncgenstate(ag()))
c.close()
print(getcoroutinestate(c), isawaitable(5), markcoroutinefunction(lambda: 0) is not None)


def outer():
    frame = currentframe()
    info = getframeinfo(frame)
    args = getargvalues(frame)
    return info.function, info.lineno, info.code_context[0].strip(), info.index, [s.function for s in stack()][:2], frame.f_back.f_code.co_name, args.locals.keys()


print(outer(), getfullargspec(f), sorted(getclosurevars(outer).unbound), unwrap(functools.wraps(f)(lambda: 0)) is f, formatannotation(int), formatannotation(list[int]), getcallargs(f, 1, c=2), get_annotations(f), get_annotations(Base), CO_GENERATOR, indentsize('    a'))
