from dataclasses import InitVar, dataclass, field


@dataclass
class A:
    x: int
    double: int = field(init=False)
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.double = self.x * scale


@dataclass(kw_only=True)
class B(A):
    y: str = "y"


print(A(3), A(3, 5), B(1, y="z"), B.__match_args__)
match A(7):
    case A(x, d):
        print(x, d)
