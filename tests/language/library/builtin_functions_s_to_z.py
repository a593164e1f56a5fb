"""Library reference: built-in functions, set to zip."""
print(set(), set('aa'), {1} | {1.0}, sorted(set([3, 1]), reverse=True), sorted('bA', key=str.lower), sorted([(2, 'a'), (1, 'b')]), sorted([3, 1, 2], key=lambda x: -x), sorted({'b': 1, 'a': 2}), sorted([True, False, 0.5]), sorted([], key=None, reverse=1), sorted(['10', '9'], key=int))
for bad in (lambda: sorted([1, 'a']), lambda: sorted(5), lambda: sorted([1], 5), lambda: sorted([1], key=5), lambda: sorted([1j, 2j]), lambda: sorted([None, None, 1]), lambda: sorted(), lambda: set(5), lambda: set([[]]), lambda: set(1, 2), lambda: sorted([1], reverse='a') if False else sorted([1], reverse=None)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(slice(5), slice(1, None, 2), slice(1, 5, 2).indices(4), slice(-3, None).indices(10), slice(None, None, -2).indices(7), slice(10, -10, -3).indices(6))
for bad in (lambda: slice(1).indices(-1), lambda: slice(1, 2, 0).indices(5), lambda: slice('a').indices(5), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices('a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class S:
    @staticmethod
    def f(x):
        return x * 2

    g = staticmethod(len)


print(S.f(2), S().f(3), S.g('ab'), S.__dict__['f'](5))
print(str(), str(5), str(b'ab', 'ascii'), str(b'\xc3\xa9', encoding='utf-8'), str(b'\xff', errors='replace'), str(object=5), str(b'a'), str([1, 'a']), str(1.0), str(None), str('é'))
for bad in (lambda: str(b'\xff', 'utf-8'), lambda: str(5, 'ascii'), lambda: str('a', 'ascii'), lambda: str(b'a', 5), lambda: str(b'a', 'nope'), lambda: str(1, 2, 3, 4), lambda: str(nope=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(sum([1, 2]), sum([0.1] * 3), sum([[1], [2]], []), sum((), 5), sum([1], start=10), sum([True, True]), sum([1, 2.5, 3]), sum(range(5), -10), sum([1e16, 1, -1e16]), sum([1j, 2]), sum([10 ** 20, 1]), sum([0.1] * 10), sum([1, 1e100, 1, -1e100]), sum([float('inf'), 1]), sum([2 ** 53, 1.0]))
for bad in (lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum(5), lambda: sum([[1]]), lambda: sum([1], 2, 3), lambda: sum([bytearray()], bytearray())):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Base:
    def __init__(self):
        self.order = ['Base']

    def who(self):
        return 'Base'


class Left(Base):
    def __init__(self):
        super().__init__()
        self.order.append('Left')

    def who(self):
        return 'Left ' + super().who()


class Right(Base):
    def __init__(self):
        super().__init__()
        self.order.append('Right')

    def who(self):
        return 'Right ' + super(Right, self).who()


class Both(Left, Right):
    def who(self):
        return 'Both ' + super().who()

    @classmethod
    def cm(cls):
        return super().__name__ if hasattr(super(), '__name__') else 'no name'

    @property
    def prop(self):
        return super().who()


b = Both()
print(b.order, b.who(), b.prop, Both.cm(), super(Left, b).who(), super(Both, Both).who(b), repr(super(Left, b)))
for bad in (lambda: super(), lambda: super(5), lambda: super(int, 'a'), lambda: super(Both, Left()), lambda: super(Left, b).nothing, lambda: super(1, 2, 3)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(tuple(), tuple('ab'), tuple([1]), tuple({1: 2}), type(5), type('X', (), {})().__class__.__name__, type(type), vars(S)['f'].__class__.__name__, vars(b)['order'])
for bad in (lambda: vars(5), lambda: tuple(5), lambda: vars(1, 2), lambda: type(1, 2), lambda: tuple(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(list(zip()), list(zip('ab')), list(zip('abc', [1, 2])), list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', range(2))), list(zip('ab', 'cd', strict=True)))
for bad in (lambda: list(zip('a', 'bc', strict=True)), lambda: list(zip('ab', 'c', strict=True)), lambda: zip(5), lambda: zip('a', 5), lambda: list(zip('a', 'b', 'cd', strict=True)), lambda: list(zip('ab', 'ab', 'c', strict=True)), lambda: zip('a', strct=True)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(__import__('math').pi, __import__('os.path').__name__, __name__, __doc__[:8], __debug__)
