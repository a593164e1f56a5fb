"""Classes written as a list of fields: @dataclass adds the methods."""

import sys
import types
from reprlib import recursive_repr

GenericAlias = type(list[int])

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """Raised on assignment to a field of a frozen dataclass."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


# Stands as the default of a parameter whose real default a factory makes.
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


# Annotation after which all fields are keyword-only.
KW_ONLY = _KW_ONLY_TYPE()


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"

_NO_METADATA = types.MappingProxyType({})


class InitVar:
    """Annotation of what is only a parameter of __init__ and __post_init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field; field() makes these."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init",
        "compare", "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        shown = (
            "name", "type", "default", "default_factory", "init", "repr", "hash",
            "compare", "metadata", "kw_only", "_field_type",
        )
        return "Field(" + ",".join([f"{name}={getattr(self, name)!r}" for name in shown]) + ")"

    def __set_name__(self, owner, name):
        # A default that is a descriptor shall learn its name as if it stood
        # in the class body itself.
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    """The arguments that @dataclass was given."""

    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen",
        "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        pairs = ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"_DataclassParams({pairs})"


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True,
    hash=None, compare=True, metadata=None, kw_only=MISSING,
):
    """Say more about a field than its default.

    `default_factory` is called for each new instance. The flags say whether
    the field takes part in __init__, __repr__, comparisons and __hash__.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    """Add methods made from the annotated fields of the class."""
    params = (
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
    )

    def wrap(cls):
        return _process_class(cls, _DataclassParams(*params))

    if cls is None:
        return wrap
    return wrap(cls)


# --- finding the fields -----------------------------------------------------


def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or (
        type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar
    )


def _is_initvar(annotation, module):
    return annotation is module.InitVar or type(annotation) is module.InitVar


def _is_kw_only(annotation, module):
    return annotation is module.KW_ONLY


def _split_annotation(text):
    """Split `module.Name[...` into the module's name ('' if none) and the name."""
    words = []
    rest = text.lstrip()
    while True:
        length = 0
        while length < len(rest) and (rest[length].isalnum() or rest[length] == "_"):
            length += 1
        if not length:
            return None
        words.append(rest[:length])
        rest = rest[length:].lstrip()
        if len(words) == 2 or not rest.startswith("."):
            break
        rest = rest[1:].lstrip()
    return ("", words[0]) if len(words) == 1 else tuple(words)


def _means(annotation, cls, module, marker, predicate):
    """Whether a string annotation refers to a special form of `module`.

    The string isn't evaluated; its beginning is looked up in the module of
    the class.
    """
    if not isinstance(annotation, str):
        return False
    parts = _split_annotation(annotation)
    if parts is None:
        return False
    prefix, name = parts
    home = sys.modules.get(cls.__module__)
    if not prefix:
        namespace = home.__dict__
    elif home and home.__dict__.get(prefix) is module:
        namespace = sys.modules.get(marker.__module__).__dict__
    else:
        return False
    return predicate(namespace.get(name), module)


def _kind_of_field(cls, annotation):
    typing = sys.modules.get("typing")
    # Without the typing module nothing can be a ClassVar.
    if typing and (
        _is_classvar(annotation, typing)
        or _means(annotation, cls, typing, typing.ClassVar, _is_classvar)
    ):
        return _FIELD_CLASSVAR
    this = sys.modules[__name__]
    if _is_initvar(annotation, this) or _means(annotation, cls, this, InitVar, _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A slot of the class, not a default.
            default = MISSING
        result = field(default=default)
    result.name = name
    result.type = annotation
    result._field_type = _kind_of_field(cls, annotation)

    if result._field_type is not _FIELD and result.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if result._field_type is _FIELD_CLASSVAR:
        if result.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif result.kw_only is MISSING:
        result.kw_only = default_kw_only
    # What can't be hashed can most likely be changed, and would be shared.
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(result.default)} for field "
            f"{name} is not allowed: use default_factory"
        )
    return result


