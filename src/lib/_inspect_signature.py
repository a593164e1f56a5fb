"""Signatures of callables, for inspect."""

import enum
import functools
import sys
import types
from collections import OrderedDict, namedtuple

from inspect import (
    CO_VARARGS, CO_VARKEYWORDS, _is_functionlike, get_annotations, getattr_static,
    isbuiltin, isclass, isfunction, ismethod, ismethoddescriptor, ismodule, unwrap,
)

__name__ = "inspect"


class _empty:
    """Stands for a default or an annotation that isn't there."""


class _void:
    """Stands for an argument that wasn't given."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None):
    """Return the text of an annotation as it stands in a signature."""
    if getattr(annotation, "__module__", None) == "typing":
        return _without_typing_prefix(repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _without_typing_prefix(text):
    """Drop `typing.` where it begins a dotted name."""
    pieces = text.split("typing.")
    result = pieces[0]
    for piece in pieces[1:]:
        before = result[-1:]
        if before.isalnum() or before in ("_", ".") and before:
            result += "typing."
        result += piece
    return result


def formatannotationrelativeto(object):
    """Return formatannotation() for annotations of things in the module of `object`."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        from keyword import iskeyword

        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[0] == "." and name[1:].isdigit():
            # The iterator that a comprehension's function receives.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(
                    "implicit arguments must be passed as positional or keyword "
                    f"arguments, not {self._kind.description}"
                )
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        reserved = iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if reserved or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Return a copy with some things changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            equals = "=" if self._annotation is _empty else " = "
            text += equals + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (
            self._name == other._name
            and self._kind == other._kind
            and self._default == other._default
            and self._annotation == other._annotation
        )


