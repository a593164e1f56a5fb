"""Protocols: classes that stand for everything with certain attributes."""

import sys
from abc import ABCMeta, abstractmethod

import _collections_abc
import typing
from _typing import Generic, TypeVar

__name__ = "typing"

# Attributes that every class or every protocol has; no instance is asked for them.
EXCLUDED_ATTRIBUTES = frozenset({
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol",
    "_is_runtime_protocol", "__protocol_attrs__", "__non_callable_proto_members__",
    "__type_params__", "__abstractmethods__", "__annotations__", "__dict__", "__doc__",
    "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
    "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__",
    "_MutableMapping__marker", "__qualname__", "__abc_tpflags__",
})

# Classes that aren't protocols but may be bases of one.
_PROTO_ALLOWLIST = {
    "collections.abc": [
        "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable",
        "Sized", "Container", "Collection", "Reversible", "Buffer",
    ],
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {"Protocol", "Generic"}:
            continue
        for attr in (*base.__dict__, *getattr(base, "__annotations__", {})):
            if not attr.startswith("_abc_") and attr not in EXCLUDED_ATTRIBUTES:
                attrs.add(attr)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    """The __init__ of protocols: refuses, or hands over to the first real one."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    # Replaced on the class, so this runs once.
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _allow_reckless_class_checks(depth=2):
    """abc and functools may ask about any protocol."""
    try:
        caller = sys._getframe(depth).f_globals.get("__name__")
    except (AttributeError, ValueError):
        return True
    return caller in {"abc", "functools", None}


def _require_class(arg):
    if not isinstance(arg, type):
        raise TypeError("issubclass() arg 1 must be a class")


_absent = object()


def _static_attribute(instance, attr):
    """Find an attribute without running any code of the instance."""
    from_class = _absent
    for base in type(instance).__mro__:
        if attr in base.__dict__:
            from_class = base.__dict__[attr]
            break
    if isinstance(instance, type):
        for base in type.__dict__["__mro__"].__get__(instance):
            if attr in base.__dict__:
                return base.__dict__[attr]
        return from_class
    try:
        own = object.__getattribute__(instance, "__dict__")
    except AttributeError:
        own = {}
    if attr in own and not hasattr(type(from_class), "__set__"):
        return own[attr]
    return from_class


class _ProtocolMeta(ABCMeta):
    """Metaclass of protocols; isinstance() looks at the attributes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and Protocol in bases:
            for base in bases:
                if not (
                    base in (object, Generic)
                    or base.__name__ in _PROTO_ALLOWLIST.get(base.__module__, [])
                    or (issubclass(base, Generic) and getattr(base, "_is_protocol", False))
                ):
                    raise TypeError(
                        f"Protocols can only inherit from other protocols, got {base!r}"
                    )
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _allow_reckless_class_checks():
            if not getattr(cls, "_is_runtime_protocol", False):
                _require_class(other)
                raise TypeError(
                    "Instance and class checks can only be used with "
                    "@runtime_checkable protocols"
                )
            if (
                cls.__non_callable_proto_members__
                and cls.__dict__.get("__subclasshook__") is _proto_hook
            ):
                _require_class(other)
                names = str(sorted(cls.__non_callable_proto_members__))[1:-1]
                raise TypeError(
                    "Protocols with non-method members don't support issubclass()."
                    f" Non-method members: {names}."
                )
        return ABCMeta.__subclasscheck__(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return ABCMeta.__instancecheck__(cls, instance)
        if (
            not getattr(cls, "_is_runtime_protocol", False)
            and not _allow_reckless_class_checks()
        ):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        if ABCMeta.__instancecheck__(cls, instance):
            return True
        for attr in cls.__protocol_attrs__:
            value = _static_attribute(instance, attr)
            if value is _absent:
                return False
            # A method set to None says that there is none.
            if value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


@classmethod
def _proto_hook(cls, other):
    """The __subclasshook__ of protocols."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            # Of another protocol the annotations count as well.
            annotations = getattr(base, "__annotations__", {})
            if (
                isinstance(annotations, _collections_abc.Mapping)
                and attr in annotations
                and issubclass(other, Generic)
                and getattr(other, "_is_protocol", False)
            ):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocols: `class Closable(Protocol): def close(self): ...`."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


typing.Protocol = Protocol


def runtime_checkable(cls):
    """Class decorator that allows isinstance() and issubclass() with a protocol."""
    if not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError(
            "@runtime_checkable can be only applied to protocol classes, got %r" % cls
        )
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        try:
            is_method = callable(getattr(cls, attr, None))
        except Exception as error:
            raise TypeError(
                f"Failed to determine whether protocol member {attr!r} is a method member"
            ) from error
        if not is_method:
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp, /):
    """True for protocols."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp != Protocol


def get_protocol_members(tp, /):
    """Return the names of the attributes that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


T = TypeVar("T", infer_variance=True)


@runtime_checkable
class SupportsInt(Protocol):
    """Whatever int() takes by __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """Whatever float() takes by __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """Whatever has __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> "complex":
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """Whatever bytes() takes by __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """Whatever can be an index by __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T]):
    """Whatever abs() takes by __abs__."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


@runtime_checkable
class SupportsRound(Protocol[T]):
    """Whatever round() takes by __round__."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T:
        pass
