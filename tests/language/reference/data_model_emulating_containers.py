"""Language reference 3.3.7: emulating container types."""
class Seq:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        print('get', key)
        return self.items[key]

    def __setitem__(self, key, value):
        print('set', key, value)
        self.items[key] = value

    def __delitem__(self, key):
        print('del', key)
        del self.items[key]


s = Seq(1, 2, 3)
s[0], s[-1], s[0:2], s[::2]
s[1] = 5
s[0:1] = 'ab'
s[0] += 'c'
del s[0], s[1:]
print(s.items, list(s), 5 in s, 'bc' in s)
print(list(reversed(Seq(1, 2))))
s = Seq([1], 2)
s[0][0] = 'in'
try:
    s[5]
except IndexError as error:
    print(error)


class Matrix:
    def __getitem__(self, key):
        return key


m = Matrix()
print(m[1], m[1, 2], m[1:2], m[1:2, 3], m[..., 0], m[:], m[::], m[None], m[()], m[*[1, 2]], m[*[1], 2:3], m[(1, 2)], m[1,])
print(m[1:2] == slice(1, 2), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(3), slice(1) < slice(2), hash(slice(1, 2)) == hash(slice(1, 2)))


class Default(dict):
    def __missing__(self, key):
        return f'missing {key}'


d = Default(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d)


class Contains:
    def __contains__(self, item):
        return item * 2


print(1 in Contains(), 0 in Contains(), '' not in Contains())


class Hint:
    def __length_hint__(self):
        return 3

    def __iter__(self):
        return iter('abc')


import operator
print(operator.length_hint(Hint()), operator.length_hint(5, 9), list(Hint()), operator.index(7))


class Rev:
    def __reversed__(self):
        return 'not even an iterator'


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class BadIter:
    def __iter__(self):
        return 5


print(reversed(Rev()))
for bad in (lambda: iter(NoIter()), lambda: 1 in NoContains(), lambda: iter(BadIter()), lambda: 1 in 5, lambda: 5[0], lambda: len(5), lambda: Seq(1)['a'], lambda: {}[[]],
            lambda: exec('5[0] = 1'), lambda: exec('del 5[0]'), lambda: exec('(1,)[0] = 1'), lambda: exec('del "a"[0]'), lambda: 'a'['b'], lambda: [1][None], lambda: b'a'['x'], lambda: range(3)['a'], lambda: 1 in 'a', lambda: 'a' in b'a', lambda: 300 in b'a', lambda: [1][1:2:0]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
