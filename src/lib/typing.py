"""Type hints at run time: special forms, generic aliases and their arguments.

Protocols, named tuples, typed dicts and the evaluation of hints are in
modules of their own, which are loaded when one of their names is asked for.
"""

import functools
import sys
import types

import _collections_abc
import _typing
from _typing import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType,
    TypeVar, TypeVarTuple, _idfunc,
)

GenericAlias = types.GenericAlias

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex",
    "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple",
    "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr",
    "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final",
    "get_args", "get_origin", "get_overloads", "get_protocol_members", "get_type_hints",
    "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload",
    "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeAliasType",
    "TypeGuard", "TypeIs", "Unpack",
]

Text = str
TYPE_CHECKING = False

# Which module has the names that are loaded later.
_LATER = {
    "_typing_protocol": (
        "Protocol", "runtime_checkable", "is_protocol", "get_protocol_members",
        "SupportsInt", "SupportsFloat", "SupportsComplex", "SupportsBytes",
        "SupportsIndex", "SupportsAbs", "SupportsRound", "_ProtocolMeta",
        "_get_protocol_attrs", "_allow_reckless_class_checks",
        "_no_init_or_replace_init", "_proto_hook",
    ),
    "_typing_classes": (
        "NamedTuple", "NamedTupleMeta", "TypedDict", "_TypedDictMeta", "_TypedDict",
        "is_typeddict", "NewType", "IO", "BinaryIO", "TextIO", "_NamedTuple",
    ),
    "_typing_hints": (
        "get_type_hints", "_eval_type", "_evaluate_forward_ref", "_strip_annotations",
        "no_type_check", "no_type_check_decorator", "overload", "get_overloads",
        "clear_overloads", "final", "override", "dataclass_transform", "reveal_type",
        "assert_never", "assert_type", "_overload_dummy", "_overload_registry",
    ),
}
_HOME = {name: module for module, names in _LATER.items() for name in names}


def _collections_alias(attribute, count, name=None):
    def make():
        import collections

        return _SpecialGenericAlias(getattr(collections, attribute), count, name=name)

    return make


def _manager_alias(attribute, name):
    def make():
        import contextlib

        return _SpecialGenericAlias(
            getattr(contextlib, attribute), 2, name=name, defaults=(Optional[bool],)
        )

    return make


def _re_alias(attribute):
    def make():
        try:
            import re

            cls = getattr(re, attribute)
        except ImportError:
            # A class without instances, so that annotations can name it.
            cls = type(attribute, (), {"__module__": "re"})
        return _SpecialGenericAlias(cls, 1)

    return make


# Aliases of classes whose modules aren't imported just for them.
_LATE_ALIASES = {
    "Deque": _collections_alias("deque", 1, "Deque"),
    "DefaultDict": _collections_alias("defaultdict", 2, "DefaultDict"),
    "OrderedDict": _collections_alias("OrderedDict", 2),
    "Counter": _collections_alias("Counter", 1),
    "ChainMap": _collections_alias("ChainMap", 2),
    "ContextManager": _manager_alias("AbstractContextManager", "ContextManager"),
    "AsyncContextManager": _manager_alias("AbstractAsyncContextManager", "AsyncContextManager"),
    "Pattern": _re_alias("Pattern"),
    "Match": _re_alias("Match"),
}


