"""Library reference: generic alias and union types, and other built-in types."""
import types
print(list[int], dict[str, list[int]], tuple[int, ...], list[int]([1, 2]), type(list[int]), list[int].__origin__, list[int].__args__, list[int].__parameters__, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int] is list[int], list[int].append.__name__, isinstance([1], list), set[str], frozenset[int], type[int], list['fwd'], tuple[()], dict[int, str]().__class__, list[int].__mro_entries__(()), list[int].__doc__ == list.__doc__, repr(list[...]), repr(list[None]))
for bad in (lambda: list[int, str] and 'two', lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int[str], lambda: list[int][str], lambda: str[int], lambda: list[int].nope, lambda: list[int] + 1, lambda: list[int](5), lambda: setattr(list[int], 'x', 1), lambda: 5[int], lambda: list[()] and 'empty'):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(int | str, int | None, int | str | int, (int | str) == (str | int), int | list[int], type(int | str), (int | str).__args__, isinstance(5, int | str), isinstance(None, int | None), issubclass(bool, int | str), hash(int | str) == hash(str | int), int | int, None | int, (int | str) | float, 'x' if (int | str) else 'y', (int | None).__parameters__, list[int] | None, repr(int | types.SimpleNamespace))
for bad in (lambda: int | 5, lambda: int | 'x', lambda: 5 | int, lambda: isinstance(5, list[int] | int), lambda: isinstance(5, int | list[int]), lambda: (int | str)(), lambda: (int | str)[int], lambda: None | None, lambda: type('X', (int | str,), {}), lambda: isinstance('a', int | list[int])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class C:
    """C docs."""
    def m(self):
        pass


def g():
    yield


c = C()
print(c.__class__, C.__bases__, C.__name__, C.__qualname__, C.__mro__, C.__subclasses__(), C.__doc__, C.__module__, c.__dict__, C.m.__qualname__, c.m.__func__ is C.m, g.__type_params__, (lambda: 0).__qualname__, int.__name__, type.__name__, types.ModuleType.__name__, C.__dict__.keys() >= {'m', '__doc__'}, type(C).__name__, bool.__bases__, int.__mro__, object.__bases__, type.__mro__, object.__subclasses__ is not None, C.mro())
print(Ellipsis, ..., type(...), NotImplemented, None, type(None), bool(...), types.NoneType is type(None), type(types), (lambda: 0).__code__.co_name, compile('1', '', 'eval').co_name, type(type), type(type(None)), type(NotImplemented).__name__)
x: list[int] = []
print(__annotations__, type(memoryview) if False else '', callable(C), id(c) == id(c), c is c, C is not c, (1).__class__.__class__.__class__)
