"""Functions that take functions and give functions."""

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES",
    "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
    "partial", "partialmethod", "singledispatch", "singledispatchmethod",
    "cached_property",
]

from _ouro_functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = (
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__",
)
WRAPPER_UPDATES = ("__dict__",)


def __getattr__(name):
    # Rarely needed and long: loaded when first asked for.
    if name in ("singledispatch", "singledispatchmethod", "_compose_mro", "_c3_mro", "_find_impl"):
        import _singledispatch

        value = globals()[name] = getattr(_singledispatch, name)
        return value
    if name == "_CacheInfo":
        return _cache_info_class()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Give a wrapper the name, docstring and attributes of what it wraps."""
    for attribute in assigned:
        try:
            value = getattr(wrapped, attribute)
        except AttributeError:
            continue
        setattr(wrapper, attribute, value)
    for attribute in updated:
        getattr(wrapper, attribute).update(getattr(wrapped, attribute, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator form of update_wrapper(): @wraps(f) above the wrapper of f."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering ---------------------------------------------------------
#
# Each of the derived methods asks the one that the class has defined. What a
# NotImplemented of that one means for the derived one is always NotImplemented.


def _strictly(root):
    """a > b from `<`, a < b from `>`: not the other way round, and not equal."""

    def compare(self, other):
        answer = root(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return not answer and self != other

    return compare


def _or_equal(root):
    """a <= b from `<`, a >= b from `>`."""

    def compare(self, other):
        answer = root(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other

    return compare


def _opposite(root):
    """a >= b from `<`, a <= b from `>`, and a < b from `>=`, a > b from `<=`."""

    def compare(self, other):
        answer = root(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return not answer

    return compare


def _opposite_or_equal(root):
    """a >= b from `<=`, a <= b from `>=`."""

    def compare(self, other):
        answer = root(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return not answer or self == other

    return compare


def _and_unequal(root):
    """a < b from `<=`, a > b from `>=`."""

    def compare(self, other):
        answer = root(type(self), self, other)
        if answer is NotImplemented:
            return answer
        return answer and self != other

    return compare


_DERIVATIONS = {
    "__lt__": (("__gt__", _strictly), ("__le__", _or_equal), ("__ge__", _opposite)),
    "__le__": (("__ge__", _opposite_or_equal), ("__lt__", _and_unequal), ("__gt__", _opposite)),
    "__gt__": (("__lt__", _strictly), ("__ge__", _or_equal), ("__le__", _opposite)),
    "__ge__": (("__le__", _opposite_or_equal), ("__gt__", _and_unequal), ("__lt__", _opposite)),
}


def total_ordering(cls):
    """Class decorator that adds the missing ones of < <= > >=."""
    defined = {
        name
        for name in _DERIVATIONS
        if getattr(cls, name, None) is not getattr(object, name, None)
    }
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in defined:
            break

    def ask(kind, self, other):
        return getattr(kind, root)(self, other)

    for name, derive in _DERIVATIONS[root]:
        if name not in defined:
            method = derive(ask)
            method.__name__ = name
            method.__qualname__ = name
            setattr(cls, name, method)
    return cls


# --- caches -----------------------------------------------------------------

_cache_info = None


def _cache_info_class():
    """The named tuple that cache_info() returns, made when the first cache is."""
    global _cache_info
    if _cache_info is None:
        from collections import namedtuple

        _cache_info = namedtuple(
            "CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools"
        )
    return _cache_info


class _HashedSeq(list):
    """A list that computes its hash once."""

    __slots__ = ("hashvalue",)

    def __init__(self, items):
        self[:] = items
        self.hashvalue = hash(items)

    def __hash__(self):
        return self.hashvalue


_keyword_mark = object()


def _make_key(args, kwds, typed):
    """Return the key under which the result of a call is cached."""
    parts = list(args)
    if kwds:
        parts.append(_keyword_mark)
        for item in kwds.items():
            parts.extend(item)
    if typed:
        parts.extend(type(value) for value in args)
        parts.extend(type(value) for value in kwds.values())
    elif len(parts) == 1 and type(parts[0]) in (int, str):
        return parts[0]
    return _HashedSeq(tuple(parts))


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the results of the last `maxsize` different calls.

    With maxsize=None all are kept. With typed=True arguments of different
    types are different, even if they are equal.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        # Used without parentheses.
        return _cached(maxsize, 128, False)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info_class())
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """Remember the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


_missing = object()


class cached_property:
    """A property computed once; the instance's __dict__ keeps the value."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {name!r} property."
            ) from None
        value = values.get(name, _missing)
        if value is not _missing:
            return value
        value = self.func(instance)
        try:
            values[name] = value
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                f"does not support item assignment for caching {name!r} property."
            ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- partialmethod ----------------------------------------------------------


class partialmethod(object):
    """partial() for methods: defined in a class, it binds like a function."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            # One flat object, so that self comes before the arguments of both.
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts += [repr(value) for value in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    """Return the function inside any nesting of partial() and partialmethod()."""
    while True:
        inner = func
        method = getattr(inner, "__partialmethod__", None)
        if isinstance(method, partialmethod):
            inner = method
        if isinstance(inner, partialmethod):
            inner = inner.func
        inner = _unwrap_partial(inner)
        if inner is func:
            return func
        func = inner
