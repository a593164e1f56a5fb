"""Sorting: keys, stability, several criteria, own comparisons."""
from functools import cmp_to_key
from operator import attrgetter, itemgetter


class Student:
    def __init__(self, name, grade, age):
        self.name, self.grade, self.age = name, grade, age

    def __repr__(self):
        return repr((self.name, self.grade, self.age))

    def weighted(self):
        return 'CBA'.index(self.grade) / self.age


students = [Student('john', 'A', 15), Student('jane', 'B', 12), Student('dave', 'B', 10)]
print(sorted(students, key=lambda s: s.age), sorted(students, key=attrgetter('grade', 'age')), sorted(students, key=attrgetter('age'), reverse=True))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')], key=itemgetter(0)), sorted('This is a test string from Andrew'.split(), key=str.casefold))
data = [('red', 1), ('blue', 1), ('red', 2), ('blue', 2)]
data.sort(key=itemgetter(1), reverse=True)
data.sort(key=itemgetter(0))
print(data)


def numeric(x, y):
    return (x > y) - (x < y)


print(sorted([5, 2, 4, 1, 3], key=cmp_to_key(lambda a, b: numeric(b, a))), sorted([3, 1, 2], key=cmp_to_key(numeric)))
decorated = [(s.weighted(), i, s) for i, s in enumerate(students)]
decorated.sort()
print([s for _, _, s in decorated])
double = list(reversed(sorted(reversed(data), key=itemgetter(0))))
print(double == sorted(data, key=itemgetter(0), reverse=True), sorted({'b': 2, 'a': 1}.items(), key=lambda kv: -kv[1]), sorted([True, 0, 0.5, -1]), sorted(['b', 'B', 'a'], key=lambda s: (s.lower(), s)), max(students, key=attrgetter('age')), min(students, key=lambda s: s.name))


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f'{self.n}<{other.n}', end=' ')
        return self.n < other.n


values = [Odd(n) for n in (5, 2, 9, 1, 7, 3)]
values.sort()
print([v.n for v in values])
calls = []
sorted([3, 1, 2], key=lambda v: calls.append(v) or v)
print(calls)
for bad in (lambda: sorted([1, None]), lambda: sorted([{}, {}]), lambda: sorted([1, 2], key=lambda v: None), lambda: sorted([object(), object()]), lambda: sorted([2, 1], cmp=numeric), lambda: [3, 1].sort(lambda v: v), lambda: sorted('ab', key='x'), lambda: sorted([float('nan'), 1, 2])):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(sorted(range(20), key=lambda n: (n % 3, -n)), sorted(['10', '9', '2'], key=int), sorted([[2], [1, 5], []]), sorted([(2,), (1, 2), (1,)]), sorted({3, 1, 2}), sorted(b'cab'), sorted('héllo'), sorted([1j.imag, 0.5]))
