"""Library reference: heapq and bisect."""
import bisect
import heapq
from heapq import *
h = []
for value in [5, 1, 4, 1, 3]:
    heappush(h, value)
print(h, [heappop(h) for _ in range(5)])
x = [9, 8, 7, 3, 1, 2]
heapify(x)
print(x, heappushpop(x, 0), heappushpop(x, 5), heapreplace(x, 10), x, nlargest(2, x), nsmallest(2, x), nlargest(0, x), nsmallest(99, x), nlargest(2, ['aa', 'b', 'ccc'], key=len), nsmallest(1, [(1, 'z'), (1, 'a')]), list(merge([1, 4], [2, 3], [])), list(merge('ca', 'db', reverse=True)), list(merge(['a', 'bbb'], ['cc'], key=len)))


class Task:
    def __init__(self, p, n):
        self.p, self.n = p, n

    def __lt__(self, other):
        return self.p < other.p

    def __repr__(self):
        return self.n


tasks = []
for p, n in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'a2')]:
    heappush(tasks, Task(p, n))
print([heappop(tasks) for _ in range(4)], nlargest(2, [Task(1, 'x'), Task(5, 'y')]))
for bad in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush((), 1), lambda: heapify(5), lambda: heappush([1], 'a'), lambda: heappushpop([], 1), lambda: nlargest('a', []), lambda: nsmallest(1, 5), lambda: list(merge(5)), lambda: heappop(), lambda: heappush([None, 1], None), lambda: heappush([1j], 2j)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
a = [10, 20, 20, 30]
print(bisect.bisect(a, 20), bisect.bisect_left(a, 20), bisect.bisect_right(a, 5), bisect.bisect_left(a, 25, 1, 3), bisect.bisect_left(a, 20, lo=2), bisect.bisect(['a', 'bb', 'ccc'], 2, key=len), bisect.bisect_left([], 1), bisect.bisect([3, 2, 1], -2, key=lambda v: -v))
bisect.insort(a, 25)
bisect.insort_left(a, 20)
bisect.insort_right(a, 5)
words = ['a', 'ccc']
bisect.insort(words, 'bb', key=len)
print(a, words, [('FDCBA'[bisect.bisect([60, 70, 80, 90], s)]) for s in [33, 99, 77, 70, 89, 90, 100]])
for bad in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, 'x'), lambda: bisect.bisect(5, 1), lambda: bisect.insort((), 1), lambda: bisect.bisect(a, 1, key=5), lambda: bisect.bisect_left(a, 1, 'a'), lambda: bisect.insort([1, 'a'], 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
