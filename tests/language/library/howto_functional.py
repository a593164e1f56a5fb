"""Functional programming: iterators, generators, itertools and functools together."""
import functools
import itertools
import operator

print(list(map(str.upper, ['a', 'b'])), list(filter(None, [0, 1, '', 'x'])), functools.reduce(operator.concat, ['A', 'BB', 'C']), functools.reduce(operator.mul, [1, 2, 3], 1), list(enumerate(['s', 't'])), sorted([3, 1]), any([0, 1]), all([0, 1]), list(zip(['a', 'b'], (1, 2, 3))))
lines = ['# comment', 'x = 1', '', 'y = 2  # c', '   ']
stripped = (line.split('#')[0].strip() for line in lines)
print([line for line in stripped if line], dict(line.split(' = ') for line in ['a = 1', 'b = 2']))


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), functions)


print(compose(str, lambda x: x + 1, int)('41'), [f(3) for f in map(lambda n: functools.partial(pow, n), range(3))])


def inorder(t):
    if t:
        yield from inorder(t[0])
        yield t[1]
        yield from inorder(t[2])


print(list(inorder(((None, 1, None), 2, (None, 3, None)))))
city_list = [('Decatur', 'AL'), ('Huntsville', 'AL'), ('Anchorage', 'AK'), ('Nome', 'AK'), ('Flagstaff', 'AZ')]
print([(k, [c for c, _ in g]) for k, g in itertools.groupby(city_list, key=lambda cs: cs[1])])


def unique(items, key=None):
    seen = set()
    for item in items:
        k = item if key is None else key(item)
        if k not in seen:
            seen.add(k)
            yield item


def chunks(it, n):
    it = iter(it)
    while chunk := tuple(itertools.islice(it, n)):
        yield chunk


def round_robin(*iterables):
    queue = [iter(i) for i in iterables]
    while queue:
        for it in list(queue):
            try:
                yield next(it)
            except StopIteration:
                queue.remove(it)


def powerset(items):
    s = list(items)
    return itertools.chain.from_iterable(itertools.combinations(s, r) for r in range(len(s) + 1))


def partition(predicate, items):
    a, b = itertools.tee(items)
    return list(itertools.filterfalse(predicate, a)), list(filter(predicate, b))


print(list(unique('AAAbBCcA', str.lower)), list(chunks('abcdefg', 3)), ''.join(round_robin('ABC', 'D', 'EF')), list(powerset([1, 2, 3])), partition(lambda x: x % 2, range(6)))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(itertools.takewhile(lambda n: n < 50, fib())), next(itertools.dropwhile(lambda n: n < 1000, fib())), list(itertools.islice(fib(), 5, 8)), sum(itertools.islice(fib(), 10)), list(itertools.accumulate(range(1, 6), operator.mul)), max(itertools.starmap(operator.sub, [(5, 2), (9, 1)])))


@functools.lru_cache(None)
def ways(n, coins=(50, 20, 10, 5, 2, 1)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[0], coins) + ways(n, coins[1:])


print(ways(100), ways.cache_info().currsize > 100)


def curry(f, *args):
    need = f.__code__.co_argcount
    return f(*args) if len(args) >= need else lambda *more: curry(f, *args, *more)


print(curry(lambda a, b, c: a + b * c)(1)(2)(3), curry(lambda a, b: a - b)(5, 2))
memo = functools.cache(lambda n: n if n < 2 else memo(n - 1) + memo(n - 2))
print(memo(80), list(map(operator.methodcaller('zfill', 3), ['1', '22'])), list(itertools.compress('abcd', map(int, '1010'))), sorted(itertools.chain('ca', 'b')), list(itertools.pairwise(fib_ for fib_ in [1, 1, 2])))
