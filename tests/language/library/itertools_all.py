"""Library reference: itertools."""
from itertools import *
import operator
take = lambda n, it: list(islice(it, n))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=5)), list(accumulate('abc')), list(accumulate([3, 1, 2], max)))
print(list(batched('ABCDEFG', 3)), list(batched([], 2)), list(batched('abcd', 2, strict=True)), list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])), list(chain()))
print(list(combinations('ABCD', 2)), list(combinations(range(3), 0)), list(combinations('a', 2)), list(combinations_with_replacement('AB', 2)), list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), take(3, count(10)), take(3, count(2.5, 0.5)), take(3, count(0, -2)), take(5, cycle('ab')), list(cycle([])))
print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 3])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, ''])), [(k, list(g)) for k, g in groupby('AAAABBBCCDAA')], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3], key=lambda x: x % 2)], list(islice('ABCDEFG', 2)), list(islice('ABCDEFG', 2, 4)), list(islice('ABCDEFG', 2, None)), list(islice('ABCDEFG', 0, None, 2)))
print(list(pairwise('ABCD')), list(pairwise('a')), list(permutations('ABC', 2)), list(permutations(range(3))), list(permutations('ab', 3)), list(product('AB', 'xy')), list(product(range(2), repeat=2)), list(product()), list(product('a', [])), list(repeat(10, 3)), take(2, repeat('x')), list(repeat(1, -1)), list(starmap(pow, [(2, 5), (3, 2)])), list(takewhile(lambda x: x < 5, [1, 4, 6, 3])), list(zip_longest('ABCD', 'xy', fillvalue='-')), list(zip_longest('a', [])), list(zip_longest()))
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c), tee([], 0), repr(count(5)), repr(count(1, 2)), repr(repeat(1)), repr(repeat('a', 3)), repr(count(1.5)))
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
it = iter([1, 2, 3, 4])
print(list(islice(it, 2)), next(it), operator.length_hint(repeat(1, 5)), operator.length_hint(islice([1], 1)) if False else '', list(zip(count(), 'ab')))
for bad in (lambda: islice([1], -1), lambda: islice([1], 1, 2, 0), lambda: islice([1], 'a'), lambda: islice([1], 1.5), lambda: combinations('a', -1), lambda: combinations('a', 'b'), lambda: permutations('a', -1), lambda: permutations('a', 1.5), lambda: product('a', repeat=-1), lambda: product('a', repeat='b'), lambda: product('a', nope=1), lambda: count('a'), lambda: count(1, 'a'), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, 'a'), lambda: tee([1], -1), lambda: tee(5), lambda: list(batched('ab', 0)), lambda: list(batched('abc', 2, strict=True)), lambda: list(starmap(pow, [1])), lambda: zip_longest('a', fill=1), lambda: accumulate(), lambda: list(accumulate([1, 'a'])), lambda: chain.from_iterable(5), lambda: list(chain(5)), lambda: next(chain()), lambda: list(chain.from_iterable([1])), lambda: groupby(), lambda: compress('a'), lambda: pairwise(), lambda: next(product('')), lambda: takewhile(1), lambda: combinations_with_replacement('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def flatten(items):
    return chain.from_iterable(items)


def sliding(iterable, n):
    return zip(*(islice(it, i, None) for i, it in enumerate(tee(iterable, n))))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for p in range(3, int(n ** 0.5) + 1, 2):
        if data[p]:
            data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(count(), data)


print(list(flatten([[1], [2, 3]])), list(sliding('abcd', 3)), list(sieve(30)), sum(map(operator.mul, [1, 2], [3, 4])), dict(zip('abc', count(1))))