def _own_fields(cls, annotations, kw_only):
    result = []
    this = sys.modules[__name__]
    marker_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, this) or _means(annotation, cls, this, KW_ONLY, _is_kw_only):
            if marker_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marker_seen = True
            kw_only = True
        else:
            result.append(_get_field(cls, name, annotation, kw_only))
    return result


def _collect_fields(cls, params):
    """Return all fields by name, those of the bases first; checks the class on the way."""
    collected = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            for each in base_fields.values():
                collected[each.name] = each
            frozen_bases.append(getattr(base, _PARAMS).frozen)

    annotations = dict(cls.__dict__.get("__annotations__", {}))
    for each in _own_fields(cls, annotations, params.kw_only):
        collected[each.name] = each
        # The class keeps the plain default, or nothing.
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)

    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")

    if frozen_bases:
        if any(frozen_bases) and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if params.frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return collected


# --- writing the methods ----------------------------------------------------


class _MethodWriter:
    """Collects the source text of methods and compiles all of them at once."""

    def __init__(self, globals):
        self.globals = globals
        self.environment = {}
        self.source = []
        # (name, replace an existing one, what to say if there is one)
        self.methods = []

    def add(self, name, parameters, body, *, decorator="", returns="", replace=False, conflict=None):
        if decorator:
            self.source.append(f" @{decorator}")
        self.source.append(f" def {name}({','.join(parameters)}){returns}:")
        self.source.extend(body)
        self.methods.append((name, replace, conflict))

    def install(self, cls):
        header = f"def __create_fn__({','.join(self.environment)}):"
        names = "".join([f"{name}," for name, _, _ in self.methods])
        text = "\n".join([header, *self.source, f" return ({names})"])
        namespace = {}
        exec(text, self.globals, namespace)
        functions = namespace["__create_fn__"](**self.environment)
        for function, (name, replace, conflict) in zip(functions, self.methods):
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if replace or name not in cls.__dict__:
                setattr(cls, name, function)
            elif conflict is not None:
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}"
                    + conflict
                )


def _tuple_text(owner, chosen):
    """The text of a tuple of the fields' values: `(self.x,self.y,)`."""
    if not chosen:
        return "()"
    return "(" + ",".join([f"{owner}.{each.name}" for each in chosen]) + ",)"


