from collections import namedtuple
from typing import NamedTuple

P = namedtuple("P", "x y", defaults=[5])


class E(NamedTuple):
    name: str
    age: int = 3

    def hi(self):
        return f"hi {self.name}"


p = P(1)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, P._make([7, 8]), p == (1, 5))
print(E("a"), E("a").hi(), E._field_defaults)
x, y = p
try:
    P(1, 2, 3)
except TypeError as e:
    print(e)
try:
    p.x = 3
except AttributeError as e:
    print(e)