def __getattr__(name):
    module = _HOME.get(name)
    if module is not None:
        source = __import__(module)
        for each in _LATER[module]:
            globals()[each] = getattr(source, each)
        return globals()[name]
    alias = _LATE_ALIASES.get(name)
    if alias is not None:
        value = globals()[name] = alias()
        return value
    if name.startswith(("_make_", "_set_type_", "_generic_base")):
        # What the interpreter calls for type parameters.
        return getattr(_typing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _loaded(name):
    """A name of this module if it has been loaded, else None."""
    return globals().get(name)


# --- checking and describing arguments --------------------------------------


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Return `arg` as a type: None as its type, a str as a forward reference.

    TypeError for what can't be a type; `msg` begins its text.
    """
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    protocol = _loaded("Protocol")
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if (
            origin is Generic
            or (protocol is not None and origin is protocol)
            or (not allow_special_forms and origin is ClassVar)
            or (not allow_special_forms and is_argument and origin is Final)
        ):
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm):
        if arg._stands_alone or (allow_special_forms and arg in (ClassVar, Final)):
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    elif arg is Generic or (protocol is not None and arg is protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    """True for what may stand for a whole list of parameters."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


def _type_repr(obj):
    """The repr of an argument: classes by their names only."""
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join([_type_repr(each) for each in obj]) + "]"
    return repr(obj)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """Return the type parameters in the arguments, each once, in order."""
    found = []
    default_seen = tuple_seen = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for part in arg:
                for each in _collect_type_parameters([part]):
                    if each not in found:
                        found.append(each)
        elif hasattr(arg, "__typing_subst__"):
            if arg in found:
                continue
            if enforce_default_ordering:
                if arg.has_default():
                    if tuple_seen:
                        raise TypeError("Type parameter with a default follows TypeVarTuple")
                    default_seen = True
                elif default_seen:
                    raise TypeError(
                        f"Type parameter {arg!r} without a default"
                        " follows type parameter with a default"
                    )
            found.append(arg)
        else:
            if _is_unpacked_typevartuple(arg):
                tuple_seen = True
            for each in getattr(arg, "__parameters__", ()):
                if each not in found:
                    found.append(each)
    return tuple(found)


def _count_error(target, actual, expected):
    quantity = "many" if actual > expected else "few"
    return f"Too {quantity} arguments for {target}; actual {actual}, expected "


def _check_generic_specialization(cls, arguments):
    parameters = cls.__parameters__
    expected, actual = len(parameters), len(arguments)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if actual == expected:
        return
    if actual < expected:
        if parameters[actual].has_default():
            return
        least = expected - sum([each.has_default() for each in parameters])
        raise TypeError(_count_error(cls, actual, expected) + f"at least {least}")
    raise TypeError(_count_error(cls, actual, expected) + str(expected))


def _unpack_args(*args):
    """Put the members of unpacked tuples of fixed length in the place of the tuples."""
    result = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


def _deduplicate(params):
    try:
        return list(dict.fromkeys(params))
    except TypeError:
        result = []
        for each in params:
            if each not in result:
                result.append(each)
        return result


def _tp_cache(function):
    """Remember the results of a subscription, so that equal ones are identical."""
    cached = functools.lru_cache(typed=True)(function)
    _cleanups.append(cached.cache_clear)

    @functools.wraps(function)
    def inner(*args):
        try:
            return cached(*args)
        except TypeError:
            # Not hashable, or an error that comes again here.
            return function(*args)

    return inner


_cleanups = []


# --- special forms ----------------------------------------------------------


class _Final:
    """Forbids subclasses outside of this module."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """Has a __getitem__, but isn't iterable by it."""

    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    """A name with a meaning of its own, such as Union or ClassVar."""

    def __init__(self, getitem, stands_alone=False):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__
        self._stands_alone = stands_alone

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _SpreadingSpecialForm(_SpecialForm, _root=True):
    """A special form whose function takes the parameters one by one."""

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


def _alone(function):
    """Make a special form that is a type by itself and takes no arguments."""
    return _SpecialForm(function, stands_alone=True)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


@_alone
def NoReturn(self, parameters):
    """The result type of functions that never return."""
    raise TypeError(f"{self} is not subscriptable")


@_alone
def Never(self, parameters):
    """The type without values."""
    raise TypeError(f"{self} is not subscriptable")


@_alone
def Self(self, parameters):
    """The class that the method belongs to."""
    raise TypeError(f"{self} is not subscriptable")


@_alone
def LiteralString(self, parameters):
    """Strings made of literals only."""
    raise TypeError(f"{self} is not subscriptable")


@_alone
def TypeAlias(self, parameters):
    """Marks an assignment as the definition of a type alias."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def ClassVar(self, parameters):
    """Marks an attribute of the class itself."""
    item = _type_check(
        parameters, f"{self} accepts only single type.", allow_special_forms=True
    )
    return _GenericAlias(self, (item,))


@_SpecialForm
def Final(self, parameters):
    """Marks a name that is assigned only once."""
    item = _type_check(
        parameters, f"{self} accepts only single type.", allow_special_forms=True
    )
    return _GenericAlias(self, (item,))


@_SpecialForm
def Union(self, parameters):
    """Union[X, Y]: either of the types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    message = "Union[arg, ...]: each arg must be a type."
    flat = []
    for each in [_type_check(each, message) for each in parameters]:
        if isinstance(each, (_UnionGenericAlias, types.UnionType)):
            flat.extend(each.__args__)
        else:
            flat.append(each)
    members = tuple(_deduplicate(flat))
    if len(members) == 1:
        return members[0]
    if len(members) == 2 and type(None) in members:
        return _UnionGenericAlias(self, members, name="Optional")
    return _UnionGenericAlias(self, members)


def _make_union(left, right):
    return Union[left, right]


@_SpecialForm
def Optional(self, parameters):
    """Optional[X]: X or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_SpreadingSpecialForm
@_tp_cache
def Literal(self, *parameters):
    """Literal[a, b]: exactly these values."""
    flat = []
    for each in parameters:
        if isinstance(each, _LiteralGenericAlias):
            flat.extend(each.__args__)
        else:
            flat.append(each)
    try:
        flat = [value for value, _ in dict.fromkeys([(value, type(value)) for value in flat])]
    except TypeError:
        # Values that can't be hashed stay as they are.
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """Concatenate[X, P]: the parameters P with X in front."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError(
            "The last parameter to Concatenate should be a ParamSpec variable or ellipsis."
        )
    message = "Concatenate[arg, ...]: each arg must be a type."
    checked = [_type_check(each, message) for each in parameters[:-1]]
    return _ConcatenateGenericAlias(self, (*checked, parameters[-1]))