def _write_init(writer, cls, all_fields, positional, keyword_only, params):
    last_default = None
    for each in positional:
        if each.init:
            if each.default is not MISSING or each.default_factory is not MISSING:
                last_default = each
            elif last_default:
                raise TypeError(
                    f"non-default argument {each.name!r} "
                    f"follows default argument {last_default.name!r}"
                )

    this = "__dataclass_self__" if any(e.name == "self" for e in all_fields) else "self"
    environment = writer.environment
    for each in all_fields:
        environment[f"__dataclass_type_{each.name}__"] = each.type
    environment["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    environment["__dataclass_builtins_object__"] = object
    environment["__dataclass___init___return_type__"] = None

    body = []
    for each in all_fields:
        default_name = f"__dataclass_dflt_{each.name}__"
        has_default = each.default is not MISSING
        has_factory = each.default_factory is not MISSING
        if has_factory:
            environment[default_name] = each.default_factory
            value = f"{default_name}()"
            if each.init:
                value += f" if {each.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {each.name}"
        elif each.init:
            if has_default:
                environment[default_name] = each.default
            value = each.name
        elif params.slots and has_default:
            # With slots there is no class attribute to fall back on.
            environment[default_name] = each.default
            value = default_name
        else:
            continue
        if each._field_type is _FIELD_INITVAR:
            continue
        if params.frozen:
            body.append(
                f"  __dataclass_builtins_object__.__setattr__({this},{each.name!r},{value})"
            )
        else:
            body.append(f"  {this}.{each.name}={value}")
    if hasattr(cls, _POST_INIT_NAME):
        passed = [e.name for e in all_fields if e._field_type is _FIELD_INITVAR]
        body.append(f"  {this}.{_POST_INIT_NAME}({','.join(passed)})")

    parameters = [this, *map(_parameter_text, positional)]
    if keyword_only:
        parameters += ["*", *map(_parameter_text, keyword_only)]
    writer.add(
        "__init__", parameters, body or ["  pass"],
        returns="->__dataclass___init___return_type__",
    )


def _parameter_text(each):
    if each.default is not MISSING:
        default = f"=__dataclass_dflt_{each.name}__"
    elif each.default_factory is not MISSING:
        default = "=__dataclass_HAS_DEFAULT_FACTORY__"
    else:
        default = ""
    return f"{each.name}:__dataclass_type_{each.name}__{default}"


def _write_repr(writer, real_fields):
    writer.environment["__dataclasses_recursive_repr"] = recursive_repr
    shown = ", ".join([f"{e.name}={{self.{e.name}!r}}" for e in real_fields if e.repr])
    writer.add(
        "__repr__",
        ["self"],
        ['  return f"{self.__class__.__qualname__}(' + shown + ')"'],
        decorator="__dataclasses_recursive_repr()",
    )


def _write_eq(writer, real_fields):
    terms = [f"self.{e.name}==other.{e.name}" for e in real_fields if e.compare]
    writer.add(
        "__eq__",
        ["self", "other"],
        [
            "  if self is other:",
            "   return True",
            "  if other.__class__ is self.__class__:",
            f"   return {' and '.join(terms) or 'True'}",
            "  return NotImplemented",
        ],
    )


def _write_order(writer, real_fields):
    compared = [e for e in real_fields if e.compare]
    mine, theirs = _tuple_text("self", compared), _tuple_text("other", compared)
    for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        writer.add(
            name,
            ["self", "other"],
            [
                "  if other.__class__ is self.__class__:",
                f"   return {mine}{operator}{theirs}",
                "  return NotImplemented",
            ],
            conflict=" Consider using functools.total_ordering",
        )


def _write_frozen(writer, cls, real_fields):
    writer.environment["cls"] = cls
    writer.environment["FrozenInstanceError"] = FrozenInstanceError
    condition = "type(self) is cls"
    if real_fields:
        condition += " or name in {" + ", ".join([repr(e.name) for e in real_fields]) + "}"
    for name, extra, passed, verb in (
        ("__setattr__", ["value"], "name, value", "assign to"),
        ("__delattr__", [], "name", "delete"),
    ):
        writer.add(
            name,
            ["self", "name", *extra],
            [
                f"  if {condition}:",
                f'   raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                f"  super(cls, self).{name}({passed})",
            ],
            conflict="",
        )


def _decide_hash(writer, cls, real_fields, params):
    own = cls.__dict__.get("__hash__", MISSING)
    # A class with its own __eq__ has got `__hash__ = None` by itself.
    explicit = not (own is MISSING or (own is None and "__eq__" in cls.__dict__))
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif explicit or not params.eq:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    hashed = [e for e in real_fields if (e.compare if e.hash is None else e.hash)]
    writer.add(
        "__hash__",
        ["self"],
        [f"  return hash({_tuple_text('self', hashed)})"],
        replace=True,
    )


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(cls, positional, keyword_only, init_written):
    """The signature for the docstring; inspect is asked only about unusual classes."""
    if not (init_written and type(cls) is type and cls.__new__ is object.__new__):
        import inspect

        try:
            return str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            return ""
    parts = []
    for group, star in ((positional, False), (keyword_only, True)):
        if star and group:
            parts.append("*")
        for each in group:
            text = f"{each.name}: {_annotation_text(each.type)}"
            if each.default is not MISSING:
                text += f" = {each.default!r}"
            elif each.default_factory is not MISSING:
                text += " = <factory>"
            parts.append(text)
    return f"({', '.join(parts)})"


def _process_class(cls, params):
    home = sys.modules.get(cls.__module__)
    setattr(cls, _PARAMS, params)
    all_fields = _collect_fields(cls, params)
    setattr(cls, _FIELDS, all_fields)

    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")

    init_fields = [e for e in all_fields.values() if e._field_type is not _FIELD_CLASSVAR]
    positional = tuple(e for e in init_fields if e.init and not e.kw_only)
    keyword_only = tuple(e for e in init_fields if e.init and e.kw_only)
    real_fields = [e for e in all_fields.values() if e._field_type is _FIELD]

    writer = _MethodWriter(home.__dict__ if home is not None else {})
    init_written = params.init and "__init__" not in cls.__dict__
    if params.init:
        _write_init(writer, cls, init_fields, positional, keyword_only, params)
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if params.repr:
        _write_repr(writer, real_fields)
    if params.eq:
        _write_eq(writer, real_fields)
    if params.order:
        _write_order(writer, real_fields)
    if params.frozen:
        _write_frozen(writer, cls, real_fields)
    _decide_hash(writer, cls, real_fields, params)
    writer.install(cls)

    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls, positional, keyword_only, init_written)
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([e.name for e in positional])

    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, params)
    if hasattr(cls, "__abstractmethods__"):
        import abc

        abc.update_abstractmethods(cls)
    return cls