class BoundArguments:
    """Arguments sorted to the parameters that they belong to."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        """The positional arguments."""
        result = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        """The keyword arguments."""
        result = {}
        begun = False
        for name, param in self._signature.parameters.items():
            if not begun:
                # From the first one that is missing on, names are needed.
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    begun = True
                elif name not in self.arguments:
                    begun = True
                    continue
            if not begun or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Put the defaults of missing parameters in."""
        result = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                result[name] = self.arguments[name]
            elif param.default is not _empty:
                result[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                result[name] = ()
            elif param.kind is _VAR_KEYWORD:
                result[name] = {}
        self.arguments = result

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        args = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{self.__class__.__name__} ({', '.join(args)})>"


class Signature:
    """The parameters of a callable and the annotation of its result."""

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        ordered = OrderedDict()
        highest = _POSITIONAL_ONLY
        default_seen = False
        for param in parameters or ():
            if __validate_parameters__:
                kind = param.kind
                if kind < highest:
                    raise ValueError(
                        f"wrong parameter order: {highest.description} parameter "
                        f"before {kind.description} parameter"
                    )
                highest = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is not _empty:
                        default_seen = True
                    elif default_seen:
                        raise ValueError("non-default argument follows default argument")
                if param.name in ordered:
                    raise ValueError(f"duplicate parameter name: {param.name!r}")
            ordered[param.name] = param
        self._parameters = types.MappingProxyType(ordered)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(
        cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False
    ):
        """Return the signature of a callable."""
        return _signature_from_callable(
            obj, sigcls=cls, follow_wrapper_chains=follow_wrapped,
            globals=globals, locals=locals, eval_str=eval_str,
        )

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Return a copy with some things changed."""
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _comparable(self):
        # The order of keyword-only parameters doesn't matter.
        every = self.parameters.values()
        return (
            tuple([param for param in every if param.kind != _KEYWORD_ONLY]),
            {param.name: param for param in every if param.kind == _KEYWORD_ONLY},
            self.return_annotation,
        )

    def __hash__(self):
        ordered, keyword_only, result = self._comparable()
        return hash((ordered, frozenset(keyword_only.values()), result))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._comparable() == other._comparable()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        # Positional-only parameters that were (wrongly) given by name.
        misnamed = []
        rest = list(self.parameters.values())
        values = list(args)
        while values:
            if not rest or rest[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            param = rest.pop(0)
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(values)
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}")
            arguments[param.name] = values.pop(0)
        else:
            while rest and rest[0].kind == _POSITIONAL_ONLY:
                param = rest[0]
                if param.name in kwargs:
                    misnamed.append(param)
                elif param.default is _empty and not partial:
                    raise TypeError(f"missing a required argument: {param.name!r}")
                rest.pop(0)

        # Only the first parameter without an argument is described by its kind.
        next_param = rest[0] if rest and not values else None
        catch_all = None
        for param in rest:
            if param.kind == _VAR_KEYWORD:
                catch_all = param
            elif param.kind == _VAR_POSITIONAL:
                continue
            elif param.kind == _POSITIONAL_ONLY:
                continue
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif param.default is _empty and not partial:
                described = param is next_param and param.kind == _KEYWORD_ONLY
                kind = " keyword-only" if described else ""
                raise TypeError(f"missing a required{kind} argument: {param.name!r}")
        if kwargs:
            if catch_all is not None:
                arguments[catch_all.name] = kwargs
            elif misnamed:
                names = ", ".join([param.name for param in misnamed])
                raise TypeError(
                    "got some positional-only arguments passed as "
                    f"keyword arguments: {names!r}"
                )
            else:
                name = next(iter(kwargs))
                raise TypeError(f"got an unexpected keyword argument {name!r}")
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Sort arguments to parameters; TypeError if a call with them would fail."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Like bind(), but arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """Return the text of the signature, on several lines if it is too wide."""
        parts = []
        positional_only = False
        star_needed = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append("/")
                positional_only = False
            if kind == _VAR_POSITIONAL:
                star_needed = False
            elif kind == _KEYWORD_ONLY and star_needed:
                parts.append("*")
                star_needed = False
            parts.append(str(param))
        if positional_only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Return the signature of a callable."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str
    )


# --- finding the signature --------------------------------------------------

# The types of methods that built-in classes have.
_NATIVE_CALLABLES = (
    types.WrapperDescriptorType, types.MethodWrapperType,
    types.ClassMethodDescriptorType, types.BuiltinFunctionType,
)

_absent = object()


def _descriptor_get(descriptor, obj):
    if isclass(descriptor):
        return descriptor
    get = getattr(type(descriptor), "__get__", _absent)
    return descriptor if get is _absent else get(descriptor, obj, type(obj))


def _signature_get_user_defined_method(cls, method_name):
    """Return a special method that is written in Python; else None."""
    if method_name == "__new__":
        method = getattr(cls, method_name, None)
    else:
        method = getattr_static(cls, method_name, None)
    if method is None or isinstance(method, _NATIVE_CALLABLES):
        return None
    if method_name != "__new__":
        method = _descriptor_get(method, cls)
    return method


def _signature_bound_method(sig):
    """Take the first parameter, which the binding provides, away."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _signature_get_partial(wrapped, partial, extra_args=()):
    """The signature that remains of `wrapped` when some arguments are given."""
    given = tuple(extra_args) + tuple(partial.args or ())
    keywords = partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*given, **keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error

    before, after = [], []
    by_name_only = False
    for name, param in wrapped.parameters.items():
        kind = param.kind
        if name in bound:
            if kind is _POSITIONAL_ONLY:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                if name not in keywords:
                    continue
                # A parameter given by name makes all behind it keyword-only.
                by_name_only = True
                param = param.replace(default=bound[name])
            elif kind is _KEYWORD_ONLY:
                param = param.replace(default=bound[name])
        if by_name_only:
            if kind is _VAR_POSITIONAL:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            after.append(param)
        else:
            before.append(param)
    return wrapped.replace(parameters=before + after)


def _signature_fromstr(cls, obj, text, skip_bound_arg=True):
    """Make a signature of text such as `($self, x, /, y=None)`."""
    inner = text.strip()
    self_position = None
    if "$" in inner:
        self_position = inner[: inner.index("$")].count(",")
        inner = inner.replace("$", "", 1)
    namespace = {}
    module = sys.modules.get(getattr(obj, "__module__", None) or "", None)
    if module is not None:
        namespace.update(module.__dict__)
    try:
        exec(f"def function{inner}: pass", namespace)
    except Exception:
        raise ValueError(f"{obj!r} builtin has invalid signature") from None
    params = list(_signature_from_function(cls, namespace["function"]).parameters.values())
    if self_position is not None:
        owner = getattr(obj, "__self__", None)
        if owner is not None and (ismodule(owner) or skip_bound_arg):
            params.pop(0)
        else:
            params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
    return cls(params, return_annotation=cls.empty)


def _signature_from_function(cls, func, globals=None, locals=None, eval_str=False):
    text = getattr(func, "__text_signature__", None)
    if text:
        return _signature_fromstr(cls, func, text)
    make = cls._parameter_cls
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    keyword_only_end = count + code.co_kwonlyargcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    first_default = count - len(defaults)

    params = []

    def add(name, kind, default=_empty):
        annotation = annotations.get(name, _empty)
        params.append(make(name, kind=kind, default=default, annotation=annotation))

    for position, name in enumerate(names[:count]):
        only = position < code.co_posonlyargcount
        default = _empty if position < first_default else defaults[position - first_default]
        add(name, _POSITIONAL_ONLY if only else _POSITIONAL_OR_KEYWORD, default)
    extra = keyword_only_end
    if code.co_flags & CO_VARARGS:
        add(names[extra], _VAR_POSITIONAL)
        extra += 1
    for name in names[count:keyword_only_end]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[extra], _VAR_KEYWORD)
    return cls(
        params,
        return_annotation=annotations.get("return", _empty),
        __validate_parameters__=not isfunction(func),
    )


def _is_builtin(obj):
    return (
        isbuiltin(obj)
        or ismethoddescriptor(obj)
        or isinstance(obj, _NATIVE_CALLABLES)
        or obj is type
        or obj is object
    )