@_SpecialForm
def TypeGuard(self, parameters):
    """The result of a function that says whether its argument has the type."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def TypeIs(self, parameters):
    """The result of a function that says exactly when its argument has the type."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def Required(self, parameters):
    """Marks a key that a typed dict must have."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def NotRequired(self, parameters):
    """Marks a key that a typed dict may lack."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def ReadOnly(self, parameters):
    """Marks a key of a typed dict that must not be changed."""
    item = _type_check(parameters, f"{self._name} accepts only a single type.")
    return _GenericAlias(self, (item,))


@_SpecialForm
def Unpack(self, parameters):
    """Unpack[Ts]: the same as *Ts."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _UnpackGenericAlias(origin=self, args=(item,))


@_SpreadingSpecialForm
@_tp_cache
def Annotated(self, *params):
    """Annotated[X, note]: X, with something noted about it."""
    if len(params) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two "
            "arguments (a type and an annotation)."
        )
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(
        params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True
    )
    return _AnnotatedAlias(origin, tuple(params[1:]))


class ForwardRef(_Final, _root=True):
    """A type given as a string, to be looked up later."""

    __slots__ = (
        "__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
        "__forward_is_argument__", "__forward_is_class__", "__forward_module__",
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # `*Ts` alone is no expression.
        source = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            code = compile(source, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard):
        from _typing_hints import _evaluate_forward_ref

        return _evaluate_forward_ref(self, globalns, localns, type_params, recursive_guard)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = self.__forward_module__
        suffix = "" if module is None else f", module={module!r}"
        return f"ForwardRef({self.__forward_arg__!r}{suffix})"


# --- substitution of type parameters ----------------------------------------


def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack) or (
        isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)
    ):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """Give the TypeVarTuple all arguments that the parameters around it don't take."""
    params = alias.__parameters__
    position = params.index(self)
    after = len(params) - position - 1
    if any(isinstance(each, TypeVarTuple) for each in params[position + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")

    unbounded = None
    filler = None
    for index, arg in enumerate(args):
        if isinstance(arg, type):
            continue
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if unbounded is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            unbounded = index
            filler = inner[0]
    left, right = position, after
    if unbounded is not None:
        # A tuple of any length fills the parameters on both of its sides.
        left = min(left, unbounded)
        right = min(right, len(args) - unbounded - 1)
    elif left + right > len(args):
        raise TypeError(
            f"Too few arguments for {alias}; "
            f"actual {len(args)}, expected at least {len(params) - 1}"
        )
    end = len(args) - right
    if left == end and self.has_default():
        replacement = _unpack_args(self.__default__)
    else:
        replacement = args[left:end]
    return (
        *args[:left],
        *[filler] * (position - left),
        replacement,
        *[filler] * (after - right),
        *args[end:],
    )


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple([_type_check(each, "Expected a type.") for each in arg])
    if not _is_param_expr(arg):
        raise TypeError(
            f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}"
        )
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    position = params.index(self)
    if position == len(args) and self.has_default():
        args = [*args, self.__default__]
    if position >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not _is_param_expr(args[0]):
        # With a single parameter X[int, str] means X[[int, str]].
        args = (args,)
    elif isinstance(args[position], list):
        args = (*args[:position], tuple(args[position]), *args[position + 1:])
    return args


@_tp_cache
def _generic_class_getitem(cls, args):
    """Subscribe a generic class: parameters for Generic itself, arguments for others."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple([_type_convert(each) for each in args])
    protocol = _loaded("Protocol")
    if cls is Generic or (protocol is not None and cls is protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(each) for each in args):
            raise TypeError(
                f"Parameters to {cls.__name__}[...] must all be type variables "
                f"or parameter specification variables."
            )
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        for param in cls.__parameters__:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(cls, args)
        _check_generic_specialization(cls, args)
        substituted = []
        for param, arg in zip(cls.__parameters__, args):
            if isinstance(param, TypeVarTuple):
                substituted.extend(arg)
            else:
                substituted.append(arg)
        args = tuple(substituted)
    return _GenericAlias(cls, args)


def _generic_init_subclass(cls, *args, **kwargs):
    """Find the type parameters of a new generic class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    original = cls.__dict__.get("__orig_bases__")
    if original is not None:
        plain = Generic in original
    else:
        plain = (
            Generic in cls.__bases__
            and cls.__name__ != "Protocol"
            and type(cls).__name__ != "_TypedDictMeta"
        )
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    parameters = ()
    if original is not None:
        parameters = _collect_type_parameters(original)
        declared = None
        for base in original:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if declared is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                declared = base.__parameters__
        if declared is not None:
            missing = [each for each in parameters if each not in declared]
            if missing:
                names = ", ".join([str(each) for each in missing])
                listed = ", ".join([str(each) for each in declared])
                raise TypeError(
                    f"Some type variables ({names}) are not listed in Generic[{listed}]"
                )
            parameters = declared
    cls.__parameters__ = tuple(parameters)


# --- generic aliases --------------------------------------------------------


class _BaseGenericAlias(_Final, _root=True):
    """Something like a class with arguments; attributes come from the class."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        # So that dataclasses don't take the origin's slots for ours.
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; "
                f"use {self.__origin__.__name__}() instead"
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            # Some objects take no new attributes.
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        # Generic comes last, so it's added only if no later base brings it.
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if isinstance(base, type):
                if issubclass(base, Generic):
                    break
                continue
            resolve = getattr(base, "__mro_entries__", None)
            replaced = resolve(bases) if resolve else None
            if isinstance(replaced, tuple) and any(
                isinstance(each, type) and issubclass(each, Generic) for each in replaced
            ):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in {"_name", "_inst", "_nparams", "_defaults"}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        inherited = [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]
        return list(set(super().__dir__() + inherited))


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic class with its arguments, e.g. List[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple([... if arg is _TypingEllipsis else arg for arg in args])
        protocol = _loaded("Protocol")
        declares = origin is Generic or (protocol is not None and origin is protocol)
        self.__parameters__ = _collect_type_parameters(
            args, enforce_default_ordering=declares
        )
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        protocol = _loaded("Protocol")
        if self.__origin__ is Generic or (
            protocol is not None and self.__origin__ is protocol
        ):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(*[_type_convert(arg) for arg in args])
        return self.copy_with(self._determine_new_args(args))

    def _determine_new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(params):
            raise TypeError(_count_error(self, len(args), len(params)) + str(len(params)))
        return tuple(self._make_substitution(self.__args__, dict(zip(params, args))))

    def _make_substitution(self, args, replacements):
        result = []
        for old in args:
            if isinstance(old, type):
                result.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(replacements[old])
            else:
                inner = []
                for param in getattr(old, "__parameters__", ()):
                    if isinstance(param, TypeVarTuple):
                        inner.extend(replacements[param])
                    else:
                        inner.append(replacements[param])
                new = old[tuple(inner)] if getattr(old, "__parameters__", ()) else old
            if self.__origin__ == _collections_abc.Callable and isinstance(new, tuple):
                # The parameters of a callable are kept flat.
                result.extend(new)
            elif _is_unpacked_typevartuple(old):
                result.extend(new)
            elif isinstance(old, tuple):
                result.append(tuple(self._make_substitution(old, replacements)))
            else:
                result.append(new)
        return result

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(arg) for arg in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        import operator

        origin = globals()[self._name] if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            (args,) = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            protocol = _loaded("Protocol")
            if protocol is not None and protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A generic class without its arguments, e.g. List."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        self.__doc__ = f"A generic version of {_type_repr(origin)}."

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        message = "Parameters to generic types must be types."
        params = tuple([_type_check(each, message) for each in params])
        expected = self._nparams
        least = expected - len(self._defaults)
        if least <= len(params) < expected:
            params = (*params, *self._defaults[len(params) - expected:])
        if len(params) != expected:
            if not expected:
                raise TypeError(f"{self} is not a generic class")
            wanted = f"at least {least}" if self._defaults else str(expected)
            raise TypeError(_count_error(self, len(params), expected) + wanted)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self.__removal_version__ = removal_version

    def __instancecheck__(self, inst):
        import warnings

        warnings._deprecated(
            f"{self.__module__}.{self._name}", remove=self.__removal_version__
        )
        return super().__instancecheck__(inst)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        parameters = ", ".join([_type_repr(arg) for arg in args[:-1]])
        return f"typing.Callable[[{parameters}], {_type_repr(args[-1])}]"

    def __reduce__(self):
        import operator

        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(
            self.__origin__, params, name=self._name, inst=self._inst
        )

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        # Lists can't be hashed; the cached part gets a tuple.
        return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

    @_tp_cache
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is Ellipsis:
            return self.copy_with((_TypingEllipsis, result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*[_type_convert(arg) for arg in args], result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            items = [_type_check(each, message) for each in params[:-1]]
            return self.copy_with((*items, _TypingEllipsis))
        message = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple([_type_check(each, message) for each in params]))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        mine, theirs = self.__args__, other.__args__
        try:
            return set(mine) == set(theirs)
        except TypeError:
            return all(each in theirs for each in mine) and all(each in mine for each in theirs)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is type(None):
                return f"typing.Optional[{_type_repr(args[0])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True

    def __reduce__(self):
        function, (_, args) = super().__reduce__()
        return function, (Union, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    # Literal[1] and Literal[True] differ, though the values are equal.

    def _typed_values(self):
        return frozenset([(value, type(value)) for value in self.__args__])

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return _LiteralGenericAlias._typed_values(self) == _LiteralGenericAlias._typed_values(
            other
        )

    def __hash__(self):
        return hash(_LiteralGenericAlias._typed_values(self))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        last = params[-1]
        if isinstance(last, (list, tuple)):
            return (*params[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*params[:-1], *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        (arg,) = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _TypingEllipsis:
    """Stands for ... among arguments until the alias is made."""


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        notes = ", ".join([repr(note) for note in self.__metadata__])
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {notes}]"

    def __reduce__(self):
        import operator

        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _should_unflatten_callable_args(alias, args):
    return alias.__origin__ is _collections_abc.Callable and not (
        len(args) == 2 and _is_param_expr(args[0])
    )


def get_origin(tp):
    """Return the class without its arguments: list for List[int]; None for other things."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """Return the arguments of a type: (int,) for List[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if _should_unflatten_callable_args(tp, args):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def cast(typ, val):
    """Return `val`: a remark for type checkers only."""
    return val


# --- the generic versions of classes ----------------------------------------

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

for _name, _count in (
    ("Hashable", 0), ("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1),
    ("AsyncIterator", 1), ("Iterable", 1), ("Iterator", 1), ("Reversible", 1),
    ("Sized", 0), ("Container", 1), ("Collection", 1), ("MutableSet", 1),
    ("Mapping", 2), ("MutableMapping", 2), ("Sequence", 1), ("MutableSequence", 1),
    ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1),
):
    globals()[_name] = _SpecialGenericAlias(getattr(_collections_abc, _name), _count)
del _name, _count

Callable = _CallableType(_collections_abc.Callable, 2)
AbstractSet = _SpecialGenericAlias(_collections_abc.Set, 1, name="AbstractSet")
ByteString = _DeprecatedGenericAlias(
    _collections_abc.ByteString, 0, removal_version=(3, 14)
)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")
Generator = _SpecialGenericAlias(
    _collections_abc.Generator, 3, defaults=(types.NoneType, types.NoneType)
)
AsyncGenerator = _SpecialGenericAlias(
    _collections_abc.AsyncGenerator, 2, defaults=(types.NoneType,)
)


def __dir__():
    return sorted({*globals(), *_HOME, *_LATE_ALIASES})
