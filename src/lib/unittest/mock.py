"""Stand-ins for objects: they accept everything and remember how they were used."""

import asyncio
import builtins
import contextlib
import functools
import inspect
import sys

__all__ = [
    "Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock", "PropertyMock",
    "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "FILTER_DIR", "mock_open",
    "seal",
]

FILTER_DIR = True


class _SentinelObject:
    """A unique object with a name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Makes a unique object for each attribute that is asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _arguments(args, kwargs):
    parts = [repr(arg) for arg in args] + [f"{name}={value!r}" for name, value in kwargs.items()]
    return ", ".join(parts)


class _Call(tuple):
    """How something was called: name, arguments, named arguments."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                args, kwargs = (second, {}) if isinstance(second, tuple) else ((), second)
            else:
                args, kwargs = first, second
        elif len(value) == 1:
            (value,) = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple) or length > 3:
            return NotImplemented
        mine = ("", *self) if len(self) == 2 else tuple(self)
        theirs = _Call(tuple(other)) if length != 3 else other
        theirs = ("", *theirs) if len(theirs) == 2 else tuple(theirs)
        if mine[0] and theirs[0] and mine[0] != theirs[0]:
            return False
        if getattr(self, "_mock_parent", None) and getattr(other, "_mock_parent", None):
            if self._mock_parent != other._mock_parent:
                return False
        # What is compared with stands left, so that ANY and its like decide.
        return (theirs[1], theirs[2]) == (mine[1], mine[2])

    __ne__ = object.__ne__

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        name = self._mock_name + "()"
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f"{self._mock_name}.{name}", parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in ("count", "index"):
            return _Call.__getattr__(self, name)
        return tuple.__getattribute__(self, name)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else f"call.{name}"
        if len(self) == 2:
            name, (args, kwargs) = "call", self
        else:
            name, args, kwargs = self
            if not name:
                name = "call"
            elif name.startswith("()"):
                name = "call" + name
            else:
                name = "call." + name
        return f"{name}({_arguments(args, kwargs)})"

    def call_list(self):
        """The calls of a chain."""
        calls = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                calls.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        return any(
            list(self[place : place + length]) == value
            for place in range(len(self) - length + 1)
        )

    def __repr__(self):
        import pprint

        return pprint.pformat(list(self))


_MAGIC_DEFAULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
    "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__float__": 1.0, "__bool__": True, "__index__": 1,
}
_MAGIC_MOCKED = [
    "__enter__", "__getitem__", "__setitem__", "__delitem__", "__add__", "__sub__", "__mul__",
    "__truediv__", "__floordiv__", "__mod__", "__pow__", "__and__", "__or__", "__xor__",
    "__lshift__", "__rshift__", "__matmul__", "__neg__", "__pos__", "__invert__", "__iadd__",
    "__isub__", "__imul__", "__ior__", "__iand__", "__round__", "__trunc__", "__floor__",
    "__ceil__", "__fspath__", "__divmod__", "__reversed__", "__missing__",
]
_ASYNC_MAGIC = ("__aenter__", "__aexit__", "__anext__")
_OWN_MAGIC = ("__iter__", "__aiter__", "__str__", "__hash__")
_CONFIGURABLE = {
    *_MAGIC_DEFAULTS, *_MAGIC_MOCKED, *_ASYNC_MAGIC, "__iter__", "__aiter__", "__hash__",
    "__str__", "__eq__", "__ne__", "__repr__", "__call__", "__format__", "__next__",
    "__radd__", "__rsub__", "__rmul__",
}


def _is_magic(name):
    return name.startswith("__") and name.endswith("__") and len(name) > 4


def _is_exception(value):
    return isinstance(value, BaseException) or (
        isinstance(value, type) and issubclass(value, BaseException)
    )


class InvalidSpecError(Exception):
    """A mock was given as what another one is to be like."""


