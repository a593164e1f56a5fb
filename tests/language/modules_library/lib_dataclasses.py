"""Dataclasses: defaults, order, frozen, slots, inheritance, the functions."""
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0


a, b = Version(1, 2), Version(1, 10, ["x"])
print(a, b, a < b, a == Version(1, 2, ["other"]), max(a, b))
print(Version.__doc__, Version.__match_args__, [f.name for f in fields(Version)])
try:
    Version()
except TypeError as error:
    print(error)
try:
    Version(1, 2, 3, 4)
except TypeError as error:
    print(error)
try:
    a < 5
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


p = Point(1.5)
print(p, p.moved(2), hash(p) == hash(Point(1.5)), {p: "here"}[Point(1.5)], Point.__slots__)
try:
    p.x = 3
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    del p.y
except AttributeError as error:
    print(error)


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: float = 0.0
    start: InitVar[float | None] = None
    history: list[str] = field(default_factory=list, repr=False, init=False)

    def __post_init__(self, start):
        if start is not None:
            self.balance = start
        self.history.append(f"opened with {self.balance}")


acc = Account("ann", start=5.0)
print(acc, acc.history, Account("bob", balance=2))
try:
    Account("cy", 1.0)
except TypeError as error:
    print(error)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: int = 10


print(Derived(), Derived(1, 2, 4), asdict(Derived()), astuple(Derived()))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(asdict(tree))
tree.children.append(tree)
print(tree)

match p:
    case Point(x, y=0.0):
        print("matched", x)

for text, make in (
    ("mutable", lambda: dataclass(type("M", (), {"__annotations__": {"x": list}, "x": []}))),
    ("order", lambda: dataclass(type("O", (), {"__annotations__": {"x": int, "y": int}, "x": 1}))),
    ("frozen", lambda: dataclass(frozen=True)(type("F", (Base,), {"__annotations__": {}}))),
):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(text, "->", error)

C = dataclasses.make_dataclass("C", ["x", ("y", int), ("z", int, field(default=7))])
print(C(1, 2), C.__name__, dataclasses.is_dataclass(C), dataclasses.is_dataclass(5))
print(fields(C)[2])