def _signature_from_callable(
    obj, *, follow_wrapper_chains=True, skip_bound_arg=True,
    globals=None, locals=None, eval_str=False, sigcls,
):
    def signature_of(other):
        return _signature_from_callable(
            other, follow_wrapper_chains=follow_wrapper_chains,
            skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,
            eval_str=eval_str, sigcls=sigcls,
        )

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        sig = signature_of(obj.__func__)
        return _signature_bound_method(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        obj = unwrap(
            obj,
            stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType),
        )
        if isinstance(obj, types.MethodType):
            return signature_of(obj)

    given = getattr(obj, "__signature__", None)
    if given is not None:
        sig = given
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, str):
            return _signature_fromstr(sigcls, obj, sig)
        if not isinstance(sig, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return sig

    method = getattr(obj, "__partialmethod__", None)
    if isinstance(method, functools.partialmethod):
        wrapped = signature_of(method.func)
        sig = _signature_get_partial(wrapped, method, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first, *sig.parameters.values()))
    if isinstance(obj, functools.partial):
        return _signature_get_partial(signature_of(obj.func), obj)
    if isfunction(obj) or _is_functionlike(obj):
        return _signature_from_function(
            sigcls, obj, globals=globals, locals=locals, eval_str=eval_str
        )
    if _is_builtin(obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _signature_fromstr(sigcls, obj, text, skip_bound_arg)
    if isinstance(obj, type):
        return _signature_of_class(obj, signature_of, skip_bound_arg, sigcls)

    call = getattr_static(type(obj), "__call__", None)
    if call is not None:
        text = getattr(obj, "__text_signature__", None)
        if text:
            return _signature_fromstr(sigcls, obj, text)
        return signature_of(_descriptor_get(call, obj))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _signature_of_class(cls, signature_of, skip_bound_arg, sigcls):
    """A class is called by its metaclass's __call__, by __new__ or by __init__."""
    call = _signature_get_user_defined_method(type(cls), "__call__")
    if call is not None:
        return signature_of(call)
    new = _signature_get_user_defined_method(cls, "__new__")
    init = _signature_get_user_defined_method(cls, "__init__")
    # Whichever the nearest class defines.
    for base in cls.__mro__:
        if new is not None and "__new__" in base.__dict__:
            sig = signature_of(new)
            return _signature_bound_method(sig) if skip_bound_arg else sig
        if init is not None and "__init__" in base.__dict__:
            return signature_of(init)
    for base in cls.__mro__[:-1]:
        text = getattr(base, "__text_signature__", None)
        if text:
            return _signature_fromstr(sigcls, base, text)
    if type not in cls.__mro__:
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return sigcls([])
        raise ValueError(f"no signature found for builtin type {cls!r}")
    raise ValueError(f"callable {cls!r} is not supported by signature")


# --- older interfaces -------------------------------------------------------


FullArgSpec = namedtuple(
    "FullArgSpec",
    "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
    module="inspect",
)


def getfullargspec(func):
    """Return names, defaults and annotations of the parameters as one named tuple."""
    try:
        sig = _signature_from_callable(
            func, follow_wrapper_chains=False, skip_bound_arg=False, sigcls=Signature
        )
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, positional_only, keyword_only, defaults = [], [], [], ()
    varargs = varkw = None
    keyword_defaults, annotations = {}, {}
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        kind, name = param.kind, param.name
        if kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _VAR_KEYWORD:
            varkw = name
        elif kind is _KEYWORD_ONLY:
            keyword_only.append(name)
            if param.default is not param.empty:
                keyword_defaults[name] = param.default
        else:
            (positional_only if kind is _POSITIONAL_ONLY else args).append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(
        positional_only + args, varargs, varkw, defaults or None,
        keyword_only, keyword_defaults or None, annotations,
    )


def getcallargs(func, /, *positional, **named):
    """Return which parameter gets which argument in a call."""
    sig = signature(func)
    if ismethod(func) and func.__self__ is not None:
        sig = signature(func.__func__)
        positional = (func.__self__, *positional)
    bound = sig.bind(*positional, **named)
    given = {}
    for name in _call_order(sig):
        if name in bound.arguments:
            given[name] = bound.arguments[name]
        elif sig.parameters[name].kind is Parameter.VAR_POSITIONAL:
            given[name] = ()
        elif sig.parameters[name].kind is Parameter.VAR_KEYWORD:
            given[name] = {}
    bound.apply_defaults()
    return given | {name: value for name, value in bound.arguments.items() if name not in given}


def _call_order(sig):
    """The names of parameters in the order in which a call fills them."""
    kinds = (
        (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD),
        (Parameter.VAR_POSITIONAL,), (Parameter.VAR_KEYWORD,), (Parameter.KEYWORD_ONLY,),
    )
    for group in kinds:
        yield from (name for name, p in sig.parameters.items() if p.kind in group)
