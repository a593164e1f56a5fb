"""Library reference: typing."""
import collections.abc
import typing
from typing import *
T = TypeVar('T')
N = TypeVar('N', int, float)
B = TypeVar('B', bound=str, covariant=True)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__, List[int], Dict[str, int], Optional[int], Union[int, str], Union[int], Union[int, None], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., T], Any, T, N, B, P, Ts, Type[int], ClassVar[int], Final[int], Literal['a', 1, None], Annotated[int, 'meta'], Iterable[int], list[T][int], Union[int, Union[str, int]], Optional[Union[str, None]], Never, NoReturn, LiteralString, Self, Concatenate[int, P], Unpack[Ts], TypeGuard[int], Required[int], NotRequired[str], ReadOnly[int])
print(N.__constraints__, B.__bound__, B.__covariant__, T.__name__, get_origin(List[int]), get_args(Dict[str, List[int]]), get_origin(Callable[[int], str]), get_args(Callable[[int], str]), get_args(Literal[1, 'a']), get_origin(int), get_args(Union[int, str]), get_origin(Annotated[int, 1]), Annotated[int, 1, 2].__metadata__, Literal[1] == Literal[1], Union[int, str] == Union[str, int], List[int] == list[int], hash(List[int]) == hash(List[int]), Optional[int] == (int | None), get_origin(Optional[int]), get_origin(int | str))


class Stack(Generic[T]):
    def push(self, x: T) -> None: ...


class Both(Stack[int], Protocol) if False else Stack[int]:
    pass


class Pair(Generic[T, N]):
    pass


print(Stack[int], Stack.__parameters__, Both.__orig_bases__, Pair[int, float], Pair[T, float][str], Stack[int]() .__orig_class__, Pair.__mro__[1], isinstance(Stack[int](), Stack), Stack[List[T]].__parameters__)


class Greets(Protocol):
    name: str

    def greet(self) -> str: ...


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closable), isinstance(5, Closable), issubclass(File, Closable), Closable._is_protocol, is_protocol(Greets), get_protocol_members(Greets) == {'name', 'greet'})


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def total(self):
        return self.x + self.y


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


print(Point(1), Point(1, 2).total(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Movie(name='x'), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, TypedDict('D', {'a': int}).__annotations__, NamedTuple('E', [('a', int)])(5), is_typeddict(Movie))


def f(a: int, b: 'str' = None, *args: float, **kw: Optional[int]) -> List['int']:
    pass


class Hinted:
    x: 'int'
    y: ClassVar['str'] = 'a'
    z: Annotated[int, 'm']


print(get_type_hints(f), get_type_hints(Hinted), get_type_hints(Hinted, include_extras=True), cast(int, 'a'), assert_type(5, int), reveal_type if False else '', no_type_check(f) is f, overload(lambda: 0) is not None, final(Hinted) is Hinted, Hinted.__final__, TYPE_CHECKING, get_overloads(f), override(f).__override__, ForwardRef('x'), Text is str)
for bad in (lambda: List[int, str], lambda: Dict[int], lambda: Union[()], lambda: Optional[1], lambda: Optional[int, str], lambda: Literal[[]] and Literal[[]], lambda: Generic[int], lambda: Generic[T, T], lambda: Stack[int, str], lambda: Stack[int][str], lambda: isinstance(1, List[int]), lambda: issubclass(int, Union[int, str]) , lambda: isinstance(5, Greets), lambda: Greets(), lambda: Any(), lambda: T(), lambda: TypeVar('X', int), lambda: TypeVar('X', int, bound=str), lambda: TypeVar(5), lambda: Final[int, str], lambda: ClassVar[ClassVar[int]] and None, lambda: Annotated[int], lambda: Callable[int], lambda: Callable[int, str], lambda: NewType('A', int)('x', 2), lambda: Union(), lambda: List(), lambda: type('S', (List[int],), {})() , lambda: assert_never(5), lambda: get_type_hints(5), lambda: get_type_hints(lambda: 0), lambda: NamedTuple('A', [('_x', int)]), lambda: cast(), lambda: Movie(5), lambda: isinstance({}, Movie), lambda: runtime_checkable(Hinted), lambda: Self[int], lambda: Any[int], lambda: class_getitem, lambda: Tuple[int, ..., str] and 'tuple', lambda: type('X', (Any,), {}) and 'any subclass', lambda: type('X', (Union,), {}), lambda: type('X', (T,), {}), lambda: TypeVar('Y', bound=5) and 'bound 5'):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
print(SupportsInt, isinstance(5, SupportsInt), isinstance('a', SupportsFloat), isinstance([], Sized), issubclass(list, Sequence), isinstance({}, Mapping), Counter[str], DefaultDict[str, int], Deque[int], Awaitable[int], AsyncIterator[int], Generator[int, str, bool], Coroutine[Any, Any, int], IO[str], Pattern[str], ContextManager[int], Hashable, ByteString if False else '', typing.get_args(Generator[int]), get_args(Tuple[()]), TypeAliasType('A', int), Iterable.__origin__ is collections.abc.Iterable)
