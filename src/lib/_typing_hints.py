"""Evaluating type hints, and decorators that only leave a mark, for typing."""

import functools
import operator
import sys
import types

from typing import (
    ForwardRef, NotRequired, ReadOnly, Required, Unpack,
    _AnnotatedAlias, _GenericAlias, _should_unflatten_callable_args, _type_check,
)

GenericAlias = types.GenericAlias

__name__ = "typing"


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return "<sentinel>"


_missing = _Missing()


def _evaluate_forward_ref(ref, globalns, localns, type_params, recursive_guard):
    """Return what a forward reference stands for in these namespaces."""
    if ref.__forward_arg__ in recursive_guard:
        return ref
    if ref.__forward_evaluated__ and localns is globalns:
        return ref.__forward_value__
    if globalns is None and localns is None:
        globalns = localns = {}
    elif globalns is None:
        globalns = localns
    elif localns is None:
        localns = globalns
    if ref.__forward_module__ is not None:
        module = sys.modules.get(ref.__forward_module__, None)
        globalns = getattr(module, "__dict__", globalns)
    if type_params:
        globalns, localns = dict(globalns), dict(localns)
        for param in type_params:
            name = param.__name__
            if not ref.__forward_is_class__ or name not in globalns:
                globalns[name] = param
                localns.pop(name, None)
    value = _type_check(
        eval(ref.__forward_code__, globalns, localns),
        "Forward references must evaluate to types.",
        is_argument=ref.__forward_is_argument__,
        allow_special_forms=ref.__forward_is_class__,
    )
    ref.__forward_value__ = _eval_type(
        value, globalns, localns, type_params,
        recursive_guard=recursive_guard | {ref.__forward_arg__},
    )
    ref.__forward_evaluated__ = True
    return ref.__forward_value__


def _eval_type(t, globalns, localns, type_params=_missing, *, recursive_guard=frozenset()):
    """Replace all forward references inside a type."""
    if type_params is _missing:
        import warnings

        warnings.warn(
            "Failing to pass a value to the 'type_params' parameter of 'typing._eval_type' "
            "is deprecated, as it leads to incorrect behaviour when calling "
            "typing._eval_type on a stringified annotation that references a "
            "PEP 695 type parameter. It will be disallowed in Python 3.15.",
            category=DeprecationWarning,
            stacklevel=2,
        )
        type_params = ()
    if isinstance(t, ForwardRef):
        return _evaluate_forward_ref(t, globalns, localns, type_params, recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t

    if isinstance(t, GenericAlias):
        unpacked = getattr(t, "__unpacked__", False)
        args = tuple(
            [ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__]
        )
        if _should_unflatten_callable_args(t, args):
            t = t.__origin__[(args[:-1], args[-1])]
        else:
            t = t.__origin__[args]
        if unpacked:
            t = Unpack[t]
    evaluated = tuple(
        [
            _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard)
            for arg in t.__args__
        ]
    )
    if evaluated == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        if _should_unflatten_callable_args(t, evaluated):
            return t.__origin__[(list(evaluated[:-1]), evaluated[-1])]
        return GenericAlias(t.__origin__, evaluated)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, evaluated)
    return t.copy_with(evaluated)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return the annotations of a function, class or module, with strings evaluated.

    The annotations of a class include those of its bases. Annotated and the
    qualifiers of typed dicts are taken off, unless `include_extras` is true.
    """
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _object_hints(obj, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(hint) for name, hint in hints.items()}


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        annotations = base.__dict__.get("__annotations__", {})
        if isinstance(annotations, types.GetSetDescriptorType):
            continue
        if not annotations:
            continue
        base_globals, base_locals = globalns, localns
        if globalns is None:
            base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
        if localns is None:
            base_locals = dict(vars(base))
            if globalns is None:
                # What the module defines goes before what the class defines.
                base_globals, base_locals = base_locals, base_globals
        for name, value in annotations.items():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(
                value, base_globals, base_locals, getattr(base, "__type_params__", ())
            )
    return hints


def _object_hints(obj, globalns, localns):
    is_module = isinstance(obj, types.ModuleType)
    if globalns is None:
        if is_module:
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", {})
    if localns is None:
        localns = globalns
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        if isinstance(
            obj,
            (
                types.FunctionType, types.BuiltinFunctionType, types.MethodType,
                types.ModuleType, types.WrapperDescriptorType, types.MethodWrapperType,
                types.MethodDescriptorType,
            ),
        ):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    type_params = getattr(obj, "__type_params__", ())
    hints = {}
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        elif isinstance(value, str):
            value = ForwardRef(value, is_argument=not is_module, is_class=False)
        hints[name] = _eval_type(value, globalns, localns, type_params)
    return hints


def _strip_annotations(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t
    stripped = tuple([_strip_annotations(arg) for arg in t.__args__])
    if stripped == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, stripped)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, stripped)
    return t.copy_with(stripped)


# --- decorators and functions that type checkers understand ----------------


def no_type_check(arg):
    """Say that the annotations aren't types."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if (
                not hasattr(obj, "__qualname__")
                or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}"
                or getattr(obj, "__module__", None) != arg.__module__
            ):
                # Something inherited or assigned from elsewhere.
                continue
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Give a decorator the effect of no_type_check() (deprecated)."""
    import warnings

    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed."
    )


# module name -> qualified name -> line of the definition -> function
_overload_registry = {}


def overload(func):
    """Mark one of the signatures of a function; the implementation follows them."""
    inner = getattr(func, "__func__", func)
    try:
        by_line = _overload_registry.setdefault(inner.__module__, {}).setdefault(
            inner.__qualname__, {}
        )
        by_line[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """Return the signatures that were marked for a function."""
    inner = getattr(func, "__func__", func)
    by_name = _overload_registry.get(inner.__module__, {})
    return list(by_name.get(inner.__qualname__, {}).values())


def clear_overloads():
    """Forget all marked signatures."""
    _overload_registry.clear()


def _mark(obj, attribute):
    try:
        setattr(obj, attribute, True)
    except (AttributeError, TypeError):
        # Not all callables take attributes.
        pass
    return obj


def final(f):
    """Say that a method isn't overridden, or that a class has no subclasses."""
    return _mark(f, "__final__")


def override(method, /):
    """Say that a method overrides one of a base class."""
    return _mark(method, "__override__")


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False,
    frozen_default=False, field_specifiers=(), **kwargs,
):
    """Say that a decorator, class or metaclass acts like @dataclass."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default,
            "order_default": order_default,
            "kw_only_default": kw_only_default,
            "frozen_default": frozen_default,
            "field_specifiers": field_specifiers,
            "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


def reveal_type(obj, /):
    """Print the class of an object to sys.stderr and return the object."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    """Return `val`: a question to type checkers only."""
    return val


def assert_never(arg, /):
    """Raise AssertionError: the call was to be unreachable."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")
