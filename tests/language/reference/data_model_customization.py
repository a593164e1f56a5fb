"""Language reference 3.3.1: basic customization."""
class T:
    made = []

    def __new__(cls, *args, **kwargs):
        T.made.append((cls.__name__, args, kwargs))
        return super().__new__(cls)

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f'T({self.value})'

    def __format__(self, spec):
        return f'<{self.value}:{spec}>'

    def __bytes__(self):
        return b'bytes'

    def __bool__(self):
        return self.value != 0

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if not isinstance(other, T):
            return NotImplemented
        return self.value == other.value

    def __lt__(self, other):
        return ('lt', self.value, other)

    def __dir__(self):
        return ['b', 'a']

    def __sizeof__(self):
        return 5


t = T(3)
print(T.made, t, str(t), f'{t:x}', f'{t!s:>6}', format(t), bytes(t), bool(t), bool(T(0)), hash(t), t == T(3), t != T(3), t == 3, t != 3, dir(t), t < 5, 5 > t)
try:
    t <= 5
except TypeError as error:
    print(error)
try:
    t >= t
except TypeError as error:
    print(error)


class OnlyStr:
    def __str__(self):
        return 'str'


class BadRepr:
    def __repr__(self):
        return 5


class BadBool:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class FloatLen:
    def __len__(self):
        return 1.5


class BadHash:
    def __hash__(self):
        return 'a'


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


class BadInit:
    def __init__(self):
        return 5


class BadFormat:
    def __format__(self, spec):
        return 5


class BadIndex:
    def __index__(self):
        return 'a'


class BadDir:
    def __dir__(self):
        return 5


print(str(OnlyStr()), f'{OnlyStr()}', repr(OnlyStr()).startswith('<__main__.OnlyStr object at 0x'))
for bad in (lambda: repr(BadRepr()), lambda: str(BadRepr()), lambda: bool(BadBool()), lambda: len(BadLen()), lambda: len(FloatLen()), lambda: bool(BadLen()), lambda: hash(BadHash()),
            lambda: hash(NoHash()), lambda: {EqOnly()}, lambda: BadInit(), lambda: format(BadFormat()), lambda: [1][BadIndex()], lambda: dir(BadDir()), lambda: bytes(OnlyStr()), lambda: object(5),
            lambda: object.__new__(int), lambda: object.__new__(5), lambda: format(object(), 'x'), lambda: OnlyStr(5), lambda: int(OnlyStr()), lambda: float(OnlyStr()), lambda: hash([])):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(EqOnly.__hash__, hash(-1), hash(2 ** 61 - 1), hash(True))