class NonCallableMock:
    """A stand-in that cannot be called."""

    def __new__(
        cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
        _new_name="", _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False,
        **kwargs,
    ):
        # Each mock has a class of its own, where its magic methods live.
        own = type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__})
        own.__qualname__ = cls.__qualname__
        return object.__new__(own)

    def __init__(
        self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
        _new_name="", _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False,
        **kwargs,
    ):
        state = self.__dict__
        state.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
            _mock_new_parent=_new_parent if _new_parent is not None else parent,
            _mock_children={}, _mock_wraps=wraps, _mock_delegate=None, _mock_sealed=False,
            _mock_return_value=DEFAULT, _mock_side_effect=None, _mock_unsafe=unsafe,
            _mock_called=False, _mock_call_count=0, _mock_call_args=None,
            _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(),
            method_calls=_CallList(),
        )
        if spec_set is not None:
            spec = spec_set
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        methods = None
        spec_class = signature = None
        if spec is not None:
            if isinstance(spec, (list, tuple)):
                methods = list(spec)
            else:
                methods = dir(spec)
                spec_class = spec if isinstance(spec, type) else type(spec)
                signature = _signature_of(spec, _spec_as_instance, _eat_self)
        state.update(
            _spec_class=spec_class, _mock_methods=methods, _spec_set=spec_set is not None,
            _spec_signature=signature,
            _spec_asyncs={
                attribute for attribute in (methods or ())
                if spec_class is not None
                and inspect.iscoroutinefunction(getattr(spec, attribute, None))
            },
        )
        if kwargs:
            self.configure_mock(**kwargs)

    # Configuration.

    def configure_mock(self, /, **kwargs):
        """Set attributes; names with dots reach those of children."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parents, last = path.split(".")
            target = self
            for parent in parents:
                target = getattr(target, parent)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Make a mock a child, whose calls are remembered here too."""
        inner = mock.mock if hasattr(type(mock), "mock") else mock
        state = inner.__dict__
        state.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of an object."""
        self.__dict__["_mock_methods"] = list(spec) if isinstance(spec, list) else dir(spec)
        self.__dict__["_spec_set"] = spec_set
        if not isinstance(spec, list):
            self.__dict__["_spec_class"] = spec if isinstance(spec, type) else type(spec)

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    @property
    def return_value(self):
        state = self.__dict__
        value = state["_mock_return_value"]
        if value is DEFAULT and state["_mock_wraps"] is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            state["_mock_return_value"] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    called = property(lambda self: self.__dict__["_mock_called"])
    call_count = property(
        lambda self: self.__dict__["_mock_call_count"],
        lambda self, value: self.__dict__.__setitem__("_mock_call_count", value),
    )
    call_args = property(lambda self: self.__dict__["_mock_call_args"])
    call_args_list = property(lambda self: self.__dict__["_mock_call_args_list"])
    mock_calls = property(lambda self: self.__dict__["_mock_mock_calls"])

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget the calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        state = self.__dict__
        state.update(
            _mock_called=False, _mock_call_count=0, _mock_call_args=None,
            _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(),
            method_calls=_CallList(),
        )
        if return_value:
            state["_mock_return_value"] = DEFAULT
        if side_effect:
            state["_mock_side_effect"] = None
        for child in state["_mock_children"].values():
            if isinstance(child, NonCallableMock) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = state["_mock_return_value"]
        if isinstance(value, NonCallableMock) and value is not self:
            value.reset_mock(visited)

    # Attributes.

    def __getattr__(self, name):
        state = self.__dict__
        if name in ("_mock_methods", "_mock_unsafe") or "_mock_children" not in state:
            raise AttributeError(name)
        methods = state["_mock_methods"]
        if methods is not None:
            if name not in methods:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not state["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in (
                "called_once", "called_with", "called_once_with", "has_calls",
            ):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is "
                    "meant to be an attribute."
                )
        child = state["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = state["_mock_wraps"]
            if wraps is not None:
                wraps = getattr(wraps, name)
            child = self._get_child_mock(
                parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self
            )
            state["_mock_children"][name] = child
        return child

    def __setattr__(self, name, value):
        state = self.__dict__
        if name in state or isinstance(getattr(type(self), name, None), property):
            return object.__setattr__(self, name, value)
        if (
            state.get("_spec_set")
            and state["_mock_methods"] is not None
            and name not in state["_mock_methods"]
        ):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if _is_magic(name) and name in _CONFIGURABLE:
            return _set_magic(self, name, value)
        if isinstance(value, NonCallableMock) and _adopt(self, value, name, name):
            state["_mock_children"][name] = value
            return
        if state["_mock_sealed"] and name not in state["_mock_children"]:
            raise AttributeError(
                f"Cannot set {self._full_name()}.{name}"
            )
        state["_mock_children"].pop(name, None)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        state = self.__dict__
        if _is_magic(name) and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = state["_mock_children"].get(name, _missing)
        if name in state:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        state["_mock_children"][name] = _deleted

    def __dir__(self):
        state = self.__dict__
        names = state["_mock_methods"] or []
        own = [name for name in state if not name.startswith("_mock") and not name.startswith("_spec")]
        children = [name for name, child in state["_mock_children"].items() if child is not _deleted]
        inherited = [name for name in dir(type(self)) if not name.startswith("_")]
        return sorted({*inherited, *names, *own, *children})

    def _full_name(self):
        names = []
        current = self
        while current is not None:
            state = current.__dict__
            new = state["_mock_new_name"]
            if state["_mock_name"] and state["_mock_new_parent"] is None:
                names.append(state["_mock_name"])
                break
            if new:
                names.append(new)
            current = state["_mock_new_parent"]
        else:
            names.append("mock")
        names.reverse()
        text = names[0]
        for name in names[1:]:
            text += name if name == "()" else f".{name}"
        return text

    def _extract_mock_name(self):
        return self._full_name()

    def __repr__(self):
        state = self.__dict__
        name = self._full_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if state["_spec_class"] is not None:
            kind = "spec_set" if state["_spec_set"] else "spec"
            spec = f" {kind}={state['_spec_class'].__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def _get_child_mock(self, /, **kwargs):
        if self.__dict__["_mock_sealed"]:
            attribute = f".{kwargs['name']}" if "name" in kwargs else "()"
            raise AttributeError(self._full_name() + attribute)
        name = kwargs.get("_new_name")
        if name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kwargs)
        base = type(self).__mro__[1]
        if issubclass(base, AsyncMock):
            known = self.__dict__["_mock_methods"] or ()
            is_plain = name in _MAGIC_MOCKED or name in _MAGIC_DEFAULTS or name in known
            base = MagicMock if is_plain else AsyncMock
        elif not issubclass(base, CallableMixin):
            base = MagicMock if issubclass(base, MagicMixin) else Mock
        elif issubclass(base, PropertyMock):
            base = MagicMock
        return base(**kwargs)

    # Assertions.

    def _shown_call(self, args, kwargs):
        name = self.__dict__["_mock_name"] or "mock"
        return f"{name}({_arguments(args, kwargs)})"

    def _bound(self, one):
        """A call with its arguments in the order of the signature, if there is one."""
        signature = self.__dict__["_spec_signature"]
        if signature is None:
            return one
        args, kwargs = one[-2:] if len(one) == 3 else tuple(one)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as failure:
            return failure.with_traceback(None)
        return _Call((bound.args, bound.kwargs), two=True)

    def assert_not_called(self):
        """Fails if there was a call."""
        if self.call_count:
            name = self.__dict__["_mock_name"] or "mock"
            raise AssertionError(
                f"Expected '{name}' to not have been called. Called {self.call_count} times."
                f"{self._calls_text()}"
            )

    def assert_called(self):
        """Fails if there was no call."""
        if not self.call_count:
            name = self.__dict__["_mock_name"] or "mock"
            raise AssertionError(f"Expected '{name}' to have been called.")

    def assert_called_once(self):
        """Fails if there was not just one call."""
        if self.call_count != 1:
            name = self.__dict__["_mock_name"] or "mock"
            raise AssertionError(
                f"Expected '{name}' to have been called once. Called {self.call_count} times."
                f"{self._calls_text()}"
            )

    def assert_called_with(self, /, *args, **kwargs):
        """Fails if the last call was another one."""
        expected = self._shown_call(args, kwargs)
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {expected}\n  Actual: not called."
            )
        wanted, actual = self._bound(_Call((args, kwargs), two=True)), self._bound(self.call_args)
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            shown = self._shown_call(*self.call_args)
            raise AssertionError(
                f"expected call not found.\nExpected: {expected}\n  Actual: {shown}"
            ) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fails if there was not just one call, and that one."""
        if self.call_count != 1:
            name = self.__dict__["_mock_name"] or "mock"
            raise AssertionError(
                f"Expected '{name}' to be called once. Called {self.call_count} times."
                f"{self._calls_text()}"
            )
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fails if there never was this call."""
        wanted = self._bound(_Call((args, kwargs), two=True))
        actual = [self._bound(one) for one in self.call_args_list]
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or not any(one == wanted for one in actual):
            raise AssertionError(f"{self._shown_call(args, kwargs)} call not found") from cause

    def assert_has_calls(self, calls, any_order=False):
        """Fails if these calls were not made one after the other."""
        wanted = [self._bound(one) for one in calls]
        actual = _CallList(self._bound(one) for one in self.mock_calls)
        if not any_order:
            if wanted not in actual:
                text = self._calls_text(prefix="  Actual", actual=True)
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(calls)}{text}")
            return
        left = list(actual)
        missing = []
        for one in wanted:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            name = self.__dict__["_mock_name"] or "mock"
            raise AssertionError(
                f"{name!r} does not contain all of {tuple(missing)!r} in its call list, found "
                f"{list(actual)!r} instead"
            )

    def _calls_text(self, prefix="Calls", actual=False):
        if not self.mock_calls:
            return ""
        dot = "" if actual else "."
        return f"\n{prefix}: {_CallList(self.mock_calls)!r}{dot}"


def _signature_of(spec, as_instance, eat_self):
    """The signature with which a mock of something is called."""
    if isinstance(spec, type) and as_instance:
        spec = spec.__dict__.get("__call__")
        eat_self = True
        if spec is None:
            return None
    try:
        signature = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self:
        parameters = list(signature.parameters.values())
        signature = signature.replace(parameters=parameters[1:])
    return signature


def _adopt(parent, value, name, new_name):
    """Make a mock that belongs to nobody the child of another."""
    if not isinstance(value, NonCallableMock) or value is parent:
        return False
    state = value.__dict__
    if state["_mock_name"] or state["_mock_new_name"]:
        return False
    if state["_mock_parent"] is not None or state["_mock_new_parent"] is not None:
        return False
    current = parent
    while current is not None:
        # A mock is not a child of itself.
        if current is value:
            return False
        current = current.__dict__["_mock_new_parent"]
    if name:
        state.update(_mock_parent=parent, _mock_name=name)
    if new_name:
        state.update(_mock_new_parent=parent, _mock_new_name=new_name)
    return True


def _set_magic(mock, name, value):
    if not isinstance(value, NonCallableMock):
        if inspect.isfunction(value):
            setattr(type(mock), name, value)
        else:
            setattr(type(mock), name, lambda self, *args, **kwargs: value(*args, **kwargs))
    else:
        _adopt(mock, value, None, name)
        setattr(type(mock), name, _MagicProxy(name, value))
        mock.__dict__["_mock_children"][name] = value


class CallableMixin(NonCallableMock):
    """What mocks that can be called have."""

    def __init__(
        self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
        spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs,
    ):
        NonCallableMock.__init__(
            self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent,
            **kwargs,
        )
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        if self.__dict__.get("_check_signature") and self.__dict__["_spec_signature"] is not None:
            self.__dict__["_spec_signature"].bind(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        state = self.__dict__
        state["_mock_called"] = True
        state["_mock_call_count"] += 1
        one = _Call((args, kwargs), two=True)
        state["_mock_call_args"] = one
        state["_mock_call_args_list"].append(one)
        # The call is remembered by all that this mock belongs to.
        state["_mock_mock_calls"].append(_Call(("", args, kwargs)))
        is_method = state["_mock_parent"] is not None
        method_name = state["_mock_name"]
        name = state["_mock_new_name"]
        parent = state["_mock_new_parent"]
        seen = {id(self)}
        while parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            inner = parent.__dict__
            if is_method:
                inner["method_calls"].append(_Call((method_name, args, kwargs)))
                is_method = inner["_mock_parent"] is not None
                if is_method:
                    method_name = f"{inner['_mock_name']}.{method_name}"
            inner["_mock_mock_calls"].append(_Call((name, args, kwargs)))
            if inner["_mock_new_name"]:
                dot = "" if name.startswith("()") else "."
                name = inner["_mock_new_name"] + dot + name
            parent = inner["_mock_new_parent"]

    def _execute_mock_call(self, /, *args, **kwargs):
        state = self.__dict__
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if state["_mock_return_value"] is not DEFAULT:
            return self.return_value
        if state["_mock_wraps"] is not None:
            return state["_mock_wraps"](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A stand-in that can be called."""


