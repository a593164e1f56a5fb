"""Generic functions that choose by the class of the first argument, for functools."""

from abc import get_cache_token
from functools import update_wrapper

GenericAlias = type(list[int])

__name__ = "functools"


def _c3_merge(orders):
    """Merge linear orders into one that keeps all of them."""
    pending = [list(order) for order in orders if order]
    merged = []
    while pending:
        for order in pending:
            head = order[0]
            if not any(head in other[1:] for other in pending):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        for order in pending:
            if order[0] == head:
                del order[0]
        pending = [order for order in pending if order]
    return merged


def _c3_mro(cls, abcs=None):
    """The method resolution order of `cls` with abstract classes put in.

    An abstract class stands where its behaviour begins: behind the last
    explicit abstract base of the class that has the behaviour while none of
    its bases has it.
    """
    bases = cls.__bases__
    boundary = 0
    for position, base in enumerate(bases, 1):
        if hasattr(base, "__abstractmethods__"):
            boundary = position
    begins_here = []
    elsewhere = []
    for candidate in abcs or ():
        if issubclass(cls, candidate) and not any(issubclass(b, candidate) for b in bases):
            begins_here.append(candidate)
        else:
            elsewhere.append(candidate)
    groups = [list(bases[:boundary]), begins_here, list(bases[boundary:])]
    orders = [[cls]]
    for group in groups:
        orders.extend(_c3_mro(base, elsewhere) for base in group)
    return _c3_merge(orders + groups)


def _compose_mro(cls, types):
    """The method resolution order of `cls` with those of `types` that it is virtually."""
    own = set(cls.__mro__)
    related = [
        typ
        for typ in types
        if typ not in own
        and hasattr(typ, "__mro__")
        and not isinstance(typ, GenericAlias)
        and issubclass(cls, typ)
    ]
    # A base of another related class gets into the order with that one.
    related = [
        typ
        for typ in related
        if not any(typ != other and typ in other.__mro__ for other in related)
    ]
    wanted = set(related)
    abcs = []
    for typ in related:
        found = [
            [base for base in child.__mro__ if base in wanted]
            for child in typ.__subclasses__()
            if child not in own and issubclass(cls, child)
        ]
        if not found:
            abcs.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for bases in found:
            for base in bases:
                if base not in abcs:
                    abcs.append(base)
    return _c3_mro(cls, abcs=abcs)


def _find_impl(cls, registry):
    """Return the implementation registered for the nearest class; None if there is none."""
    match = None
    for candidate in _compose_mro(cls, registry.keys()):
        if match is None:
            if candidate in registry:
                match = candidate
            continue
        # Two abstract classes side by side with no order between them.
        if (
            candidate in registry
            and candidate not in cls.__mro__
            and match not in cls.__mro__
            and not issubclass(match, candidate)
        ):
            raise RuntimeError(f"Ambiguous dispatch: {match} or {candidate}")
        break
    return registry.get(match)


def _union_members(cls):
    """Return the members of a union type; None for anything else."""
    import types
    import typing

    if typing.get_origin(cls) in (typing.Union, types.UnionType):
        return typing.get_args(cls)
    return None


def _is_dispatchable(cls):
    if isinstance(cls, type):
        return True
    members = _union_members(cls)
    return members is not None and all(isinstance(member, type) for member in members)


def _class_of_first_annotation(func):
    if not getattr(func, "__annotations__", {}):
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. "
            f"Use either `@register(some_class)` or plain `@register` "
            f"on an annotated function."
        )
    from typing import get_type_hints

    name, cls = next(iter(get_type_hints(func).items()))
    if not _is_dispatchable(cls):
        if _union_members(cls) is not None:
            raise TypeError(
                f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes."
            )
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def singledispatch(func):
    """Make a generic function; `register` of the result adds an implementation for a class."""
    import types
    import weakref

    registry = {object: func}
    known = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """Return the implementation for arguments of this class."""
        nonlocal token
        if token is not None and token != get_cache_token():
            known.clear()
            token = get_cache_token()
        try:
            return known[cls]
        except KeyError:
            pass
        try:
            impl = registry[cls]
        except KeyError:
            impl = _find_impl(cls, registry)
        known[cls] = impl
        return impl

    def register(cls, func=None):
        """Add an implementation for `cls`; without `func` this is a decorator."""
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. "
                    f"{cls!r} is not a class or union type."
                )
            func = cls
            cls = _class_of_first_annotation(func)
        members = _union_members(cls)
        for member in (cls,) if members is None else members:
            registry[member] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch() for methods: the argument after self decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        import weakref

        self.dispatcher = singledispatch(func)
        self.func = func
        self._method_cache = weakref.WeakKeyDictionary()

    def register(self, cls, method=None):
        """Add an implementation for `cls`; without `method` this is a decorator."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        cache = self._method_cache
        if cache is not None:
            try:
                return cache[obj]
            except TypeError:
                # Such objects can't be weakly referenced.
                self._method_cache = cache = None
            except KeyError:
                pass

        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        if cache is not None:
            cache[obj] = _method
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
