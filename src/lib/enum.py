"""Enumerations: classes whose attributes are a fixed set of named members."""

import builtins
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "EnumDict",
    "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
    "auto", "unique", "property", "verify", "member", "nonmember",
    "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
    "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# The metaclass runs for the first classes of this module before these exist.
Enum = Flag = ReprEnum = EJECT = None


class nonmember(object):
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member(object):
    """Makes a value of the class body a member, even if it is a function or a class."""

    def __init__(self, value):
        self.value = value


class _NotGiven:
    def __repr__(self):
        return "<not given>"


_not_given = _NotGiven()


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto:
    """Stands for the next value; the enumeration's _generate_next_value_ finds it."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


# --- kinds of names ---------------------------------------------------------


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    """True for names like __this__."""
    return (
        len(name) > 4
        and name[:2] == name[-2:] == "__"
        and name[2] != "_"
        and name[-3] != "_"
    )


def _is_sunder(name):
    """True for names like _this_."""
    return (
        len(name) > 2
        and name[0] == name[-1] == "_"
        and name[1] != "_"
        and name[-2] != "_"
    )


def _is_private(cls_name, name):
    """True for what the compiler makes of __this in a class of that name."""
    prefix = f"_{cls_name}__"
    return (
        len(name) > len(prefix)
        and name.startswith(prefix)
        and not name.endswith("__")
    )


def _is_internal_class(cls_name, obj):
    """True for a class that was defined inside the class of that name."""
    if not isinstance(obj, type):
        return False
    inner = f"{cls_name}.{getattr(obj, '__name__', '')}"
    qualname = getattr(obj, "__qualname__", "")
    return qualname == inner or qualname.endswith("." + inner)


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _high_bit(value):
    """The index of the highest bit."""
    return value.bit_length() - 1


def _iter_bits_lsb(number):
    """Iterate over the bits that are set, the lowest first."""
    value = number.value if isinstance(number, Enum) else number
    if value < 0:
        raise ValueError("%r is not a positive integer" % number)
    while value:
        lowest = value & -value
        yield lowest
        value ^= lowest


def show_flag_values(value):
    """Return the bits of a value as a list."""
    return list(_iter_bits_lsb(value))


def bin(number, max_bits=None):
    """Binary digits in two's complement, with the sign bit in front: 10 is '0b0 1010'."""
    bits = number.bit_length()
    digits = builtins.bin((number & ((1 << bits) - 1)) | (1 << bits))[3:]
    sign = "1" if number < 0 else "0"
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign * max_bits + digits)[-max_bits:]
    return f"0b{sign} {digits}"


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError("%r cannot be pickled" % self)

    if isinstance(obj, dict):
        obj["__reduce_ex__"] = refuse
        obj["__module__"] = "<unknown>"
    else:
        obj.__reduce_ex__ = refuse
        obj.__module__ = "<unknown>"


# --- building an enumeration ------------------------------------------------