class _MagicProxy:
    """A magic method of a mock: a mock itself, made when it is first used."""

    def __init__(self, name, mock=None):
        self._name = name
        self._mock = mock

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        children = instance.__dict__["_mock_children"]
        mock = self._mock or children.get(self._name)
        if mock is None:
            mock = _make_magic(instance, self._name)
            children[self._name] = mock
        return mock


def _make_magic(parent, name):
    options = {"name": name, "_new_name": name, "_new_parent": parent, "parent": parent}
    if name in _ASYNC_MAGIC:
        made = AsyncMock(**options)
        if name == "__aexit__":
            made.return_value = False
        return made
    made = MagicMock(**options)
    if name in _MAGIC_DEFAULTS:
        made.return_value = _MAGIC_DEFAULTS[name]
    elif name == "__iter__":
        made.side_effect = lambda: iter(_given_items(made))
    elif name == "__aiter__":
        made.side_effect = lambda: _AsyncIterator(iter(_given_items(made)))
    elif name == "__str__":
        made.return_value = object.__str__(parent)
    elif name == "__hash__":
        made.return_value = object.__hash__(parent)
    elif name == "__fspath__":
        made.return_value = f"{type(parent).__name__}/{parent._full_name()}/{id(parent)}"
    return made


def _given_items(mock):
    """What shall be iterated over: the return value, if somebody has set one."""
    value = mock.__dict__["_mock_return_value"]
    return [] if value is DEFAULT else value


