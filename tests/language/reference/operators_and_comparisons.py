"""Language reference 6.5 to 6.13: operators."""
print(2 ** -1, -2 ** 2, (-2) ** 2, 2 ** -2 ** 0, -1 ** 0.5, (-1) ** 0.5, 0 ** 0, 10 ** -2, 2.0 ** 3, 4 ** 0.5, (-8) ** (1 / 3))
print(7 // 2, -7 // 2, 7 // -2, 7.5 // 2, -7.5 // 2, 7 % 3, -7 % 3, 7 % -3, -7.5 % 2, 7.5 % -2, 5 % float('inf'), -5 % float('inf'), 0.0 % -1, 1e308 * 10, -0.0 + 0)
print(3 * 'ab', [1] * 2, (1, 2) * 2, 'a' * 0, 'a' * -5, b'x' * 3, 'x' * True)
print(1 << 3 + 1, 1 + 2 << 3, 5 & 3 | 4 ^ 1, ~5 & 0xF, not 1 == 2, not 0 or 1, 1 or 1 / 0, 0 and 1 / 0, -3 .__abs__(), 2 + 3 * 4 ** 2 // 5 % 6)
print(1 < 2 > 1 != 3 is not None, 1 < 3 < 2, 1 == 1.0 == True, 'a' < 'b' < 'c', [1, 2] < [1, 2, 3] <= [1, 2, 3], (1,) < (1, 0), {1} < {1, 2} > {2}, {1} <= {1}, {1} < {1}, 'B' < 'a', b'a' < b'b')
print(float('nan') in [float('nan')], (n := float('nan')) in [n], n == n, [n] == [n], (n,) == (n,), {1: n} == {1: n}, n is n, min(n, 1) is n, max(1, n))
print({'a': 1} == {'a': 1.0}, range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), [] == (), '' == b'', 1 == '1', None == 0, () is (), [] is [])
print(1 in [1.0], 'bc' in 'abcd', '' in '', 3 in range(0, 10, 3), 4 in range(0, 10, 3), 3.0 in range(5), 'a' in {'a': 1}, 1 in (i for i in range(3)), None in [None])
a = b = []
print(a is b, a is not b, a == [], not a, a or 'default', a and 'x', [] or {} or 0, 5 and [], 'x' if a else 'y', (lambda: 5)() if True else 0)
print(*(i for i in range(3)), *[4], sep=', ', end='!\n')


class Cmp:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print('eq', self.v)
        return True

    def __lt__(self, o):
        print('lt', self.v)
        return []

    def __bool__(self):
        print('bool', self.v)
        return False


x, y = Cmp(1), Cmp(2)
print(x == y, x != y, x < y, y > x, x in [y], [x] == [y], x < y < x, bool(x), not x, x or 1, (x and 1) is x, 1 if x else 2)
for bad in (lambda: 1 < None, lambda: 'a' < 1, lambda: [1] < ['a'], lambda: {} < {}, lambda: 1 + '1', lambda: '1' + 1, lambda: [] + (), lambda: () + [], lambda: 'a' * 1.5, lambda: 'a' - 'b', lambda: 5 ** 'a', lambda: -[], lambda: ~'', lambda: [] @ [], lambda: 1 in 1, lambda: 1 in '1', lambda: 'a' % 1, lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%(a)s' % 1, lambda: '%z' % 1, lambda: '%s' % (1, 2), lambda: b'a' + 'a', lambda: {1} + {2}, lambda: {1} | [2], lambda: {} | [], lambda: 1 @ 2, lambda: 5.5 & 1, lambda: 1.5 << 1, lambda: 3 // 'a', lambda: print >> 5, lambda: len - 1):
    try:
        print(bad())
    except TypeError as error:
        print(error)
    except ValueError as error:
        print('ValueError', error)
print(10 ** 25 // 7, -10 ** 25 // 7, 10 ** 25 % 7, divmod(-10 ** 25, 7), (10 ** 25) >> 70, (1 << 100) - 1, -(1 << 100) >> 99, 2 ** 100 & 2 ** 99 - 1, 3 ** 50 ^ 2 ** 70, ~(1 << 64), (10 ** 25) / 10 ** 24, int(10 ** 25 / 3))
