from typing import (
    Any,
    Awaitable,
    Callable,
    ClassVar,
    Final,
    Generic,
    Iterator,
    Literal,
    Optional,
    Protocol,
    TypeVar,
    Union,
    cast,
    overload,
    TYPE_CHECKING,
)
from collections.abc import (
    AsyncIterator,
    Awaitable as AW,
    Callable as C,
    Coroutine,
    Generator,
    Iterable,
    Iterator as It,
    Mapping,
    Sequence,
)

T = TypeVar("T")


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def push(self, x: T) -> "Stack[T]":
        return self


class HasName(Protocol):
    name: str


def f(
    cb: Callable[[int], str], x: Optional[int] = None, y: Union[int, str] = 1
) -> Iterator[Any]: ...


async def coro():
    pass


def gen():
    yield


c, g = coro(), gen()
print(
    cast(int, "x"),
    TYPE_CHECKING,
    isinstance(c, Coroutine),
    isinstance(c, AW),
    isinstance(g, Generator),
    isinstance(g, It),
    isinstance([], Iterable),
    isinstance({}, Mapping),
    isinstance("", Sequence),
    isinstance(5, Iterable),
    isinstance(len, C),
    issubclass(list, Sequence),
)
c.close()
print(Stack[int]().push(1).limit)
