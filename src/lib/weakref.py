"""Weak references, and containers that don't keep what they hold alive."""

import itertools
import sys

import _collections_abc
from _weakref import (
    CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref,
)
from _weakrefset import WeakSet

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs",
    "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary",
    "WeakSet", "WeakMethod", "finalize",
]

_collections_abc.MutableSet.register(WeakSet)

ProxyTypes = (ProxyType, CallableProxyType)

_missing = object()


class WeakMethod(ref):
    """A weak reference to a bound method, valid as long as its object lives."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(
                f"argument should be a bound method, not {type(meth)}"
            ) from None

        def _cb(_):
            # Either of the two may die first; the callback runs once.
            self = self_weakref()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_weakref = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows its key, so that one callback serves a whole dictionary."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _WeakDictionary(_collections_abc.MutableMapping):
    """What both dictionaries need so that entries may die while they are iterated over."""

    def _begin(self):
        self.data = {}
        self._iterating = 0
        self._pending_removals = []

    def _commit_removals(self):
        """Carry out the removals that waited for the end of an iteration."""
        pending = self._pending_removals
        while pending:
            self._drop_entry(pending.pop())

    def _guarded(self, entries):
        """Iterate with removals held back."""
        if self._pending_removals:
            self._commit_removals()
        self._iterating += 1
        try:
            yield from entries
        finally:
            self._iterating -= 1
            if not self._iterating:
                self._commit_removals()

    def _when_dead(self):
        """Return the callback for the references; it doesn't keep the dictionary alive."""

        def remove(reference, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(reference)
                else:
                    self._drop_entry(reference)

        return remove

    def copy(self):
        result = self.__class__()
        for key, value in self.items():
            result[key] = value
        return result

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class WeakValueDictionary(_WeakDictionary):
    """A dictionary whose entries vanish with their values."""

    def __init__(self, other=(), /, **kw):
        self._begin()
        self._remove = self._when_dead()
        self.update(other, **kw)

    def _drop_entry(self, reference):
        # The key may have got another value since.
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def __getitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __contains__(self, key):
        if self._pending_removals:
            self._commit_removals()
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self.items():
            result[deepcopy(key, memo)] = value
        return result

    def get(self, key, default=None):
        if self._pending_removals:
            self._commit_removals()
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def items(self):
        for key, reference in self._guarded(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def keys(self):
        for key, reference in self._guarded(self.data.items()):
            if reference() is not None:
                yield key

    __iter__ = keys

    def values(self):
        for reference in self._guarded(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def itervaluerefs(self):
        """Iterate over the references; their values may die at any time."""
        yield from self._guarded(self.data.values())

    def valuerefs(self):
        """Return a list of the references."""
        if self._pending_removals:
            self._commit_removals()
        return list(self.data.values())

    def popitem(self):
        if self._pending_removals:
            self._commit_removals()
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        if self._pending_removals:
            self._commit_removals()
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        if self._pending_removals:
            self._commit_removals()
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value


class WeakKeyDictionary(_WeakDictionary):
    """A dictionary whose entries vanish with their keys."""

    def __init__(self, dict=None):
        self._begin()
        self._remove = self._when_dead()
        if dict is not None:
            self.update(dict)

    def _drop_entry(self, reference):
        self.data.pop(reference, None)

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self.items():
            result[key] = deepcopy(value, memo)
        return result

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def items(self):
        for reference, value in self._guarded(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keys(self):
        for reference in self._guarded(self.data):
            key = reference()
            if key is not None:
                yield key

    __iter__ = keys

    def values(self):
        for reference, value in self._guarded(self.data.items()):
            if reference() is not None:
                yield value

    def keyrefs(self):
        """Return a list of the references; their keys may die at any time."""
        return list(self.data)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            if not hasattr(dict, "items"):
                dict = type({})(dict)
            for key, value in dict.items():
                self[key] = value
        if kwargs:
            self.update(kwargs)


class finalize:
    """Call a function when an object dies, or at exit.

    The finalizer stays alive by itself; calling it runs the function at once,
    and it never runs twice.
    """

    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = itertools.count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit

            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        """Run the function now, if it hasn't run; returns its result."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """Give up; returns (object, function, args, kwargs) if it was alive."""
        obj, info = self._living()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        """Return (object, function, args, kwargs) if it is alive."""
        obj, info = self._living()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    def _living(self):
        info = self._registry.get(self)
        return (info and info.weakref()), info

    @property
    def alive(self):
        """Whether the function still waits to be called."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether the function shall run at exit."""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        obj, info = self._living()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return (
            f"<{type(self).__name__} object at {id(self):#x}; "
            f"for {type(obj).__name__!r} at {id(obj):#x}>"
        )

    @classmethod
    def _exitfunc(cls):
        # The last made run first; what they create meanwhile runs as well.
        try:
            while True:
                waiting = [(f, info) for f, info in cls._registry.items() if info.atexit]
                if not waiting:
                    break
                finalizer = max(waiting, key=lambda entry: entry[1].index)[0]
                try:
                    finalizer()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
