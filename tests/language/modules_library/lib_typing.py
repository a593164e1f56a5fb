"""typing at run time: reprs, generics, protocols, hints."""
import typing
from collections.abc import Iterator
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, NamedTuple, NewType,
    Optional, ParamSpec, Protocol, Self, Tuple, Type, TypedDict, TypeVar, Union, cast, final,
    get_args, get_origin, get_type_hints, overload, runtime_checkable,
)

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")
for t in (List[int], Dict[str, List[T]], Optional[int], Union[int, str, None], Callable[[int, str], bool],
          Callable[..., Any], Callable[P, T], Tuple[int, ...], Tuple[()], Type[T], Literal["a", 1], ClassVar[int],
          Final, Annotated[int, "note"], Any, T, K, Iterable[T], list[int], dict[str, int | None], Self,
          Union[int, int], Optional[None], List["Node"], typing.Generator[int, None, str]):
    print(t)
print(Dict[str, T][int], get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(int | str))
print(List[int] == List[int], hash(Union[int, str]) == hash(Union[str, int]), Union[int, str] == Union[str, int])


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(Stack[int], Stack.__parameters__, s.__orig_class__, isinstance(s, Stack))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable))


class Employee(NamedTuple):
    name: str
    id: int = 3

    def label(self):
        return f"{self.name}#{self.id}"


class Movie(TypedDict, total=False):
    title: str
    year: int


print(Employee("ann"), Employee("bob", 1).label(), Employee.__annotations__, Employee._field_defaults)
print(Movie(title="x", year=1), Movie.__optional_keys__ == {"title", "year"}, Movie.__total__)
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__)


class Node:
    next: "Node | None"
    count: ClassVar[int] = 0


def f(a: int, b: "list[str]" = None, *args: Any, c: Annotated[int, 1]) -> Optional["Node"]:
    ...


print(get_type_hints(f))
print(get_type_hints(f, include_extras=True)["c"], get_type_hints(Node))
print(cast(int, "x"), typing.TYPE_CHECKING, f.__annotations__["b"])


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


@final
class Last:
    pass


print(g(3), Last.__final__, len(typing.get_overloads(g)))


def first[U](items: list[U]) -> U:
    return items[0]


class Box[V: int]:
    def get(self) -> V: ...


type Pair[A] = tuple[A, A]
print(first([9]), first.__type_params__, Box.__type_params__, Box[int], Box.__parameters__[0].__bound__, Pair, Pair[int], Pair.__value__)
for bad in (lambda: List[int, str], lambda: Union[()], lambda: isinstance([], List[int]), lambda: Stack[int, str],
            lambda: Any(), lambda: Optional[1, 2], lambda: Callable[int], lambda: TypeVar("X", int), lambda: Protocol(),
            lambda: isinstance(1, Any), lambda: typing.assert_never(3)):
    try:
        print(bad())
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)
