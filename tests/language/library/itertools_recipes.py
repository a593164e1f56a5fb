"""Library reference: itertools, recipes of our own."""
import collections
import functools
import math
import operator
import random
from collections import Counter, deque
from itertools import *


def first(it, default=None):
    return next(iter(it), default)


def nth(it, n, default=None):
    return next(islice(it, n, None), default)


def tail(n, it):
    return iter(deque(it, maxlen=n))


def consume(it, n=None):
    if n is None:
        deque(it, maxlen=0)
    else:
        next(islice(it, n, n), None)


def all_equal(it, key=None):
    return len(list(islice(groupby(it, key), 2))) <= 1


def ncycles(it, n):
    return chain.from_iterable(repeat(tuple(it), n))


def dotproduct(a, b):
    return sum(map(operator.mul, a, b))


def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    padded = chain(repeat(0, n - 1), signal, repeat(0, n - 1))
    return [math.sumprod(kernel, w) for w in windows(padded, n)]


def windows(it, n):
    it = iter(it)
    window = deque(islice(it, n - 1), maxlen=n)
    for x in it:
        window.append(x)
        yield tuple(window)


def grouper(it, n, *, incomplete='fill', fillvalue=None):
    iterators = [iter(it)] * n
    match incomplete:
        case 'fill':
            return zip_longest(*iterators, fillvalue=fillvalue)
        case 'strict':
            return zip(*iterators, strict=True)
        case 'ignore':
            return zip(*iterators)
        case _:
            raise ValueError('Expected fill, strict, or ignore')


def iter_index(it, value, start=0):
    for i, x in enumerate(islice(it, start, None), start):
        if x is value or x == value:
            yield i


def unique_justseen(it, key=None):
    return map(next, map(operator.itemgetter(1), groupby(it, key)))


def before_and_after(predicate, it):
    a, b = tee(it)
    return takewhile(predicate, a), dropwhile(predicate, b)


def subslices(seq):
    return map(operator.getitem, repeat(seq), starmap(slice, combinations(range(len(seq) + 1), 2)))


def factor(n):
    for p in chain([2], count(3, 2)):
        while n % p == 0:
            yield p
            n //= p
        if p * p > n:
            break
    if n > 1:
        yield n


def totient(n):
    return math.prod((p ** (e - 1)) * (p - 1) for p, e in Counter(factor(n)).items())


def transpose(m):
    return zip(*m, strict=True)


def matmul(a, b):
    return list(batched(starmap(math.sumprod, product(a, transpose(b))), len(b[0])))


def polynomial(roots):
    return functools.reduce(lambda p, r: convolve(p, (1, -r)), roots, (1,))


def repeatfunc(f, times=None, *args):
    return starmap(f, repeat(args) if times is None else repeat(args, times))


def iter_except(f, exception):
    try:
        while True:
            yield f()
    except exception:
        pass


def roundrobin(*its):
    iterators = map(iter, its)
    for n in range(len(its), 0, -1):
        iterators = cycle(islice(iterators, n))
        yield from map(next, iterators)


def merge_sorted(*its):
    import heapq
    return heapq.merge(*its)


it = iter('abcdefg')
consume(it, 2)
print(first('xyz'), first([], 'd'), nth('abc', 1), nth('abc', 9, 'none'), list(tail(3, 'ABCDEFG')), next(it), all_equal('4444'), all_equal('aab'), all_equal('aAa', str.lower), ''.join(ncycles('ab', 3)), dotproduct([1, 2], [3, 4]), convolve([1, -1, -20], [1, -3]), list(windows('ABCDE', 3)))
print(list(grouper('ABCDEFG', 3, fillvalue='x')), list(grouper('ABCDEFG', 3, incomplete='ignore')), list(iter_index('AABCADEAF', 'A')), list(iter_index('AABCADEAF', 'A', 3)), ''.join(unique_justseen('AAAABBBCCDAABBB')), list(map(list, before_and_after(str.isupper, 'ABCdEfGhI'))), list(map(''.join, subslices('ABC'))), list(factor(1_000_000_007 * 12)), totient(12), matmul([(7, 5), (3, 5)], [(2, 5), (7, 9)]), polynomial([5, -4, 3]), list(repeatfunc(pow, 3, 2, 5)), list(iter_except([1, 2, 3].pop, IndexError)), list(merge_sorted([1, 4], [2, 3])))
try:
    list(grouper('ABCD', 3, incomplete='strict'))
except ValueError as error:
    print(error)
try:
    print(list(roundrobin('ABC', 'D', 'EF')))
except RuntimeError as error:
    print(error)
random.seed(1)
pool = tuple('abcdef')
print(tuple(map(random.choice, [pool] * 3)), sorted(random.sample(range(6), 3)), [list(g) for _, g in groupby(sorted(range(10), key=lambda n: n % 3), key=lambda n: n % 3)], dict(Counter(chain('hello', 'world')).most_common(2)), collections.OrderedDict((k, len(list(g))) for k, g in groupby('aabbbc')), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate(repeat(2, 5), operator.mul)), list(starmap(divmod, [(7, 2), (9, 4)])), [*zip_longest('ab', 'xyz', fillvalue='-')], list(islice(permutations('abc'), 2)), list(compress(count(), [1, 0, 1, 1])), sum(1 for _ in product('ab', repeat=3)), list(chain(*[[1], [2, [3]]])), max(combinations([3, 1, 2], 2), key=sum))