class property(DynamicClassAttribute):
    """A property of members, which doesn't hide a member of the same name on the class."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _ProtoMember:
    """Stands in the class body for a member; becomes it when the class learns its names.

    __set_name__ runs before __init_subclass__, so that one sees all members.
    """

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, name):
        delattr(enum_class, name)
        member = _create_member(enum_class, name, self.value)
        value = member._value_
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            if isinstance(value, int):
                enum_class._flag_mask_ |= value
                if _is_single_bit(value):
                    enum_class._singles_mask_ |= value
            enum_class._all_bits_ = (1 << enum_class._flag_mask_.bit_length()) - 1

        known = _find_by_value(enum_class, value)
        if known is not None:
            # The second name of a value is an alias.
            member = known
        elif not is_flag or (isinstance(value, int) and _is_single_bit(value)):
            # A flag with several bits is an alias as well, of the combination.
            enum_class._member_names_.append(name)
        enum_class._add_member_(name, member)
        try:
            enum_class._value2member_map_.setdefault(value, member)
        except TypeError:
            enum_class._unhashable_values_.append(value)
            enum_class._unhashable_values_map_.setdefault(name, []).append(value)


def _create_member(enum_class, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if enum_class._member_type_ is tuple:
        args = (args,)
    if enum_class._use_args_:
        member = enum_class._new_member_(enum_class, *args)
    else:
        member = enum_class._new_member_(enum_class)
    if not hasattr(member, "_value_"):
        if enum_class._member_type_ is object:
            member._value_ = value
        else:
            try:
                member._value_ = enum_class._member_type_(*args)
            except Exception as error:
                failure = TypeError("_value_ not set in __new__, unable to create it")
                failure.__cause__ = error
                raise failure
    member._name_ = name
    member.__objclass__ = enum_class
    member.__init__(*args)
    member._sort_order_ = len(enum_class._member_names_)
    return member


def _find_by_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for member in enum_class._member_map_.values():
            if member._value_ == value:
                return member
        return None


_KNOWN_SUNDERS = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
    "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
    "_add_alias_", "_add_value_alias_",
}


class EnumDict(dict):
    """The namespace of an enumeration's body: finds out which names are members."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or _is_internal_class(self._cls_name, value):
            pass
        else:
            value = self._register(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _KNOWN_SUNDERS and not key.startswith("_repr_"):
            raise ValueError(
                "_sunder_ names, such as %r, are reserved for future Enum use" % (key,)
            )
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            plain = value.__func__ if isinstance(value, staticmethod) else value
            self._generate_next_value = plain
        elif key == "_ignore_":
            if isinstance(value, str):
                value = value.replace(",", " ").split()
            self._ignore = list(value)
            already = set(self._ignore) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))

    def _register(self, key, value):
        """Note a member; returns its value with every auto() replaced."""
        if key in self:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._next_value(key, value)
        elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            parts = [
                self._next_value(key, part) if isinstance(part, auto) else part for part in value
            ]
            cls = type(value)
            try:
                value = cls(parts)
            except TypeError:
                # A named tuple takes its items one by one.
                value = cls(*parts)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _next_value(self, key, placeholder):
        if placeholder.value == _auto_null:
            placeholder.value = self._generate_next_value(
                key, 1, len(self._member_names), self._last_values[:]
            )
            self._auto_called = True
        self._last_values.append(placeholder.value)
        return placeholder.value

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            names = members.keys()
        except AttributeError:
            for name, value in members:
                self[name] = value
        else:
            for name in names:
                self[name] = members[name]
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(
                first_enum, "_generate_next_value_", None
            )
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        # A plain dict lacks this, which is the error people see.
        member_names = classdict._member_names
        for name in (*classdict._ignore, "_ignore_"):
            classdict.pop(name, None)
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError(
                "invalid enum member name(s) %s" % ",".join(repr(name) for name in invalid)
            )

        order = classdict.pop("_order_", None)
        namespace = dict(classdict.items())
        next_value = namespace.get("_generate_next_value_")
        if next_value is not None and type(next_value) is not staticmethod:
            namespace["_generate_next_value_"] = staticmethod(next_value)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(namespace, member_type, first_enum)
        for name in member_names:
            namespace[name] = _ProtoMember(namespace[name])
        namespace.update(
            _new_member_=new_member,
            _use_args_=use_args,
            _member_names_=[],
            _member_map_={},
            _value2member_map_={},
            _unhashable_values_=[],
            _unhashable_values_map_={},
            _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, "_boundary_", None),
            _flag_mask_=0,
            _singles_mask_=0,
            _all_bits_=0,
            _inverted_=None,
        )

        in_progress = f"_{cls}__in_progress"
        namespace[in_progress] = True
        failure = None
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # A new exception, without the note about __set_name__.
            failure = type(error)(str(error))
            failure.__cause__ = error.__cause__
            failure.__context__ = error.__context__
            traceback = error.__traceback__
        if failure is not None:
            raise failure.with_traceback(traceback)
        delattr(enum_class, in_progress)
        namespace[in_progress] = False
        namespace.update(enum_class.__dict__)

        _choose_representation(enum_class, namespace, bases, member_type, first_enum)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            for name in _FLAG_OPERATORS:
                if name not in namespace:
                    setattr(enum_class, name, getattr(Flag, name))
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new_member
            enum_class.__new__ = Enum.__new__
        if is_flag:
            values = [each._value_ for each in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        elif cls != "Flag" or Flag is not None:
            for name in ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"):
                delattr(enum_class, name)
        _check_order(enum_class, order, is_flag)
        return enum_class

    def __bool__(cls):
        return True

    def __call__(
        cls, value, names=_not_given, *values,
        module=None, qualname=None, type=None, start=1, boundary=None,
    ):
        """Look a member up by its value; without members, create a new enumeration."""
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(
                f"{cls} has no members; specify `names=()` if you meant "
                "to create a new, empty, enum"
            )
        return cls._create_(
            class_name=value,
            names=None if names is _not_given else names,
            module=module,
            qualname=qualname,
            type=type,
            start=start,
            boundary=boundary,
        )

    def __contains__(cls, value):
        """True for members and for their values."""
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
            "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        """Return the member with this name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """Return the members in the order of their definition, without aliases."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        """Return the number of members, without aliases."""
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        """A read-only mapping from all names, aliases included, to the members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    def __reversed__(cls):
        """Return the members in reversed order."""
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(
        cls, class_name, names, *,
        module=None, qualname=None, type=None, start=1, boundary=None,
    ):
        """Create an enumeration from names, from (name, value) pairs or from a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        namespace = metacls.__prepare__(class_name, bases)

        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(
                    first_enum._generate_next_value_(name, start, count, values[:])
                )
            names = list(zip(names, values))
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value

        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration from those constants of a module that pass the filter."""
        module_globals = sys.modules[module].__dict__
        source = source.__dict__ if source else module_globals
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        result = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(result)
        else:
            sys.modules[result.__module__].__dict__.update(result.__members__)
        module_globals[name] = result
        return result

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """Return the data type of the members and the enumeration that is the base."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as "
                "`EnumName([mixin_type, ...] [data_type,] enum_type)`"
            )
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                attributes = base.__dict__
                if "__repr__" in attributes:
                    params = attributes.get("__dataclass_params__")
                    if "__dataclass_fields__" in attributes and params and params.repr:
                        return _dataclass_repr
                    return attributes["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, data_types))
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """Find what creates the members: (function, is it the user's own, does it take values)."""
        new = classdict.get("__new__", None)
        save_new = first_enum is not None and new is not None
        if new is None:
            ordinary = [None, object.__new__]
            if Enum is not None:
                ordinary.append(Enum.__new__)
            candidates = [
                getattr(owner, method, None)
                for method in ("__new_member__", "__new__")
                for owner in (member_type, first_enum)
            ]
            for candidate in candidates:
                if candidate not in ordinary and candidate != None.__new__:
                    new = candidate
                    break
            else:
                new = object.__new__
        own = first_enum is None or new == object.__new__
        if Enum is not None and new == Enum.__new__:
            own = True
        return new, save_new, not own

    def _add_member_(cls, name, member):
        """Make a member an attribute of the class and note its name."""
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError("%r is already bound: %r" % (name, cls._member_map_[name]))
            return
        descriptor, kind, owner = _inherited_descriptor(cls, name)
        if descriptor is None:
            setattr(cls, name, member)
        else:
            # The class shows the member, the members still show the descriptor.
            redirect = property()
            redirect.member = member
            redirect.__set_name__(cls, name)
            if kind in ("enum", "desc"):
                redirect.fget = getattr(descriptor, "fget", None)
                redirect.fset = getattr(descriptor, "fset", None)
                redirect.fdel = getattr(descriptor, "fdel", None)
            redirect._attr_type = kind
            redirect._cls_type = owner
            setattr(cls, name, redirect)
        cls._member_map_[name] = member


EnumMeta = EnumType

_FLAG_OPERATORS = (
    "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__",
)


def _inherited_descriptor(cls, name):
    """Find what a member's name would hide: (descriptor, its kind, the class that has it)."""
    found = kind = owner = None
    for base in cls.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if attribute is None:
            continue
        if isinstance(attribute, (property, DynamicClassAttribute)):
            return attribute, "enum", base
        if _is_descriptor(attribute):
            found = attribute
            kind = kind or "desc"
            owner = owner or base
        else:
            kind = "attr"
            owner = base
    return found, kind, owner


def _choose_representation(enum_class, namespace, bases, member_type, first_enum):
    """Give the class the __repr__, __str__ and __format__ that its kind shall have."""
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError(
                "ReprEnum subclasses must be mixed with a data type (i.e."
                " int, str, float, etc.)"
            )
        if "__format__" not in namespace:
            enum_class.__format__ = namespace["__format__"] = member_type.__format__
        if "__str__" not in namespace:
            method = member_type.__str__
            if method is object.__str__:
                method = member_type.__repr__
            enum_class.__str__ = namespace["__str__"] = method
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in namespace:
            continue
        # What was found must not come from the data type.
        found = getattr(enum_class, name)
        if found == getattr(member_type, name) or found == getattr(object, name):
            setattr(enum_class, name, getattr(first_enum, name))


def _check_order(enum_class, order, is_flag):
    """Compare `_order_` of the class body, if there is one, with the members."""
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    if not order:
        return
    members = enum_class._member_map_
    if is_flag:
        order = [
            name
            for name in order
            if name not in members or _is_single_bit(enum_class[name]._value_)
        ]
    order = [
        name for name in order if name not in members or name in enum_class._member_names_
    ]
    if order and order != enum_class._member_names_:
        raise TypeError(
            "member order does not match _order_:\n  %r\n  %r"
            % (enum_class._member_names_, order)
        )


def _dataclass_repr(self):
    return ", ".join(
        "%s=%r" % (name, getattr(self, name))
        for name, each in self.__dataclass_fields__.items()
        if each.repr
    )


# --- the base classes -------------------------------------------------------


class Enum(metaclass=EnumType):
    """A set of names with values: `class Color(Enum): RED = 1`."""

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return (
            "(new_class_name, /, names, *, module=None, qualname=None, "
            "type=None, start=1, boundary=None)"
        )

    def __new__(cls, value):
        # Only look-ups come here: the members are made with the class.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, f"_{cls.__name__}__in_progress", False):
                raise TypeError(
                    "do not use `super().__new__; call the appropriate __new__ directly"
                ) from None
            raise TypeError("%r has no members defined" % cls)
        try:
            error = None
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
            result = None
        try:
            if isinstance(result, cls):
                return result
            if (
                Flag is not None
                and issubclass(cls, Flag)
                and cls._boundary_ is EJECT
                and isinstance(result, int)
            ):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(
                    "error in %s._missing_: returned %r instead of None or a valid member"
                    % (cls.__name__, result)
                )
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            # No exception may stay in the frame that its own traceback holds.
            error = None
            invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _find_by_value(cls, value)
        if known is not None:
            if known is not self:
                raise ValueError("%r is already bound: %r" % (value, known))
            return
        try:
            cls._value2member_map_.setdefault(value, self)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self.name, []).append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Return the value of auto(): one more than the greatest so far."""
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last_value,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, value_repr(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        for name in getattr(self, "__dict__", []):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, attribute in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(attribute, property):
                    if attribute.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """An enumeration whose str() and format() are those of its data type."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints as well."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs as well."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Return the value of auto(): the name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What happens to bits that belong to no flag: error, dropped, plain int, kept."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members are bits that can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Return the value of auto(): the next higher bit."""
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = _high_bit(last_value)
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """Iterate over the members in `value` by increasing value."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """Iterate over the members in `value` in the order of their definition."""
        yield from sorted(
            cls._iter_member_by_value_(value), key=lambda each: each._sort_order_
        )

    @classmethod
    def _within_boundary(cls, value):
        """Apply the boundary to a value; returns (value, whether it left the flags)."""
        flag_mask = cls._flag_mask_
        all_bits = cls._all_bits_
        if ~all_bits <= value <= all_bits and not value & (all_bits ^ flag_mask):
            return value, False
        boundary = cls._boundary_
        if boundary is STRICT:
            bits = max(value.bit_length(), flag_mask.bit_length())
            raise ValueError(
                "%r invalid value %r\n    given %s\n  allowed %s"
                % (cls, value, bin(value, bits), bin(flag_mask, bits))
            )
        if boundary is CONFORM:
            return value & flag_mask, False
        if boundary is EJECT:
            return value, True
        if boundary is KEEP:
            if value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
            return value, False
        raise ValueError("%r unknown flag boundary %r" % (cls, boundary))

    @classmethod
    def _missing_(cls, value):
        """Make the member for a combination of flags."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        value, ejected = cls._within_boundary(value)
        if ejected:
            return value
        negative = None
        if value < 0:
            negative = value
            value += cls._all_bits_ + 1
        unknown = value & ~cls._flag_mask_
        aliases = value & ~cls._singles_mask_
        singles = value & cls._singles_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(
                "%s(%r) -->  unknown values %r [%s]"
                % (cls.__name__, value, unknown, bin(unknown))
            )
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo, "_value_"):
            pseudo._value_ = value
        pseudo._name_ = None
        if singles or aliases:
            members = list(cls._iter_member_(singles))
            combined = 0
            for each in members:
                combined |= each._value_
            if aliases:
                value = singles | aliases
                for each in cls._member_map_.values():
                    bits = each._value_
                    if each not in members and bits and bits & value == bits:
                        members.append(each)
                        combined |= bits
            unknown = value ^ combined
            if combined:
                pseudo._name_ = "|".join([each._name_ for each in members])
                if unknown:
                    if cls._boundary_ is STRICT:
                        raise ValueError("%r: no members with value %r" % (cls, unknown))
                    pseudo._name_ += "|%s" % cls._numeric_repr_(unknown)
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if negative is not None:
            cls._value2member_map_[negative] = pseudo
        return pseudo

    def __contains__(self, other):
        """True when all bits of `other` are set."""
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, self.__class__.__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """Iterate over the single flags."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        value_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (name, value_repr(self._value_))
        return "<%s.%s: %s>" % (name, self._name_, value_repr(self._value_))

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return "%s(%r)" % (name, self._value_)
        return "%s.%s" % (name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _check_combinable(self, other, operator):
        for flag in self, other:
            if self._get_value(flag) is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {operator}")

    def __or__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        self._check_combinable(other, "|")
        return self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        self._check_combinable(other, "&")
        return self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        self._check_combinable(other, "^")
        return self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints as well."""


