from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True)
class F:
    a: str


p = P(1, 2)
print(
    p, p == P(1, 2), p < P(2), replace(p, y=9), asdict(p), astuple(p), [f.name for f in fields(P)]
)
print(F("z"), hash(F("z")) == hash(F("z")))
try:
    F("z").a = 1
except AttributeError as e:
    print(type(e).__name__, e)
try:
    P()
except TypeError as e:
    print(e)
try:

    @dataclass
    class Bad:
        a: list = []

except ValueError as e:
    print(e)
