"""Library reference: built-in types, sequences."""
s, t = [1, 2, 3, 4, 5], (1, 2, 3)
print(2 in s, 9 not in s, t + t, t * 2, 3 * s, s[1], s[-1], s[1:3], s[::2], s[::-1], len(s), min(s), max(s), s.index(3), s.count(1), s.index(5, 1), t.index(2), t.count(9), s[1:-1], s[10:], s[-100:2], s[3:1])
lists = [[]] * 3
lists[0].append(3)
print(lists, [[] for _ in range(2)])
s[0] = 'x'
s[1:3] = ['a', 'b', 'c', 'd']
del s[0:2]
s[::2] = [0] * len(s[::2])
print(s)
del s[::2]
s.append(9)
s.extend((1, 2))
s += 'z'
s *= 2
s.insert(0, 'first')
s.insert(-1, 'near last')
s.insert(100, 'last')
print(s, s.pop(), s.pop(0), s.copy() == s, s.remove(9), s)
s.reverse()
print(s)
s.clear()
print(s)
words = ['banana', 'pie', 'Washington', 'book']
words.sort()
print(words)
words.sort(key=str.lower, reverse=True)
print(words, sorted(words, key=len), sorted([3, 1, 2], reverse=True), sorted('hello'))
data = [('red', 1), ('blue', 1), ('red', 2), ('blue', 2)]
print(sorted(data, key=lambda r: r[0]), sorted(data, key=lambda r: r[1], reverse=True))


class Cmp:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise ValueError('no order')
        return self.n < other.n


try:
    x = [Cmp(1), Cmp(3), Cmp(2)]
    x.sort()
except ValueError as error:
    print(error, len(x))
mutating = [3, 2, 1]
try:
    mutating.sort(key=lambda v: mutating.append(v) or v)
except ValueError as error:
    print(error, mutating)
for bad in (lambda: [].remove(1), lambda: [].index(1), lambda: [1].index(1, 1), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].insert('a', 1), lambda: [1] + (2,), lambda: [1] * 'a', lambda: [1] * 2.0, lambda: (1,) + [2], lambda: [1][1.0], lambda: [1]['a'], lambda: [1].sort(1), lambda: [1].sort(nope=1), lambda: [1, 'a'].sort(), lambda: [1].extend(5), lambda: (1, 2).index(3), lambda: [].count(), lambda: [1].copy(1), lambda: list(1), lambda: [0] * (10 ** 20), lambda: [1].append(), lambda: tuple(5), lambda: (1, 2)[5], lambda: range(5)[5], lambda: [1].pop('a'), lambda: [1, 2].index('a', 'b'), lambda: [].sort(key=5) or 'empty', lambda: [1].sort(key=5), lambda: [1].__getitem__(), lambda: hash([1]), lambda: {(1, []): 2}):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print((1, 2) < (1, 3), (1, 2, 3) > (1, 2), [] < [0], () == (), (1,) == [1], [1, [2]] == [1, [2]], hash((1, (2, 3))) == hash((1, (2, 3))), tuple('abc'), tuple(), (1, 2).__contains__(1), [1, 2].__eq__([1, 2]), [1].__lt__((1,)), [1].__iadd__((2,)), [1].__mul__(2), (1,).__add__((2,)), [3, 4].__reversed__().__next__(), [1, 2, 3].__getitem__(slice(1)))
r = range(0, 20, 2)
print(r, 11 in r, 10 in r, r.index(10), r[5], r[:5], r[-1], list(r[::-1]), r.start, r.stop, r.step, r == range(0, 19, 2), len(range(10, 0, -3)), list(range(10, 0, -3)), range(0) == range(2, 2), range(5).count(3), 'a' in range(3), 2.0 in range(3), range(3) != range(4), bool(range(0)), hash(range(3)) == hash(range(0, 3, 1)), range(10)[2:8:3], list(reversed(range(3))), range(10 ** 20, 10 ** 20 + 2), min(range(5, 1, -1)), range(3).__reduce__())
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), list(it), it.__length_hint__(), list(iter(range(3))), iter([1]).__class__.__name__, iter(()).__class__.__name__, iter('').__class__.__name__, iter({}).__class__.__name__, iter(range(1)).__class__.__name__, iter(set()).__class__.__name__, reversed([]).__class__.__name__, iter(b'').__class__.__name__, iter(range(2 ** 70)).__class__.__name__, enumerate([]).__class__.__name__)
