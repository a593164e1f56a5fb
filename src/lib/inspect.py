"""What kind of thing an object is, what state it is in, and where it comes from.

Signatures and source texts are in modules of their own, which are loaded
when one of their names is asked for.
"""

import functools
import sys
import types

import _collections_abc

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
TPFLAGS_IS_ABSTRACT = 1 << 20

_LATER = {
    "_inspect_signature": (
        "Signature", "Parameter", "BoundArguments", "signature", "_ParameterKind",
        "_empty", "_void", "getfullargspec", "FullArgSpec", "getcallargs", "formatannotation",
        "formatannotationrelativeto", "_signature_from_callable", "_signature_fromstr",
        "_signature_bound_method", "_signature_get_user_defined_method",
    ),
    "_inspect_source": (
        "getfile", "getsourcefile", "getabsfile", "getmodule", "findsource", "getcomments",
        "getblock", "getsourcelines", "getsource", "getframeinfo", "getlineno",
        "getouterframes", "getinnerframes", "stack", "trace", "Traceback", "FrameInfo",
        "getclosurevars", "ClosureVars", "getargvalues", "ArgInfo", "formatargvalues",
        "getargs", "Arguments", "getmodulename", "classify_class_attrs", "Attribute",
        "walktree", "getclasstree",
    ),
}
_HOME = {name: module for module, names in _LATER.items() for name in names}

__all__ = [
    "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE",
    "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS",
    "CO_VARKEYWORDS", "TPFLAGS_IS_ABSTRACT", "AGEN_CLOSED", "AGEN_CREATED",
    "AGEN_RUNNING", "AGEN_SUSPENDED", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING",
    "CORO_SUSPENDED", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED",
    "cleandoc", "currentframe", "get_annotations", "getasyncgenlocals",
    "getasyncgenstate", "getattr_static", "getcoroutinelocals", "getcoroutinestate",
    "getdoc", "getgeneratorlocals", "getgeneratorstate", "getmembers",
    "getmembers_static", "getmro", "indentsize", "isabstract", "isasyncgen",
    "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode",
    "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction",
    "isgenerator", "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor",
    "ismethod", "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine",
    "istraceback", "markcoroutinefunction", "unwrap",
] + [name for name in _HOME if not name.startswith("_")]


def __getattr__(name):
    module = _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    source = __import__(module)
    for each in _LATER[module]:
        globals()[each] = getattr(source, each)
    return globals()[name]


# --- kinds of objects -------------------------------------------------------


def ismodule(object):
    """True for modules."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """True for classes."""
    return isinstance(object, type)


def ismethod(object):
    """True for methods bound to an instance."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """True for functions written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """True for functions and bound methods that aren't written in Python."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """True for bound special methods of built-in types."""
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    """True for descriptors with __get__ only, other than functions and methods."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, functools.partial):
        # It has a __get__ that will bind one day, but doesn't yet.
        return False
    cls = type(object)
    return (
        hasattr(cls, "__get__")
        and not hasattr(cls, "__set__")
        and not hasattr(cls, "__delete__")
    )


def isdatadescriptor(object):
    """True for descriptors with __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def ismemberdescriptor(object):
    """True for slots."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """True for computed attributes of built-in types."""
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    """True for every kind of function and method."""
    return (
        isbuiltin(object)
        or isfunction(object)
        or ismethod(object)
        or ismethoddescriptor(object)
        or ismethodwrapper(object)
    )


def istraceback(object):
    """True for tracebacks."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """True for frames."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """True for code objects."""
    return isinstance(object, types.CodeType)


def _is_functionlike(obj):
    """True for objects that aren't functions but have all that one has."""
    if not callable(obj) or isclass(obj):
        return False
    missing = functools  # a value that no such attribute has
    defaults = getattr(obj, "__defaults__", missing)
    keyword_defaults = getattr(obj, "__kwdefaults__", missing)
    annotations = getattr(obj, "__annotations__", None)
    return (
        isinstance(getattr(obj, "__code__", None), types.CodeType)
        and isinstance(getattr(obj, "__name__", None), str)
        and (defaults is None or isinstance(defaults, tuple))
        and (keyword_defaults is None or isinstance(keyword_defaults, dict))
        and (annotations is None or isinstance(annotations, dict))
    )


_signature_is_functionlike = _is_functionlike


def _has_code_flag(f, flag):
    """Whether the code of a function, method or partial has a flag."""
    f = functools._unwrap_partialmethod(f)
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    if not (isfunction(f) or _is_functionlike(f)):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """True for functions whose calls return generators."""
    return _has_code_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """True for functions whose calls return async generators."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Make iscoroutinefunction() true for a function that isn't an `async def`."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """True for `async def` functions without yield, and for marked ones."""
    if _has_code_flag(obj, CO_COROUTINE):
        return True
    while ismethod(obj):
        obj = obj.__func__
    obj = functools._unwrap_partial(obj)
    if getattr(obj, "_is_coroutine_marker", None) is _is_coroutine_mark:
        return True
    from _asyncio import is_coroutine_function

    return is_coroutine_function(obj)


def isgenerator(object):
    """True for generators."""
    return isinstance(object, types.GeneratorType)


def isasyncgen(object):
    """True for async generators."""
    return isinstance(object, types.AsyncGeneratorType)


def iscoroutine(object):
    """True for coroutines."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """True for whatever may stand behind `await`."""
    return (
        isinstance(object, types.CoroutineType)
        or isinstance(object, types.GeneratorType)
        and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
        or isinstance(object, _collections_abc.Awaitable)
    )


def isabstract(object):
    """True for classes with abstract methods."""
    if not isinstance(object, type):
        return False
    if "__abstractmethods__" in object.__dict__:
        return bool(object.__abstractmethods__)
    import abc

    if not issubclass(type(object), abc.ABCMeta):
        return False
    # Asked while the class is being made, in __init_subclass__.
    for value in object.__dict__.values():
        if getattr(value, "__isabstractmethod__", False):
            return True
    for base in object.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(object, name, None), "__isabstractmethod__", False):
                return True
    return False


# --- states -----------------------------------------------------------------

GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"

CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"

AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"


def getgeneratorstate(generator):
    """Return GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    """Return CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    if coroutine.cr_frame is None and coroutine.cr_code is not None:
        return CORO_CLOSED
    from _asyncio import is_coroutine_over

    # A coroutine written in Rust has neither frame nor code.
    return CORO_CLOSED if is_coroutine_over(coroutine) else CORO_CREATED


def getasyncgenstate(agen):
    """Return AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getgeneratorlocals(generator):
    """Return the local variables of a generator; {} if it is closed."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """Return the local variables of a coroutine; {} if it is closed."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    """Return the local variables of an async generator; {} if it is closed."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else frame.f_locals


