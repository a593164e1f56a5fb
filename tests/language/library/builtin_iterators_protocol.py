"""Built-in iterators: state, exhaustion, length hints, misuse."""
import operator
makers = {'list': lambda: iter([1, 2, 3]), 'tuple': lambda: iter((1, 2, 3)), 'str': lambda: iter('abc'), 'bytes': lambda: iter(b'abc'), 'range': lambda: iter(range(3)), 'dict': lambda: iter({'a': 1, 'b': 2, 'c': 3}), 'items': lambda: iter({'a': 1, 'b': 2, 'c': 3}.items()), 'enumerate': lambda: enumerate('abc'), 'zip': lambda: zip('abc', 'xyz'), 'map': lambda: map(str, [1, 2, 3]), 'filter': lambda: filter(None, [1, 0, 3, 4]), 'reversed': lambda: reversed([1, 2, 3]), 'callable': lambda: iter(iter([1, 2, 3, 0]).__next__, 0), 'generator': lambda: (x for x in 'abc'), 'getitem': lambda: iter(type('S', (), {'__getitem__': lambda s, i: [5, 6, 7][i]})())}
for name, make in makers.items():
    it = make()
    print(name, type(it).__name__, iter(it) is it, next(it), operator.length_hint(it, -1), list(it), list(it), next(it, 'end'), operator.length_hint(it, -1))
it = iter([1, 2, 3])
next(it)
print(2 in it, list(it))
shared = iter('abcdef')
print(list(zip(shared, shared)), [*zip(*[iter(range(6))] * 3)], dict(zip('ab', iter([1, 2]))))
growing = [1]
it = iter(growing)
next(it)
growing.append(2)
print(next(it), next(it, 'end'))
growing.append(3)
print(next(it, 'still exhausted'))
d = {'a': 1}
it = iter(d)
d['b'] = 2
try:
    next(it)
except RuntimeError as error:
    print(error)
s = {1, 2}
it = iter(s)
s.add(3)
try:
    next(it)
except RuntimeError as error:
    print(error)


class Chatty:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration(self.n)
        return self.n


c = Chatty()
print(list(c), list(c), list(c), sum(c), max(c, default=None), [x for x in c], tuple(c), dict.fromkeys(c), *c)
first, *rest = Chatty()
print(first, rest, sorted(Chatty(), reverse=True), ','.join(map(str, Chatty())), any(x > 1 for x in Chatty()), list(map(lambda a, b: a + b, Chatty(), [10, 20, 30])), list(zip(Chatty(), 'abc')), list(enumerate(Chatty(), 7)), list(filter(lambda x: x > 1, Chatty())))
for bad in (lambda: next(5), lambda: iter(5), lambda: iter(5, 1), lambda: list(type('X', (), {'__iter__': lambda s: 5})()), lambda: list(type('X', (), {'__iter__': lambda s: s})()), lambda: zip(1), lambda: list(map(None, [1])), lambda: enumerate([], 'a'), lambda: reversed({1}), lambda: next(iter([])), lambda: list(zip([1], [1, 2], strict=True)), lambda: map(), lambda: filter(None), lambda: list(map(int, ['x'])), lambda: reversed(zip()), lambda: len(iter([])), lambda: iter([])[0], lambda: sum(['a']), lambda: max(iter([])), lambda: [*5], lambda: sorted(5), lambda: list(filter(5, [1]))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def stops():
    raise StopIteration('from a function')


print(list(map(lambda x: stops(), [1, 2])), list(filter(lambda x: stops(), [1])), [*iter(stops, 1)])
print(list(map(next, [iter([1]), iter([])])), next(map(next, [iter([])]), 'default'))


def delegating():
    yield from map(next, [iter([1, 2]), iter([])])
    yield 'after'


print(list(delegating()))
