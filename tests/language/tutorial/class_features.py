"""Tutorial-like: properties, slots, operators, context managers together in one program."""
import functools
import math


@functools.total_ordering
class Money:
    __slots__ = ('_cents', 'currency')
    rates = {'EUR': 1.0, 'USD': 1.25}

    def __init__(self, amount, currency='EUR'):
        if currency not in self.rates:
            raise ValueError(f'unknown currency {currency!r}')
        self._cents = round(amount * 100)
        self.currency = currency

    @property
    def amount(self):
        """The amount."""
        return self._cents / 100

    @amount.setter
    def amount(self, value):
        if value < 0:
            raise ValueError('negative')
        self._cents = round(value * 100)

    @classmethod
    def parse(cls, text):
        number, _, currency = text.partition(' ')
        return cls(float(number), currency or 'EUR')

    @staticmethod
    def is_code(text):
        return len(text) == 3 and text.isupper()

    def to(self, currency):
        return Money(self.amount / self.rates[self.currency] * self.rates[currency], currency)

    def __repr__(self):
        return f'{type(self).__name__}({self.amount!r}, {self.currency!r})'

    def __str__(self):
        return f'{self.amount:.2f} {self.currency}'

    def __format__(self, spec):
        if spec.endswith('c'):
            return format(self._cents, spec[:-1])
        return format(str(self), spec)

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.to('EUR')._cents == other.to('EUR')._cents

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.to('EUR')._cents < other.to('EUR')._cents

    def __hash__(self):
        return hash(self.to('EUR')._cents)

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.to(self.currency).amount, self.currency)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):
        return Money(self.amount * factor, self.currency) if isinstance(factor, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __neg__(self):
        new = Money(0, self.currency)
        new._cents = -self._cents
        return new

    def __abs__(self):
        return Money(abs(self.amount), self.currency)

    def __bool__(self):
        return self._cents != 0

    def __int__(self):
        return math.trunc(self.amount)

    def __round__(self, n=0):
        return Money(round(self.amount, n), self.currency)

    def __iter__(self):
        yield self.amount
        yield self.currency


m = Money(10.5)
print(m, repr(m), f'{m:>12}|{m:08c}|{m!r}', m.amount, Money.parse('3 USD'), Money.is_code('EUR'), m.to('USD'))
print(m + Money(1.25, 'USD'), 2 * m, m * 0.5, -m, abs(-m), bool(Money(0)), int(m), round(m), sum([m, m]), m == Money(13.125, 'USD'), m < Money(11), m >= Money(10.5), max(m, Money(20)), sorted([Money(3), Money(1), Money(2, 'USD')]), len({m, Money(10.5), Money(1)}), [*m], dict([tuple(m)[::-1]]))
m.amount = 7
print(m, Money.amount.__doc__, hasattr(m, '__dict__'))
for bad in (lambda: setattr(m, 'amount', -1), lambda: setattr(m, 'other', 1), lambda: m + 5, lambda: m < 5, lambda: m * m, lambda: Money(1, 'XXX'), lambda: 5 - m, lambda: Money.parse('x'), lambda: m[0], lambda: m(), lambda: len(m), lambda: m @ 2, lambda: ~m, lambda: sum([1, m])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Ledger:
    """Keeps entries; as a context manager, takes all back on an error."""

    def __init__(self):
        self.entries = []
        self._marks = []

    def __enter__(self):
        self._marks.append(len(self.entries))
        return self

    def __exit__(self, kind, error, traceback):
        mark = self._marks.pop()
        if kind is not None:
            del self.entries[mark:]
            print('rolled back because of', repr(error))
        return kind is not None and issubclass(kind, ValueError)

    def __iadd__(self, money):
        self.entries.append(money)
        return self

    def __len__(self):
        return len(self.entries)

    def __getitem__(self, index):
        return self.entries[index]

    def __contains__(self, money):
        return any(e == money for e in self.entries)


ledger = Ledger()
with ledger as l:
    l += Money(1)
    with ledger:
        ledger += Money(2)
        raise ValueError('undo inner')
    ledger += Money(3)
print(list(ledger), len(ledger), Money(3) in ledger, ledger[-1], ledger[:1], sum(ledger), list(reversed(ledger)))
try:
    with ledger:
        ledger += Money(9)
        raise KeyError('outer')
except KeyError:
    print(len(ledger))