# --- decorators -------------------------------------------------------------


def _aliases(enumeration):
    return ", ".join(
        [
            "%s -> %s" % (name, each.name)
            for name, each in enumeration.__members__.items()
            if name != each.name
        ]
    )


def unique(enumeration):
    """Class decorator that refuses aliases."""
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, aliases))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that checks the members; see EnumCheck."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if issubclass(enumeration, Flag):
            kind = "flag"
        elif issubclass(enumeration, Enum):
            kind = "enum"
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, aliases))
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, kind)
            elif check is NAMED_FLAGS:
                self._check_named_flags(enumeration)
        return enumeration

    @staticmethod
    def _check_continuous(enumeration, kind):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == "flag":
            expected = [2 ** bit for bit in range(_high_bit(low) + 1, _high_bit(high))]
        else:
            expected = range(low + 1, high)
        missing = [str(value) for value in expected if value not in values]
        if missing:
            text = "invalid %s %r: missing values %s" % (
                kind, enumeration.__name__, ", ".join(missing),
            )
            raise ValueError(text[:256])

    @staticmethod
    def _check_named_flags(enumeration):
        known = [each.value for each in enumeration]
        names = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in known]
            if missed:
                names.append(name)
                for bit in missed:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            subject = "alias %s is missing" % names[0]
        else:
            subject = "aliases %s and %s are missing" % (", ".join(names[:-1]), names[-1])
        what = "value" if _is_single_bit(missing) else "combined values of"
        raise ValueError(
            "invalid Flag %r: %s %s 0x%x [use enum.show_flag_values(value) for details]"
            % (enumeration.__name__, subject, what, missing)
        )