def currentframe():
    """Return the frame of the caller."""
    return sys._getframe(1) if hasattr(sys, "_getframe") else None


# --- attributes -------------------------------------------------------------

_missing = object()
_mro_of = type.__dict__["__mro__"].__get__


def _in_classes(cls, attr):
    for entry in _mro_of(cls):
        if attr in entry.__dict__:
            return entry.__dict__[attr]
    return _missing


def getattr_static(obj, attr, default=_missing):
    """Like getattr(), but runs no code: descriptors come back as they are."""
    cls = type(obj)
    if type in _mro_of(cls):
        own = _missing
        klass = obj
    else:
        klass = cls
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:
            own = _missing
    inherited = _in_classes(klass, attr)
    if own is not _missing and inherited is not _missing:
        kind = type(inherited)
        if _in_classes(kind, "__get__") is not _missing and (
            _in_classes(kind, "__set__") is not _missing
            or _in_classes(kind, "__delete__") is not _missing
        ):
            return inherited
    for found in (own, inherited):
        if found is not _missing:
            return found
    if obj is klass:
        found = _in_classes(cls, attr)
        if found is not _missing:
            return found
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    """Return the method resolution order."""
    return cls.__mro__


def _getmembers(object, predicate, getter):
    names = dir(object)
    mro = ()
    if isclass(object):
        mro = object.__mro__
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    results = []
    seen = set()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                # The second time it is a DynamicClassAttribute.
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """Return the attributes as sorted (name, value) pairs; only those that pass `predicate`."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Like getmembers(), but runs no descriptors."""
    return _getmembers(object, predicate, getattr_static)


def unwrap(func, *, stop=None):
    """Follow __wrapped__ to the innermost function, or until `stop` says so."""
    result = func
    seen = {id(func)}
    while not isinstance(result, type) and hasattr(result, "__wrapped__"):
        if stop is not None and stop(result):
            break
        result = result.__wrapped__
        if id(result) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(result))
    return result


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Return a copy of an object's own annotations; with `eval_str`, strings are evaluated."""
    if isinstance(obj, type):
        annotations = obj.__dict__.get("__annotations__", None)
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = None
        module = sys.modules.get(getattr(obj, "__module__", None) or "", None)
        namespace = getattr(module, "__dict__", None)
        scope = dict(vars(obj))
        inner = obj
    elif isinstance(obj, types.ModuleType):
        annotations = getattr(obj, "__annotations__", None)
        namespace = obj.__dict__
        scope = None
        inner = None
    elif callable(obj):
        annotations = getattr(obj, "__annotations__", None)
        namespace = getattr(obj, "__globals__", None)
        scope = None
        inner = obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")

    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str or not annotations:
        return dict(annotations)

    while inner is not None:
        if hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        elif isinstance(inner, functools.partial):
            inner = inner.func
        else:
            namespace = getattr(inner, "__globals__", namespace)
            break
    if globals is None:
        globals = namespace
    if locals is None:
        locals = scope or {}
    parameters = getattr(obj, "__type_params__", ())
    if parameters:
        locals = {each.__name__: each for each in parameters} | locals
    return {
        name: eval(value, globals, locals) if isinstance(value, str) else value
        for name, value in annotations.items()
    }


# --- docstrings -------------------------------------------------------------


def indentsize(line):
    """Return the width of the white space that a line begins with."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def cleandoc(doc):
    """Take the common indentation and the blank lines at both ends off a docstring."""
    lines = doc.expandtabs().split("\n")
    margins = [
        len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")
    ]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines)


def getdoc(object):
    """Return the docstring, without its indentation; methods may inherit it."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def _defining_class(func):
    """Find the class in whose body a function was defined."""
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and getattr(base, "__doc__", None) is not None:
                return base.__doc__
        return None

    name = None
    if ismethod(obj):
        name = obj.__func__.__name__
        owner = obj.__self__
        of_class = isclass(owner) and (
            getattr(getattr(owner, name, None), "__func__", None) is obj.__func__
        )
        cls = owner if of_class else owner.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = _defining_class(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isbuiltin(obj):
        name = obj.__name__
        owner = obj.__self__
        of_class = isclass(owner) and f"{owner.__qualname__}.{name}" == obj.__qualname__
        cls = owner if of_class else owner.__class__
    elif isinstance(obj, property):
        name = obj.__name__
        cls = _defining_class(obj.fget)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name = obj.__name__
        cls = obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
        slots = getattr(cls, "__slots__", None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None and hasattr(base, name):
            return doc
    return None
