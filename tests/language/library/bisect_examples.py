"""Library reference: bisect, searching sorted lists."""
from bisect import bisect, bisect_left, bisect_right, insort, insort_left
from collections import namedtuple
from operator import attrgetter


def index(a, x):
    i = bisect_left(a, x)
    if i != len(a) and a[i] == x:
        return i
    raise ValueError(f'{x} not in list')


def find_lt(a, x):
    i = bisect_left(a, x)
    return a[i - 1] if i else None


def find_ge(a, x):
    i = bisect_left(a, x)
    return a[i] if i != len(a) else None


a = [1, 3, 3, 5, 8]
print([bisect_left(a, x) for x in range(10)], [bisect_right(a, x) for x in range(10)], index(a, 5), find_lt(a, 1), find_lt(a, 4), find_ge(a, 6), find_ge(a, 9))
try:
    index(a, 4)
except ValueError as error:
    print(error)


def grade(score, breakpoints=(60, 70, 80, 90), grades='FDCBA'):
    return grades[bisect(breakpoints, score)]


print([grade(s) for s in (33, 60, 77, 89.9, 90, 100)])
Movie = namedtuple('Movie', 'name released director')
movies = [Movie('Jaws', 1975, 'S'), Movie('Titanic', 1997, 'C'), Movie('Birds', 1963, 'H'), Movie('Aliens', 1986, 'C')]
by_year = attrgetter('released')
movies.sort(key=by_year)
print(movies[bisect(movies, 1960, key=by_year)].name, [m.name for m in movies[bisect_left(movies, 1975, key=by_year):]])
insort(movies, Movie('Psycho', 1960, 'H'), key=by_year)
print([m.name for m in movies])
words = []
for w in 'the quick brown fox jumps over'.split():
    insort(words, w)
print(words)
ties = [(1, 'a'), (1, 'b'), (2, 'c')]
insort_left(ties, (1, 'new'), key=lambda t: t[0]) if False else ties.insert(bisect_left(ties, 1, key=lambda t: t[0]), (1, 'left'))
insort(ties, (1, 'right'), key=lambda t: t[0])
print(ties)


class Virtual:
    def __len__(self):
        return 10 ** 9

    def __getitem__(self, i):
        probes.append(i)
        return i * i


probes = []
print(bisect_left(Virtual(), 10 ** 12), len(probes), bisect_left(range(10 ** 18), 12345), bisect_left([], 5), bisect([2, 1], 3), bisect_right('abcx', 'c'), bisect_left(a, 3, 2), bisect_left(a, 3, 0, 1), bisect([1.5, 2.5], 2), bisect([True], 1))
for bad in (lambda: bisect(a, 3, lo=-1), lambda: bisect(a, 'x'), lambda: bisect([1, 'a'], 2), lambda: bisect(None, 1), lambda: insort((), 1), lambda: bisect(a, 1, key=len), lambda: bisect(a, 3, 0, 99), lambda: insort(a, 'z')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
