"""What `help(x)` prints."""

import builtins
import importlib
import inspect


def show(subject):
    """Print what is known about an object: what it is, its signature, its docstring.

    A text names the object: a builtin, a module, or something in a module.
    """
    if isinstance(subject, str):
        named = _named(subject)
        if named is None:
            print(f"No Python documentation found for {subject!r}.")
            print("Use help() to get the interactive help utility.")
            print("Use help(str) for help on the str class.\n")
            return
        (subject,) = named
    print("\n".join(_lines(subject)))


def _named(path):
    """The object of a dotted path, in a tuple; None if there is none."""
    parts = path.strip().split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    subject = builtins
    if not hasattr(builtins, parts[0]):
        subject = None
        module = ""
        while parts:
            module += parts[0]
            try:
                subject = importlib.import_module(module)
            except ImportError:
                break
            module += "."
            del parts[0]
        if subject is None:
            return None
    for part in parts:
        try:
            subject = getattr(subject, part)
        except AttributeError:
            return None
    return (subject,)


def _lines(subject):
    if inspect.ismodule(subject):
        return [f"Help on module {subject.__name__}:", "", *_module(subject), ""]
    if inspect.isclass(subject):
        where = _where(subject)
        return [f"Help on class {subject.__name__}{where}:", "", *_class(subject), ""]
    if callable(subject) and hasattr(subject, "__name__"):
        kind = _kind(subject)
        header = f"Help on {kind} {subject.__name__}{_where(subject)}:"
        return [header, "", *_callable(subject), ""]
    cls = type(subject)
    header = f"Help on {cls.__name__} object{_where(cls, ' in module ')}:"
    return [header, "", *_class(cls), ""]


def _kind(subject):
    if inspect.ismethod(subject):
        return "method"
    if inspect.isbuiltin(subject):
        return "built-in function"
    if inspect.isfunction(subject):
        return "function"
    return type(subject).__name__


def _where(subject, lead=" in module "):
    module = getattr(subject, "__module__", None)
    return f"{lead}{module}" if isinstance(module, str) else ""


def _callable(subject, indent=""):
    prefix = "async " if inspect.iscoroutinefunction(subject) else ""
    lines = [f"{indent}{prefix}{subject.__name__}{_signature(subject)}"]
    lines.extend(f"{indent}    {line}".rstrip() for line in _doc(subject))
    return lines


def _signature(subject):
    try:
        return str(inspect.signature(subject))
    except (TypeError, ValueError):
        return "(...)"


def _doc(subject):
    text = getattr(subject, "__doc__", None)
    if not isinstance(text, str) or not text.strip():
        return []
    lines = []
    for line in inspect.cleandoc(text).split("\n"):
        lines.extend(_folded(line) if len(line) > 92 else [line])
    return lines


def _folded(line, width=76):
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def _class(cls):
    parts = [cls]
    # What a class takes from a private base of its own name is shown as its own.
    while (base := parts[-1].__base__) and _is_inner_part(base, cls):
        parts.append(base)
    bases = ", ".join(base.__name__ for base in parts[-1].__bases__)
    lines = [f"class {cls.__name__}({bases})"]
    lines.extend(f"    {line}".rstrip() for line in _doc(cls))
    methods = []
    others = []
    members = {}
    for part in reversed(parts):
        members.update(part.__dict__)
    for name, value in members.items():
        if name.startswith("_") and name != "__init__":
            continue
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        if isinstance(value, property):
            others.append(name)
        elif callable(value) and hasattr(value, "__name__"):
            methods.extend(["", *_callable(value, "    ")])
        else:
            others.append(name)
    lines.extend(methods)
    if others:
        lines.extend(["", "    Attributes: " + ", ".join(sorted(others))])
    return lines


def _is_inner_part(base, cls):
    return base.__name__ == cls.__name__ and base.__module__.startswith("_")


def _module(module):
    lines = _doc(module)
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in vars(module) if not name.startswith("_")]
    kinds = {"Classes": [], "Functions": [], "Other names": []}
    for name in sorted(names):
        value = getattr(module, name, None)
        if inspect.isclass(value):
            kinds["Classes"].append(name)
        elif callable(value):
            kinds["Functions"].append(name)
        elif not inspect.ismodule(value):
            kinds["Other names"].append(name)
    for title, members in kinds.items():
        if members:
            lines.extend(["", title + ":"])
            lines.extend(_wrapped(members))
    return lines


def _wrapped(names, width=76):
    lines = []
    line = "   "
    for number, name in enumerate(names):
        word = f" {name}" + ("," if number + 1 < len(names) else "")
        if len(line) + len(word) > width:
            lines.append(line)
            line = "   "
        line += word
    lines.append(line)
    return lines