def global_enum_repr(self):
    """A __repr__ that names the module in place of the class."""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """A __repr__ for flags that names the module in place of the class."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    keep = self._boundary_ is FlagBoundary.KEEP
    return "|".join(
        [
            name if keep and name[0].isdigit() else "%s.%s" % (module, name)
            for name in self._name_.split("|")
        ]
    )


def global_str(self):
    """A __str__ that is just the member's name."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator that makes the members globals of their module."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator that turns a plain class into an enumeration."""

    def convert_class(cls):
        metacls = type(etype)
        namespace = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return metacls(cls.__name__, (etype,), namespace, boundary=boundary)

    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """Compare an enumeration with one that @_simple_enum made; TypeError names what differs."""
    ignored = {
        "__dict__", "__doc__", "__firstlineno__", "__format__", "__getnewargs_ex__",
        "__getnewargs__", "__getstate__", "__init_subclass__", "__module__", "__reduce__",
        "__reduce_ex__", "__setstate__", "__static_attributes__", "__weakref__",
    }
    members = list(checked_enum._member_map_)
    differences = []
    if list(simple_enum._member_map_) != members:
        differences.append(f"members: {members!r} and {list(simple_enum._member_map_)!r}")
    for name in members:
        checked, simple = checked_enum._member_map_[name], simple_enum._member_map_.get(name)
        if simple is None:
            continue
        for attribute in ("_name_", "_value_"):
            one, other = getattr(checked, attribute), getattr(simple, attribute)
            if one != other:
                differences.append(f"{name}.{attribute}: {one!r} and {other!r}")
    one, other = set(checked_enum.__dict__) - ignored, set(simple_enum.__dict__) - ignored
    for name in sorted(one ^ other):
        if name not in members:
            differences.append(f"{name}: in one of the two only")
    for name in sorted(one & other):
        first, second = checked_enum.__dict__[name], simple_enum.__dict__[name]
        if name in members or callable(first) or isinstance(first, property):
            continue
        if name.startswith("_") and not isinstance(first, (int, str, type(None))):
            continue
        if first != second:
            differences.append(f"{name}: {first!r} and {second!r}")
    if differences:
        raise TypeError("enum mismatch:\n   " + "\n   ".join(differences))
