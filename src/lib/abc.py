"""Abstract base classes: the metaclass, the decorators and virtual subclasses."""

from _weakref import ref as _ref


class _AbcState:
    """What ABCMeta remembers for one class: who was registered, and past answers.

    The caches hold weak references, so that asking about a class never keeps
    it alive. Negative answers are dropped as soon as any class is registered.
    """

    __slots__ = ("registry", "accepted", "refused", "refused_version")

    def __init__(self, version):
        self.registry = set()
        self.accepted = set()
        self.refused = set()
        self.refused_version = version

    def remember(self, answers, cls):
        answers.add(_ref(cls, answers.discard))


# The class attribute by which a `match` statement knows that instances are
# sequences (32) or mappings (64). Registered classes receive it as well;
# built-in classes refuse it, the interpreter knows them anyway.
_PATTERN_KIND = "__abc_tpflags__"

# Counts the calls of register() on any class; a cached "no" is valid only for
# the count it was given at.
_registrations = 0


def get_cache_token():
    """Return a number that changes with every call of ABCMeta.register()."""
    return _registrations


def abstractmethod(funcobj):
    """Mark a method that concrete subclasses must provide."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated spelling of @classmethod above @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated spelling of @staticmethod above @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated spelling of @property above @abstractmethod."""

    __isabstractmethod__ = True


def _abstract_names(cls, candidates):
    names = set()
    for name, value in candidates:
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """Metaclass of classes that have abstract methods or virtual subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        cls._abc_impl = _AbcState(_registrations)
        return cls

    def register(cls, subclass):
        """Make `subclass` a virtual subclass; returns it, so this can decorate."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        state = cls._abc_impl
        state.remember(state.registry, subclass)
        _registrations += 1
        if _PATTERN_KIND in cls.__dict__:
            try:
                setattr(subclass, _PATTERN_KIND, cls.__dict__[_PATTERN_KIND])
            except TypeError:
                pass
        return subclass

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        state = cls._abc_impl
        print(f"_abc_registry: {state.registry!r}", file=file)
        print(f"_abc_cache: {state.accepted!r}", file=file)
        print(f"_abc_negative_cache: {state.refused!r}", file=file)
        print(f"_abc_negative_cache_version: {state.refused_version!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.accepted.clear()
        cls._abc_impl.refused.clear()

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        state = cls._abc_impl
        if _ref(subclass) in state.accepted:
            return True
        real = type(instance)
        if real is subclass:
            if state.refused_version == _registrations and _ref(subclass) in state.refused:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(real)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        state = cls._abc_impl
        key = _ref(subclass)
        if key in state.accepted:
            return True
        if state.refused_version < _registrations:
            state.refused.clear()
            state.refused_version = _registrations
        elif key in state.refused:
            return False
        verdict = _decide(cls, subclass, state)
        if verdict:
            state.remember(state.accepted, subclass)
        else:
            state.remember(state.refused, subclass)
        return verdict


def _decide(cls, subclass, state):
    """Answer issubclass(subclass, cls) without the caches."""
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        assert isinstance(answer, bool)
        return answer
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for entry in list(state.registry):
        registered = entry()
        if registered is not None and issubclass(subclass, registered):
            return True
    for child in cls.__subclasses__():
        if issubclass(subclass, child):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """Inherit from this instead of naming the metaclass."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Compute `__abstractmethods__` again after methods were added to `cls`."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, list(cls.__dict__.items()))
    return cls