def _declared_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # A class without __slots__ has a __dict__ and can be weakly
        # referenced, unless it is a built-in one without them.
        declared = []
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            declared.append("__weakref__")
        if getattr(cls, "__dictrefoffset__", -1) != 0:
            declared.append("__dict__")
        return declared
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _with_slots(cls, params):
    """Make the class anew with __slots__, which can't be added to a finished class."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [each.name for each in fields(cls)]
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _declared_slots(base)}
    wanted = names + ["__weakref__"] if params.weakref_slot else names
    namespace["__slots__"] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    result = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        result.__qualname__ = qualname
    if params.frozen:
        if "__getstate__" not in namespace:
            result.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            result.__setstate__ = _dataclass_setstate
    return result


def _dataclass_getstate(self):
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


# --- functions for users ----------------------------------------------------


def fields(class_or_instance):
    """Return the fields of a dataclass, or of an instance of one, as a tuple."""
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([e for e in all_fields.values() if e._field_type is _FIELD])


def is_dataclass(obj):
    """True for dataclasses and for their instances."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, bytes, types.EllipsisType,
    types.NotImplementedType, types.CodeType, types.BuiltinFunctionType,
    types.FunctionType, type, range, property,
})


def _convert(obj, unfold):
    """Copy containers recursively; `unfold` says what becomes of dataclass instances."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return unfold(obj)
    if cls is list:
        return [_convert(item, unfold) for item in obj]
    if cls is dict:
        return {_convert(k, unfold): _convert(v, unfold) for k, v in obj.items()}
    if issubclass(cls, tuple):
        items = [_convert(item, unfold) for item in obj]
        if cls is not tuple and hasattr(obj, "_fields"):
            # A named tuple takes its items one by one.
            return cls(*items)
        return cls(items)
    if issubclass(cls, dict):
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for key, value in obj.items():
                result[_convert(key, unfold)] = _convert(value, unfold)
            return result
        return cls((_convert(k, unfold), _convert(v, unfold)) for k, v in obj.items())
    if issubclass(cls, list):
        return cls(_convert(item, unfold) for item in obj)
    import copy

    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """Return the fields as a dict, those of inner dataclass instances as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def unfold(instance):
        return dict_factory(
            [(e.name, _convert(getattr(instance, e.name), unfold)) for e in fields(instance)]
        )

    return unfold(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the values of the fields as a tuple, inner dataclass instances as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def unfold(instance):
        return tuple_factory(
            [_convert(getattr(instance, e.name), unfold) for e in fields(instance)]
        )

    return unfold(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
    order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
    slots=False, weakref_slot=False, module=None,
):
    """Make a dataclass; `fields` has names, (name, type) or (name, type, field()) entries."""
    from keyword import iskeyword

    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(body):
        body.update(namespace or {})
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
        frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
        weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """Return a new instance with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in getattr(self, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise TypeError(
                    f"field {each.name} is declared with "
                    f"init=False, it cannot be specified with replace()"
                )
        elif each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)