class _AsyncIterator:
    def __init__(self, iterator):
        self._iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self._iterator:
            return item
        raise StopAsyncIteration


class MagicMixin(NonCallableMock):
    """Puts magic methods into the class of a mock."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = type(self)
        methods = self.__dict__["_mock_methods"]
        for name in (*_MAGIC_DEFAULTS, *_MAGIC_MOCKED, *_ASYNC_MAGIC, *_OWN_MAGIC):
            if name == "__missing__" or methods is not None and name not in methods:
                continue
            if name not in own.__dict__:
                setattr(own, name, _MagicProxy(name))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A stand-in with magic methods that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A stand-in that can be called and has magic methods."""


class AsyncMock(MagicMock):
    """A stand-in for a coroutine function."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(
            _mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList()
        )
        mark = getattr(inspect, "_is_coroutine_mark", None)
        self.__dict__["_is_coroutine"] = asyncio.coroutines._is_coroutine if hasattr(
            asyncio.coroutines, "_is_coroutine"
        ) else mark
        code = _coroutine_code()
        self.__dict__["__code__"] = code
        self.__dict__["__name__"] = "AsyncMock"

    await_count = property(lambda self: self.__dict__["_mock_await_count"])
    await_args = property(lambda self: self.__dict__["_mock_await_args"])
    await_args_list = property(lambda self: self.__dict__["_mock_await_args_list"])

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_awaited(*args, **kwargs)

    async def _execute_awaited(self, /, *args, **kwargs):
        state = self.__dict__
        one = _Call((args, kwargs), two=True)
        state["_mock_await_count"] += 1
        state["_mock_await_args"] = one
        state["_mock_await_args_list"].append(one)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if inspect.isawaitable(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if state["_mock_return_value"] is not DEFAULT:
            return self.return_value
        if state["_mock_wraps"] is not None:
            result = state["_mock_wraps"](*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(
            _mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList()
        )

    def _mock_label(self):
        return self.__dict__["_mock_name"] or "mock"

    def assert_awaited(self):
        """Fails if it was never awaited."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_label()} to have been awaited.")

    def assert_awaited_once(self):
        """Fails if it was not awaited just once."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_label()} to have been awaited once. Awaited "
                f"{self.await_count} times."
            )

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fails if it was last awaited otherwise."""
        expected = self._shown_call(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if self.await_args != _Call((args, kwargs), two=True):
            shown = self._shown_call(*self.await_args)
            raise AssertionError(
                f"expected await not found.\nExpected: {expected}\n  Actual: {shown}"
            )

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fails if it was not awaited just once, and so."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fails if it was never awaited so."""
        if _Call((args, kwargs), two=True) not in list(self.await_args_list):
            raise AssertionError(f"{self._shown_call(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        """Fails if these were not awaited one after the other."""
        if any_order:
            left = list(self.await_args_list)
            for one in calls:
                if one not in left:
                    raise AssertionError(f"{(one,)!r} not all found in await list")
                left.remove(one)
        elif list(calls) not in self.await_args_list:
            raise AssertionError(
                f"Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}"
            )

    def assert_not_awaited(self):
        """Fails if it was awaited."""
        if self.await_count:
            raise AssertionError(
                f"Expected {self._mock_label()} to not have been awaited. Awaited "
                f"{self.await_count} times."
            )


def _coroutine_code():
    async def coroutine(*args, **kwargs):
        pass

    return coroutine.__code__


class PropertyMock(Mock):
    """A stand-in for a property."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# Patching.


def _import(path):
    first, *rest = path.split(".")
    thing = __import__(first)
    for name in rest:
        first += f".{name}"
        try:
            thing = getattr(thing, name)
        except AttributeError:
            __import__(first)
            thing = getattr(thing, name)
    return thing


class _patch:
    """Replaces an attribute for a while."""

    attribute_name = None
    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                 kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.new_callable, self.spec, self.create = new_callable, spec, create
        self.spec_set, self.autospec, self.kwargs = spec_set, autospec, kwargs
        self.has_local = False
        self.additional_patchers = []

    def copy(self):
        made = _patch(
            self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
            self.autospec, self.new_callable, self.kwargs,
        )
        made.attribute_name = self.attribute_name
        made.additional_patchers = [one.copy() for one in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(func, name, self.copy()(value))
            return func
        if inspect.iscoroutinefunction(func):
            return self._decorate_async(func)
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **keywargs):
            with self._patched(patched, args, keywargs) as (args, keywargs):
                return func(*args, **keywargs)

        patched.patchings = [self]
        return patched

    def _decorate_async(self, func):
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        async def patched(*args, **keywargs):
            with self._patched(patched, args, keywargs) as (args, keywargs):
                return await func(*args, **keywargs)

        patched.patchings = [self]
        return patched

    @contextlib.contextmanager
    def _patched(self, patched, args, keywargs):
        extra = []
        with contextlib.ExitStack() as stack:
            for patching in patched.patchings:
                made = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(made)
                elif patching.new is DEFAULT:
                    extra.append(made)
            yield args + tuple(extra), keywargs

    def _original(self):
        target = self.target
        name = self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in dir(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT and self.autospec is None:
            options = dict(self.kwargs)
            spec, spec_set = self.spec, self.spec_set
            if spec is True:
                spec = original
            if spec_set is True:
                spec_set = original
            if spec is not None:
                options["spec"] = spec
            if spec_set is not None:
                options["spec_set"] = spec_set
            kind = self.new_callable
            if kind is None:
                like = spec if spec is not None else spec_set
                like = original if like is None else like
                kind = AsyncMock if inspect.iscoroutinefunction(like) else MagicMock
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                options.setdefault("name", self.attribute)
            new = kind(**options)
        elif self.autospec is not None:
            if new is not DEFAULT:
                raise TypeError(
                    "autospec creates the mock for you. Can't specify autospec and new."
                )
            spec = original if self.autospec is True else self.autospec
            new = create_autospec(
                spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs
            )
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self._stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                made = {self.attribute_name: new} if self.new is DEFAULT else {}
                for other in self.additional_patchers:
                    made.update(self._stack.enter_context(other))
                return made
            return new
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        return self._stack.__exit__(*exc_info)

    def start(self):
        """Begin to replace."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        """End it."""
        try:
            self._active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _target(path):
    try:
        target, attribute = path.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {path!r}") from None
    return functools.partial(_import, target), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replace what a path leads to: as decorator, in a `with`, or with start() and stop()."""
    getter, attribute = _target(target)
    return _patch(
        getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs
    )


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(
        lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs
    )


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    """Replace several attributes of an object."""
    getter = functools.partial(_import, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patchers.append(one)
    first, *rest = patchers
    first.additional_patchers.extend(rest)
    return first


class _patch_dict:
    """Changes a dict for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(func, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return func
        if inspect.iscoroutinefunction(func):

            @functools.wraps(func)
            async def changed(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)

            return changed

        @functools.wraps(func)
        def changed(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return changed

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._original = self.in_dict.copy()
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    def start(self):
        """Begin to change."""
        result = self.__enter__()
        _patch._active.append(self)
        return result

    def stop(self):
        """End it."""
        try:
            _patch._active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _stop_all():
    """End all that was begun with start()."""
    for one in reversed(list(_patch._active)):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """Make a mock that has what an object has and is called as it is."""
    is_type = isinstance(spec, type)
    options = {"spec_set" if spec_set else "spec": spec}
    name = kwargs.pop("name", _name)
    kind = MagicMock
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif not callable(spec) or is_type and instance and not hasattr(spec, "__call__"):
        kind = NonCallableMagicMock
    mock = kind(
        name=name, parent=_parent, _new_parent=_parent, _new_name=_name or "",
        _spec_as_instance=is_type and instance, **options, **kwargs,
    )
    mock.__dict__["_check_signature"] = True
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(
            spec, spec_set, instance=True, _name="()", _parent=mock
        )
    for attribute in dir(spec):
        if _is_magic(attribute):
            continue
        try:
            original = getattr(spec, attribute)
        except AttributeError:
            continue
        if not inspect.isroutine(original):
            continue
        eat_self = is_type and not isinstance(
            inspect.getattr_static(spec, attribute), (staticmethod, classmethod)
        ) and instance
        child_kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        child = child_kind(
            spec=original, name=attribute, parent=mock, _new_name=attribute, _new_parent=mock,
            _eat_self=eat_self,
        )
        child.__dict__["_check_signature"] = True
        mock.__dict__["_mock_children"][attribute] = child
    return mock


def seal(mock):
    """Let a mock make no more children."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if isinstance(child, NonCallableMock) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)


def mock_open(mock=None, read_data=""):
    """Make a mock of open() whose file holds a text or bytes."""
    import io

    def content():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    stream = [content()]
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.side_effect = lambda *args: stream[0].read(*args)
    handle.readline.side_effect = lambda *args: stream[0].readline(*args)
    handle.readlines.side_effect = lambda *args: stream[0].readlines(*args)
    handle.__iter__.side_effect = lambda: iter(stream[0])

    def reset(*args, **kwargs):
        stream[0] = content()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
