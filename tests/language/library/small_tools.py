"""Library reference: keyword, graphlib, fnmatch, glob, shlex, difflib, secrets, abc."""
import abc
import difflib
import fnmatch
import graphlib
import keyword
import secrets
import shlex
print(keyword.iskeyword('for'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), len(keyword.kwlist), keyword.softkwlist)
ts = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'B': {'A'}, 'C': {'A'}})
print(list(ts.static_order())[0], list(graphlib.TopologicalSorter({3: [1, 2], 2: [1]}).static_order()))
ts = graphlib.TopologicalSorter()
ts.add('b', 'a')
ts.add('c', 'b')
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(ready, end=' ')
    ts.done(*ready)
print()
for bad in (lambda: graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare(), lambda: ts.add('x'), lambda: ts.done('zzz'), lambda: graphlib.TopologicalSorter().get_ready(), lambda: (t := graphlib.TopologicalSorter({1: []})).prepare() or t.done(1), lambda: ts.prepare()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for pattern, name in (('*.py', 'a.py'), ('*.PY', 'a.py'), ('[abc]?', 'b1'), ('[!abc]*', 'xyz'), ('a*b', 'a/b'), ('[', '['), ('*', ''), ('?', ''), ('[]]', ']'), ('a[b-]', 'a-'), ('**', 'x/y')):
    print(pattern, name, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern), end='; ')
print(fnmatch.filter(['a.py', 'b.txt'], '*.py'), fnmatch.translate('*.t[xy]t'))
print(shlex.split('a "b c" d\\ e \'f g\' # no'), shlex.split('a # c', comments=True), shlex.quote("it's"), shlex.quote('safe'), shlex.quote(''), shlex.join(['a b', 'c']), shlex.split('a"b"c'), shlex.split("''"), list(shlex.shlex('x = "y z"; w')), list(shlex.shlex('a&&b|c', punctuation_chars=True)), shlex.split('a\\\nb', posix=True), shlex.split('"a\\"b"', posix=False))
for bad in (lambda: shlex.split('"open'), lambda: shlex.split('a\\'), lambda: shlex.split(None), lambda: shlex.quote(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
a, b = 'one\ntwo\nthree\n'.splitlines(True), 'ore\ntree\nemu\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b)), ''.join(difflib.unified_diff(a, b, 'before', 'after')), ''.join(difflib.context_diff(a, b, 'x', 'y', n=1)))
m = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(m.ratio(), 3), m.get_matching_blocks(), list(m.get_opcodes()), m.find_longest_match(), difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('wheel', keyword.kwlist), m.quick_ratio(), m.real_quick_ratio(), list(difflib.restore(difflib.ndiff(a, b), 1)), difflib.SequenceMatcher(lambda x: x == ' ', 'abcd abc', 'bcd abcd').ratio(), [list(g) for g in m.get_grouped_opcodes(2)])
print(len(secrets.token_bytes(8)), len(secrets.token_hex(4)), secrets.choice([1]) , secrets.randbelow(1), secrets.compare_digest('a', 'a'), len(secrets.token_urlsafe(8)) > 8, secrets.randbits(1) in (0, 1))


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @staticmethod
    @abc.abstractmethod
    def help(): ...

    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, 'quack') else NotImplemented


class Half(Shape):
    area = 5


class Duck:
    quack = 1


class Virtual:
    pass


Shape.register(Virtual)
print(sorted(Shape.__abstractmethods__), isinstance(Duck(), Shape), issubclass(Virtual, Shape), isinstance(Virtual(), Shape), Half.__abstractmethods__ == {'make', 'help'}, abc.get_cache_token() is not None, Shape.register(int) is int, issubclass(bool, Shape))
for bad in (lambda: Shape(), lambda: Half(), lambda: Shape.register(5), lambda: issubclass(5, Shape), lambda: Duck.register(Shape), lambda: Half.register(Shape) if False else Shape.register(type('Sub', (Shape,), {})) and 'already a subclass'):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Late:
    pass


Late.f = abc.abstractmethod(lambda self: 0)
print(abc.update_abstractmethods(Late) is Late, Late.f.__isabstractmethod__, type(Shape).__name__, abc.ABCMeta.__mro__[1])
