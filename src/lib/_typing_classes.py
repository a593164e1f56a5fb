"""NamedTuple, TypedDict, NewType and the abstract file types, for typing."""

import sys
from abc import abstractmethod

from _typing import Generic
from typing import (
    Annotated, AnyStr, List, NotRequired, ReadOnly, Required, Union,
    _generic_class_getitem, _type_check, get_args, get_origin,
)

__name__ = "typing"


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return "<sentinel>"


_missing = _Missing()


def _calling_module():
    try:
        return sys._getframe(2).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


# --- NamedTuple -------------------------------------------------------------


def _make_named_tuple(name, fields, module, defaults=()):
    from collections import namedtuple

    fields = list(fields)
    annotations = {
        field: _type_check(tp, f"field {field} annotation must be a type") for field, tp in fields
    }
    result = namedtuple(name, [field for field, _ in fields], defaults=defaults, module=module)
    result.__annotations__ = result.__new__.__annotations__ = annotations
    return result


# What a body may not define, and what it has without meaning it.
_PROHIBITED = frozenset({
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
    "_make", "_replace", "_asdict", "_source",
})
_SPECIAL = frozenset({"__module__", "__name__", "__annotations__"})


class NamedTupleMeta(type):
    """Turns the body of a class with base NamedTuple into a named tuple."""

    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        annotations = ns.get("__annotations__", {})
        with_default = []
        for name in annotations:
            if name in ns:
                with_default.append(name)
            elif with_default:
                plural = "s" if len(with_default) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{plural} {', '.join(with_default)}"
                )
        result = _make_named_tuple(
            typename,
            annotations.items(),
            module=ns["__module__"],
            defaults=[ns[name] for name in with_default],
        )
        if bases != result.__bases__:
            result.__bases__ = bases
        if Generic in bases:
            result.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _SPECIAL:
                continue
            if key not in result._fields:
                setattr(result, key, value)
            _tell_name(value, result, key, typename)
        if Generic in bases:
            result.__init_subclass__()
        return result


def _tell_name(value, owner, key, typename):
    hook = getattr(type(value), "__set_name__", None)
    if hook is None:
        return
    try:
        hook(value, owner, key)
    except BaseException as error:
        error.add_note(
            f"Error calling __set_name__ on {type(value).__name__!r} "
            f"instance {key!r} in {typename!r}"
        )
        raise


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A named tuple whose fields have types; use it as the base of a class."""
    if fields is None and kwargs:
        raise TypeError(
            "Cannot pass `None` as the 'fields' parameter "
            "and also specify fields using keyword arguments"
        )
    if fields is _missing or fields is None:
        import warnings

        empty = (
            "{name} is deprecated and will be disallowed in Python {remove}. "
            "To create a NamedTuple class with 0 fields using the functional syntax, "
            f"pass an empty list, e.g. `{typename} = NamedTuple({typename!r}, [])`."
        )
        if kwargs:
            thing = "Creating NamedTuple classes using keyword arguments"
            message = (
                "{name} is deprecated and will be disallowed in Python {remove}. "
                "Use the class-based or functional syntax instead."
            )
        elif fields is None:
            thing, message = "Passing `None` as the 'fields' parameter", empty
        else:
            thing, message = "Failing to pass a value for the 'fields' parameter", empty
        warnings._deprecated(thing, message=message, remove=(3, 15))
        fields = kwargs.items()
    elif kwargs:
        raise TypeError(
            "Either list of fields or keywords can be provided to NamedTuple, not both"
        )
    result = _make_named_tuple(typename, fields, module=_calling_module())
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    assert NamedTuple in bases
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# --- TypedDict --------------------------------------------------------------


def _qualifiers(annotation):
    """Return which of Required, NotRequired and ReadOnly stand around a type."""
    found = set()
    while True:
        origin = get_origin(annotation)
        if origin not in (Annotated, Required, NotRequired, ReadOnly):
            return found
        if origin is not Annotated:
            found.add(origin)
        annotation = get_args(annotation)[0]


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError(
                    "cannot inherit from both a TypedDict type and a non-TypedDict base class"
                )
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(result, "__orig_bases__"):
            result.__orig_bases__ = bases

        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            key: _type_check(tp, message, module=result.__module__)
            for key, tp in ns.get("__annotations__", {}).items()
        }
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            attributes = base.__dict__
            annotations.update(attributes.get("__annotations__", {}))
            base_required = attributes.get("__required_keys__", set())
            required |= base_required
            optional -= base_required
            base_optional = attributes.get("__optional_keys__", set())
            required -= base_optional
            optional |= base_optional
            readonly.update(attributes.get("__readonly_keys__", ()))
            mutable.update(attributes.get("__mutable_keys__", ()))
        annotations.update(own)
        for key, annotation in own.items():
            qualifiers = _qualifiers(annotation)
            if Required in qualifiers:
                is_required = True
            elif NotRequired in qualifiers:
                is_required = False
            else:
                is_required = total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(
                        f"Cannot override mutable key {key!r} with read-only key"
                    )
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)

        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__readonly_keys__ = frozenset(readonly)
        result.__mutable_keys__ = frozenset(mutable)
        result.__total__ = total
        return result

    # Calling a typed dict makes a plain one.
    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A dict with known keys, each with a type; use it as the base of a class."""
    if fields is _missing or fields is None:
        import warnings

        if fields is None:
            thing = "Passing `None` as the 'fields' parameter"
        else:
            thing = "Failing to pass a value for the 'fields' parameter"
        message = (
            "{name} is deprecated and will be disallowed in Python {remove}. "
            "To create a TypedDict class with 0 fields using the functional syntax, "
            "pass an empty dictionary, e.g. "
            f"`{typename} = TypedDict({typename!r}, {{{{}}}})`."
        )
        warnings._deprecated(thing, message=message, remove=(3, 15))
        fields = {}
    namespace = {"__annotations__": dict(fields)}
    module = _calling_module()
    if module is not None:
        namespace["__module__"] = module
    result = _TypedDictMeta(typename, (), namespace, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """True for classes made with TypedDict."""
    return isinstance(tp, _TypedDictMeta)


# --- NewType ----------------------------------------------------------------


class NewType:
    """A name that type checkers take for a type of its own; calling it returns the argument."""

    def __call__(self, arg, /):
        return arg

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        module = _calling_module()
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        superclass_name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{name} = NewType({name!r}, {superclass_name})`"
                )

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# --- files ------------------------------------------------------------------


class IO(Generic[AnyStr]):
    """What open() returns, in annotations."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> List[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: List[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> "IO[AnyStr]":
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """What open() returns for a binary mode, in annotations."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: Union[bytes, bytearray]) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> "BinaryIO":
        pass


class TextIO(IO[str]):
    """What open() returns for a text mode, in annotations."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> "Optional[str]":
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self) -> "Any":
        pass

    @abstractmethod
    def __enter__(self) -> "TextIO":
        pass
