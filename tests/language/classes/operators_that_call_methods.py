"""What an operator's method may do: give NotImplemented, raise, yield, recurse, be replaced."""

import traceback


class Number:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}({self.value})"

    def __add__(self, other):
        if isinstance(other, Number):
            return type(self)(self.value + other.value)
        return NotImplemented

    def __mul__(self, other, times=1):
        return ("mul", self.value, other, times)

    def __sub__(self, *rest):
        return ("sub", self.value, rest)

    def __truediv__(self, other):
        yield self.value
        yield other

    async def __floordiv__(self, other):
        return self.value // other

    def __mod__(self, other):
        return 1 / other

    def __pow__(self, other):
        return other if other <= 0 else self ** (other - 1)

    def __lshift__(self, other):
        return None


class Sub(Number):
    def __radd__(self, other):
        return ("radd", self.value, other)


class Other:
    def __radd__(self, other):
        return "radd of Other"

    def __rmatmul__(self, other):
        return NotImplemented


one, two = Number(1), Number(2)
print(one + two, one * two, one * 3, one - 4, list(one / 5), one**7, one << 1)
print(one + Sub(3), Sub(3) + one, Sub(3) + Sub(4), one + Other(), Sub(1) + Other())
coroutine = one // 1
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)

total = one
total += two
total *= two
print(total)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def increase():
    total = one
    total += "x"


attempt(lambda: one + 1)
attempt(lambda: 1 + one)
attempt(lambda: one + [])
attempt(lambda: [] + one)
attempt(lambda: one @ Other())
attempt(lambda: one + one.value)
attempt(lambda: one & one)
attempt(increase)


class Sequence:
    def __add__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return NotImplemented

    def __index__(self):
        return 2


attempt(lambda: Sequence() * [1])
attempt(lambda: Sequence() + [1])
attempt(lambda: Sequence() + Sequence())
attempt(lambda: Sequence() * 2)


def through(value):
    return value % 0


def outer():
    try:
        return through(one)
    finally:
        print("finally")


try:
    outer()
except ZeroDivisionError:
    traceback.print_exc()


class Deep:
    def __add__(self, other):
        return self + other


try:
    Deep() + 1
except RecursionError as error:
    print(error)


class Changing:
    def __add__(self, other):
        Changing.__add__ = lambda self, other: "second"
        return "first"


changing = Changing()
print([changing + 1 for _ in range(3)])


class Static:
    @staticmethod
    def __add__(other):
        return ("static", other)

    @classmethod
    def __sub__(cls, other):
        return (cls.__name__, other)

    __mul__ = Number(5).__mul__
    __xor__ = None


static = Static()
print(static + 1, static - 2, static * 3)
attempt(lambda: static ^ 1)


class InPlace:
    def __iadd__(self, other):
        return NotImplemented

    def __add__(self, other):
        return ("add", other)

    def __isub__(self, other):
        return self


target = in_place = InPlace()
target += 1
in_place -= 1
print(target, type(in_place).__name__)


class Last:
    def __add__(self, other):
        return "sum"

    def __del__(self):
        print("gone")


print(Last() + Last())


def summed(values):
    total = values[0]
    for value in values[1:]:
        total = total + value
        yield total


print(list(summed([Number(number) for number in range(5)])))
print(sum([Number(1), Number(2)], Number(0)))


class Closed:
    def __init__(self, factor):
        self.factor = factor

    def scaled(factor):
        def __mul__(self, other):
            return factor * other * self.factor

        return __mul__

    __mul__ = scaled(10)


print(Closed(2) * 3)
