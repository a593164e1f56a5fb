"""Printing nested data so that they can be read."""

import sys
import types

__all__ = [
    "pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp",
]


def pprint(
    object, stream=None, indent=1, width=80, depth=None, *,
    compact=False, sort_dicts=True, underscore_numbers=False,
):
    """Print an object, on several lines if it doesn't fit on one."""
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact,
        sort_dicts=sort_dicts, underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(
    object, indent=1, width=80, depth=None, *,
    compact=False, sort_dicts=True, underscore_numbers=False,
):
    """Return what pprint() would print."""
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact,
        sort_dicts=sort_dicts, underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that leaves the keys of dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr() that ends for objects that contain themselves."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """True if saferepr() could be read back."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """True if an object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SafeKey:
    """Sorts anything: what can't be compared, by type and identity."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (
                str(type(other.obj)), id(other.obj),
            )


def _item_key(item):
    return _SafeKey(item[0]), _SafeKey(item[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _words(line):
    """Split a line behind its white space."""
    words = []
    start = position = 0
    while position < len(line):
        while position < len(line) and not line[position].isspace():
            position += 1
        while position < len(line) and line[position].isspace():
            position += 1
        words.append(line[start:position])
        start = position
    return words


_SCALARS = frozenset({str, bytes, bytearray, float, bool, type(None)})


class PrettyPrinter:
    """Prints with the given width and indentation.

    `depth` limits how many levels are shown, `compact` puts several items of a
    sequence on one line.
    """

    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *,
        compact=False, sort_dicts=True, underscore_numbers=False,
    ):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        pieces = []
        self._format(object, pieces.append, 0, 0, {}, 0)
        return "".join(pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Return the text of an object on one line, and whether it is readable and recursive.

        `context` has the ids of the containers that we are inside of.
        """
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    def _format(self, object, write, indent, allowance, context, level):
        """Write an object at column `indent`; `allowance` columns must stay free behind it."""
        key = id(object)
        if key in context:
            write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            printer = _printers().get(type(object).__repr__)
            if printer is None and _has_dataclass_repr(object):
                printer = PrettyPrinter._pprint_dataclass
            if printer is not None:
                context[key] = 1
                printer(self, object, write, indent, allowance, context, level + 1)
                del context[key]
                return
        write(text)

    # --- kinds of containers

    def _pprint_dict(self, object, write, indent, allowance, context, level):
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if object:
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_item_key)
            self._format_dict_items(items, write, indent, allowance + 1, context, level)
        write("}")

    def _pprint_ordered_dict(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        self._format(
            list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level
        )
        write(")")

    def _pprint_list(self, object, write, indent, allowance, context, level):
        write("[")
        self._format_items(object, write, indent, allowance + 1, context, level)
        write("]")

    def _pprint_tuple(self, object, write, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        write("(")
        self._format_items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_set(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        cls = object.__class__
        if cls is set:
            write("{")
            end = "}"
        else:
            write(cls.__name__ + "({")
            end = "})"
            indent += len(cls.__name__) + 1
        items = sorted(object, key=_SafeKey)
        self._format_items(items, write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_str(self, object, write, indent, allowance, context, level):
        """Several literals one below the other, in parentheses on the outermost level."""
        if not object:
            write(repr(object))
            return
        parenthesised = level == 1
        if parenthesised:
            indent += 1
            allowance += 1
        chunks = []
        lines = object.splitlines(True)
        width = self._width - indent
        for number, line in enumerate(lines):
            last_line = number == len(lines) - 1
            if len(repr(line)) <= (width - allowance if last_line else width):
                chunks.append(repr(line))
                continue
            words = _words(line)
            current = ""
            for index, word in enumerate(words):
                last = last_line and index == len(words) - 1
                if len(repr(current + word)) > (width - allowance if last else width):
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(chunks[0])
            return
        joined = ("\n" + " " * indent).join(chunks)
        write(f"({joined})" if parenthesised else joined)

    def _pprint_bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        parenthesised = level == 1
        if parenthesised:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks = []
        current = b""
        last = len(object) // 4 * 4
        for start in range(0, len(object), 4):
            part = object[start:start + 4]
            if start == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        joined = ("\n" + " " * indent).join(chunks)
        write(f"({joined})" if parenthesised else joined)

    def _pprint_bytearray(self, object, write, indent, allowance, context, level):
        write("bytearray(")
        self._pprint_bytes(
            bytes(object), write, indent + 10, allowance + 1, context, level + 1
        )
        write(")")

    def _pprint_mappingproxy(self, object, write, indent, allowance, context, level):
        write("mappingproxy(")
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(")")

    def _pprint_simplenamespace(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        if type(object) is types.SimpleNamespace:
            name = "namespace"
        write(name + "(")
        self._format_namespace_items(
            list(object.__dict__.items()), write, indent + len(name) + 1, allowance, context,
            level,
        )
        write(")")

    def _pprint_dataclass(self, object, write, indent, allowance, context, level):
        import dataclasses

        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in dataclasses.fields(object) if f.repr]
        write(name + "(")
        self._format_namespace_items(
            items, write, indent + len(name) + 1, allowance, context, level
        )
        write(")")

    def _pprint_default_dict(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        write(f"{name}({factory},\n{' ' * indent}")
        self._pprint_dict(object, write, indent, allowance + 1, context, level)
        write(")")

    def _pprint_counter(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "({")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        self._format_dict_items(
            object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level
        )
        write("})")

    def _pprint_chain_map(self, object, write, indent, allowance, context, level):
        if not object.maps:
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        indent += len(name) + 1
        last = len(object.maps) - 1
        for index, mapping in enumerate(object.maps):
            free = allowance + 1 if index == last else 1
            self._format(mapping, write, indent, free, context, level)
            write(")" if index == last else ",\n" + " " * indent)

    def _pprint_deque(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "([")
        indent += len(name) + 1
        if object.maxlen is None:
            self._format_items(object, write, indent, allowance + 2, context, level)
            write("])")
        else:
            self._format_items(object, write, indent, 2, context, level)
            limit = self._repr(object.maxlen, context, level)
            write(f"],\n{' ' * indent}maxlen={limit})")

    def _pprint_user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    # --- items

    def _format_dict_items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        last = len(items) - 1
        for index, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            write(text + ": ")
            free = allowance if index == last else 1
            self._format(value, write, indent + len(text) + 2, free, context, level)
            if index != last:
                write(",\n" + " " * indent)

    def _format_namespace_items(self, items, write, indent, allowance, context, level):
        last = len(items) - 1
        for index, (name, value) in enumerate(items):
            write(name + "=")
            if id(value) in context:
                # As the repr of such objects shows it.
                write("...")
            else:
                free = allowance if index == last else 1
                self._format(value, write, indent + len(name) + 1, free, context, level)
            if index != last:
                write(",\n" + " " * indent)

    def _format_items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        line_break = ",\n" + " " * indent
        separator = ""
        width = full_width = self._width - indent + 1
        items = list(items)
        last = len(items) - 1
        for index, item in enumerate(items):
            if index == last:
                full_width -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = full_width
                    if separator:
                        separator = line_break
                if width >= needed:
                    width -= needed
                    write(separator + text)
                    separator = ", "
                    continue
            write(separator)
            separator = line_break
            free = allowance if index == last else 1
            self._format(item, write, indent, free, context, level)

    # --- on one line

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _SCALARS:
            return repr(object), True, False
        method = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and method is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        if issubclass(cls, dict) and method is dict.__repr__:
            if not object:
                return "{}", True, False
            template = "{%s}"
        elif issubclass(cls, list) and method is list.__repr__:
            if not object:
                return "[]", True, False
            template = "[%s]"
        elif issubclass(cls, tuple) and method is tuple.__repr__:
            if not object:
                return "()", True, False
            template = "(%s,)" if len(object) == 1 else "(%s)"
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False

        key = id(object)
        if maxlevels and level >= maxlevels:
            return template % "...", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable = True
        recursive = False
        parts = []
        if template[0] == "{":
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_item_key)
        else:
            items = [(item,) for item in object]
        for item in items:
            texts = []
            for part in item:
                text, part_readable, part_recursive = self.format(
                    part, context, maxlevels, level + 1
                )
                texts.append(text)
                readable = readable and part_readable
                recursive = recursive or part_recursive
            parts.append(": ".join(texts))
        del context[key]
        return template % ", ".join(parts), readable, recursive


def _has_dataclass_repr(object):
    """True for instances of dataclasses whose __repr__ is the generated one."""
    cls = type(object)
    params = getattr(cls, "__dataclass_params__", None)
    wrapped = getattr(cls.__repr__, "__wrapped__", None)
    return (
        params is not None
        and params.repr
        and wrapped is not None
        and getattr(wrapped.__code__, "co_filename", "") == "<string>"
    )


_printer_table = {}


def _printers():
    """Which method prints what, by the __repr__ of the class: subclasses may have their own."""
    if _printer_table:
        return _printer_table
    import collections

    p = PrettyPrinter
    _printer_table.update({
        dict.__repr__: p._pprint_dict,
        collections.OrderedDict.__repr__: p._pprint_ordered_dict,
        list.__repr__: p._pprint_list,
        tuple.__repr__: p._pprint_tuple,
        set.__repr__: p._pprint_set,
        frozenset.__repr__: p._pprint_set,
        str.__repr__: p._pprint_str,
        bytes.__repr__: p._pprint_bytes,
        bytearray.__repr__: p._pprint_bytearray,
        types.MappingProxyType.__repr__: p._pprint_mappingproxy,
        types.SimpleNamespace.__repr__: p._pprint_simplenamespace,
        collections.defaultdict.__repr__: p._pprint_default_dict,
        collections.Counter.__repr__: p._pprint_counter,
        collections.ChainMap.__repr__: p._pprint_chain_map,
        collections.deque.__repr__: p._pprint_deque,
        collections.UserDict.__repr__: p._pprint_user,
        collections.UserList.__repr__: p._pprint_user,
        collections.UserString.__repr__: p._pprint_user,
    })
    return _printer_table
