"""Type parameters and type aliases: what the syntax `def f[T]` and `type X = ...` makes.

The interpreter calls the functions at the end of this module; `typing`
re-exports the classes. Bounds, constraints, defaults and values given by
syntax are evaluated when they are first asked for.
"""

import sys

GenericAlias = type(list[int])

__name__ = "typing"


def _calling_module():
    try:
        return sys._getframe(2).f_globals.get("__name__")
    except (AttributeError, ValueError):
        return None


class _NoDefaultMeta(type):
    def __repr__(cls):
        return "<class 'NoDefaultType'>"


class NoDefaultType(metaclass=_NoDefaultMeta):
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = object.__new__(NoDefaultType)


class _Lazy:
    """A value that a function will compute."""

    __slots__ = ("evaluate",)

    def __init__(self, evaluate):
        self.evaluate = evaluate


class _TypeParameter:
    """What all kinds of type parameters have in common."""

    _kind = ""

    def __init_subclass__(cls, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError(
                f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type"
            )

    def _begin(self, name, default, module):
        if not isinstance(name, str):
            raise TypeError(
                f"{self._kind}() argument 'name' must be str, not {type(name).__name__}"
            )
        self.__name__ = name
        self._default = default
        if module is not None and module != "typing":
            self.__module__ = module

    def _forced(self, attribute):
        value = getattr(self, attribute)
        if isinstance(value, _Lazy):
            value = value.evaluate()
            setattr(self, attribute, value)
        return value

    @property
    def __default__(self):
        return self._forced("_default")

    def has_default(self):
        """Whether the parameter has a default."""
        return self._default is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __or__(self, other):
        from typing import Union

        return Union[self, other]

    def __ror__(self, other):
        from typing import Union

        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        return self.__name__


class _VariantParameter(_TypeParameter):
    def _set_variance(self, covariant, contravariant, infer_variance):
        covariant, contravariant = bool(covariant), bool(contravariant)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = bool(infer_variance)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


def _checked_bound(bound):
    if bound is None:
        return None
    from typing import _type_check

    return _type_check(bound, "Bound must be a type.")


class TypeVar(_VariantParameter):
    """A name that stands for a type, in generic classes and functions."""

    _kind = "typevar"

    def __init__(
        self, name, *constraints, bound=None, default=NoDefault,
        covariant=False, contravariant=False, infer_variance=False,
    ):
        self._begin(name, default, _calling_module())
        self._set_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if constraints:
            from typing import _type_check

            message = "TypeVar(name, constraint, ...): constraints must be types."
            constraints = tuple([_type_check(each, message) for each in constraints])
        self._constraints = constraints
        self._bound = _checked_bound(bound)

    @property
    def __bound__(self):
        return self._forced("_bound")

    @property
    def __constraints__(self):
        return self._forced("_constraints")

    def __typing_subst__(self, arg):
        from typing import _typevar_subst

        return _typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        position = alias.__parameters__.index(self)
        if position < len(args):
            return args
        if position == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(
            f"Too few arguments for {alias}; actual {len(args)}, "
            f"expected at least {position + 1}"
        )


class ParamSpecArgs:
    """The `P.args` of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecKwargs:
    """The `P.kwargs` of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpec(_VariantParameter):
    """A name that stands for the parameters of a callable."""

    _kind = "paramspec"

    def __init__(
        self, name, *, bound=None, default=NoDefault,
        covariant=False, contravariant=False, infer_variance=False,
    ):
        self._begin(name, default, _calling_module())
        self._set_variance(covariant, contravariant, infer_variance)
        self.__bound__ = _checked_bound(bound)

    @property
    def args(self):
        """Stands for the positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Stands for the keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        from typing import _paramspec_subst

        return _paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        from typing import _paramspec_prepare_subst

        return _paramspec_prepare_subst(self, alias, args)


class TypeVarTuple(_TypeParameter):
    """A name that stands for any number of types."""

    _kind = "typevartuple"

    def __init__(self, name, *, default=NoDefault):
        self._begin(name, default, _calling_module())

    def __iter__(self):
        from typing import Unpack

        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        from typing import _typevartuple_prepare_subst

        return _typevartuple_prepare_subst(self, alias, args)


class TypeAliasType:
    """What `type X = ...` makes."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(
                f"typealias() argument 'name' must be str, not {type(name).__name__}"
            )
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self.__name__ = name
        self.__type_params__ = type_params
        self._value = value
        self.__module__ = _calling_module()

    @property
    def __value__(self):
        value = self._value
        if isinstance(value, _Lazy):
            value = self._value = value.evaluate()
        return value

    @property
    def __parameters__(self):
        if not any(isinstance(each, TypeVarTuple) for each in self.__type_params__):
            return self.__type_params__
        return tuple(
            [
                part
                for each in self.__type_params__
                for part in (each if isinstance(each, TypeVarTuple) else (each,))
            ]
        )

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args)

    def __or__(self, other):
        from typing import Union

        return Union[self, other]

    def __ror__(self, other):
        from typing import Union

        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        return self.__name__

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")


class Generic:
    """Base of generic classes: `class Box(Generic[T])`, or `class Box[T]`."""

    __slots__ = ()
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, *args):
        from typing import _generic_class_getitem

        return _generic_class_getitem(cls, *args)

    def __init_subclass__(cls, *args, **kwargs):
        from typing import _generic_init_subclass

        _generic_init_subclass(cls, *args, **kwargs)


def _idfunc(x):
    return x


# --- called by the interpreter ----------------------------------------------


def _make_typevar(name):
    """The TypeVar of a type parameter `T`."""
    result = TypeVar(name, infer_variance=True)
    result.__module__ = _calling_module()
    return result


def _make_typevar_with_bound(name, evaluate):
    """The TypeVar of a type parameter `T: bound`."""
    result = TypeVar(name, infer_variance=True)
    result._bound = _Lazy(evaluate)
    result.__module__ = _calling_module()
    return result


def _make_typevar_with_constraints(name, evaluate):
    """The TypeVar of a type parameter `T: (a, b)`."""
    result = TypeVar(name, infer_variance=True)
    result._constraints = _Lazy(evaluate)
    result.__module__ = _calling_module()
    return result


def _make_paramspec(name):
    """The ParamSpec of a type parameter `**P`."""
    result = ParamSpec(name, infer_variance=True)
    result.__module__ = _calling_module()
    return result


def _make_typevartuple(name):
    """The TypeVarTuple of a type parameter `*Ts`."""
    result = TypeVarTuple(name)
    result.__module__ = _calling_module()
    return result


def _set_type_param_default(parameter, evaluate):
    """Give a type parameter the default that `evaluate` computes."""
    parameter._default = _Lazy(evaluate)
    return parameter


def _make_type_alias(name, type_params, evaluate):
    """The alias that a `type` statement defines."""
    result = TypeAliasType(name, _Lazy(evaluate), type_params=tuple(type_params or ()))
    result.__module__ = _calling_module()
    return result


def _generic_base(type_params):
    """The implicit last base `Generic[...]` of a class with type parameters."""
    from typing import Unpack

    return Generic[
        tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in type_params])
    ]
