"""Syntax trees: made from text, looked through, changed, and turned into text again."""

import _ast

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _field_types = {}
    _marks = ()

    def __init__(self, *args, **kwargs):
        kind = type(self)
        name, fields = kind.__name__, kind._fields
        if len(args) > len(fields):
            count = len(fields)
            plural = "" if count == 1 else "s"
            raise TypeError(
                f"{name} constructor takes at most {count} positional argument{plural}"
            )
        missing = list(fields[len(args) :])
        for field, value in zip(fields, args):
            setattr(self, field, value)
        for field, value in kwargs.items():
            if field in fields:
                if field not in missing:
                    raise TypeError(f"{name} got multiple values for argument {field!r}")
                missing.remove(field)
            elif field not in kind._attributes:
                _deprecated(
                    f"{name}.__init__ got an unexpected keyword argument {field!r}. Support for "
                    "arbitrary keyword arguments is deprecated and will be removed in Python 3.15."
                )
            setattr(self, field, value)
        for field in missing:
            mark = kind._marks.get(field) if kind._marks else None
            if mark == "*":
                setattr(self, field, [])
            elif mark == "expr_context":
                setattr(self, field, Load())
            elif mark == "" and field in kind._field_types:
                _deprecated(
                    f"{name}.__init__ missing 1 required positional argument: {field!r}. "
                    "This will become an error in Python 3.15."
                )

    def __reduce__(self):
        return (_rebuild, (type(self), dict(self.__dict__)))


AST.__module__ = "ast"
AST.__init__.__qualname__ = "AST.__init__"


def _rebuild(kind, values):
    node = kind.__new__(kind)
    node.__dict__.update(values)
    return node


def _deprecated(message):
    import warnings

    warnings.warn(message, DeprecationWarning, stacklevel=3)


# The classes, each with its base and what its fields are: `?` may be missing, `*` is a list.
_GRAMMAR = {
    "mod": """
        Module(stmt* body, type_ignore* type_ignores)
        Interactive(stmt* body)
        Expression(expr body)
        FunctionType(expr* argtypes, expr returns)""",
    "stmt": """
        FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
        AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
        ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
        Return(expr? value)
        Delete(expr* targets)
        Assign(expr* targets, expr value, string? type_comment)
        TypeAlias(expr name, type_param* type_params, expr value)
        AugAssign(expr target, operator op, expr value)
        AnnAssign(expr target, expr annotation, expr? value, int simple)
        For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
        AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
        While(expr test, stmt* body, stmt* orelse)
        If(expr test, stmt* body, stmt* orelse)
        With(withitem* items, stmt* body, string? type_comment)
        AsyncWith(withitem* items, stmt* body, string? type_comment)
        Match(expr subject, match_case* cases)
        Raise(expr? exc, expr? cause)
        Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
        TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
        Assert(expr test, expr? msg)
        Import(alias* names)
        ImportFrom(identifier? module, alias* names, int? level)
        Global(identifier* names)
        Nonlocal(identifier* names)
        Expr(expr value)
        Pass
        Break
        Continue""",
    "expr": """
        BoolOp(boolop op, expr* values)
        NamedExpr(expr target, expr value)
        BinOp(expr left, operator op, expr right)
        UnaryOp(unaryop op, expr operand)
        Lambda(arguments args, expr body)
        IfExp(expr test, expr body, expr orelse)
        Dict(expr* keys, expr* values)
        Set(expr* elts)
        ListComp(expr elt, comprehension* generators)
        SetComp(expr elt, comprehension* generators)
        DictComp(expr key, expr value, comprehension* generators)
        GeneratorExp(expr elt, comprehension* generators)
        Await(expr value)
        Yield(expr? value)
        YieldFrom(expr value)
        Compare(expr left, cmpop* ops, expr* comparators)
        Call(expr func, expr* args, keyword* keywords)
        FormattedValue(expr value, int conversion, expr? format_spec)
        JoinedStr(expr* values)
        Constant(constant value, string? kind)
        Attribute(expr value, identifier attr, expr_context ctx)
        Subscript(expr value, expr slice, expr_context ctx)
        Starred(expr value, expr_context ctx)
        Name(identifier id, expr_context ctx)
        List(expr* elts, expr_context ctx)
        Tuple(expr* elts, expr_context ctx)
        Slice(expr? lower, expr? upper, expr? step)""",
    "expr_context": "Load\nStore\nDel",
    "boolop": "And\nOr",
    "operator": """Add\nSub\nMult\nMatMult\nDiv\nMod\nPow\nLShift\nRShift\nBitOr\nBitXor\nBitAnd
        FloorDiv""",
    "unaryop": "Invert\nNot\nUAdd\nUSub",
    "cmpop": "Eq\nNotEq\nLt\nLtE\nGt\nGtE\nIs\nIsNot\nIn\nNotIn",
    "comprehension": "(expr target, expr iter, expr* ifs, int is_async)",
    "excepthandler": "ExceptHandler(expr? type, identifier? name, stmt* body)",
    "arguments": "(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)",
    "arg": "(identifier arg, expr? annotation, string? type_comment)",
    "keyword": "(identifier? arg, expr value)",
    "alias": "(identifier name, identifier? asname)",
    "withitem": "(expr context_expr, expr? optional_vars)",
    "match_case": "(pattern pattern, expr? guard, stmt* body)",
    "pattern": """
        MatchValue(expr value)
        MatchSingleton(constant value)
        MatchSequence(pattern* patterns)
        MatchMapping(expr* keys, pattern* patterns, identifier? rest)
        MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
        MatchStar(identifier? name)
        MatchAs(pattern? pattern, identifier? name)
        MatchOr(pattern* patterns)""",
    "type_ignore": "TypeIgnore(int lineno, string tag)",
    "type_param": """
        TypeVar(identifier name, expr? bound, expr? default_value)
        ParamSpec(identifier name, expr? default_value)
        TypeVarTuple(identifier name, expr? default_value)""",
}
_WITH_PLACE = {
    "stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern", "type_param",
}
# What may be missing of a place.
_END_OPTIONAL = {"stmt", "expr", "excepthandler", "arg", "keyword", "alias"}


def _make_class(name, base, signature, place):
    fields, marks = [], {}
    for part in signature.strip("()").split(", ") if signature else ():
        kind, field = part.split()
        fields.append(field)
        marks[field] = (
            kind[-1] if kind[-1] in "?*" else "expr_context" if kind == "expr_context" else ""
        )
    members = {
        "__module__": "ast", "__doc__": name + signature, "_fields": tuple(fields),
        "__match_args__": tuple(fields), "_marks": marks, "_kinds": signature,
    }
    members.update({field: None for field, mark in marks.items() if mark == "?"})
    if place is not None:
        members["_attributes"] = place
        if len(place) == 4:
            members["end_lineno"] = members["end_col_offset"] = None
    made = type(name, (base,), members)
    globals()[name] = made
    return made


def _make_classes():
    made = []
    for family, text in _GRAMMAR.items():
        place = _PLACE if family in _WITH_PLACE else None
        rows = [row.strip() for row in text.split("\n") if row.strip()]
        if text.startswith("("):
            made.append(_make_class(family, AST, text, place))
            continue
        base = _make_class(family, AST, "", place if place is not None else ())
        base.__doc__ = f"{family} = " + ("\n" + " " * len(family) + " | ").join(rows)
        if all("(" not in row for row in rows):
            base.__doc__ = f"{family} = {' | '.join(rows)}"
        if family in ("pattern", "type_param"):
            del base.end_lineno, base.end_col_offset
        for row in rows:
            name, bracket, rest = row.partition("(")
            made.append(_make_class(name, base, bracket + rest, None))
    simple = {"identifier": str, "string": str, "int": int, "constant": object}
    for kind in made:
        types = {}
        for part in kind._kinds.strip("()").split(", ") if kind._kinds else ():
            written, field = part.split()
            found = simple.get(written.rstrip("?*")) or globals()[written.rstrip("?*")]
            if written.endswith("*"):
                found = list[found]
            elif written.endswith("?"):
                found = found | None
            types[field] = found
        kind._field_types = types
        del kind._kinds


_make_classes()
for _base in mod, stmt, expr, expr_context, boolop, operator, unaryop, cmpop, excepthandler:
    del _base._kinds
for _base in pattern, type_ignore, type_param:
    del _base._kinds
del _base, _make_classes, _make_class, _GRAMMAR, _WITH_PLACE, _END_OPTIONAL

_words = {}


def _node(name, fields, place):
    """Make a node that the parser has found."""
    kind = globals()[name]
    if not fields and place is None and kind not in (Module, Interactive):
        if name not in _words:
            _words[name] = kind.__new__(kind)
        return _words[name]
    node = kind.__new__(kind)
    values = node.__dict__
    for field, value in zip(kind._fields, fields):
        values[field] = value
    if place is not None:
        values.update(zip(_PLACE, place))
    return node


def _tree(source, filename, mode):
    return _ast.parse(source, filename, mode, _node)


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False,
          feature_version=None, optimize=-1):
    """Return the syntax tree of a text."""
    if type_comments:
        raise ValueError("Ouro does not read type comments")
    if feature_version is not None:
        raise ValueError("Ouro parses the grammar of Python 3.13 alone")
    if optimize > 0:
        raise ValueError("Ouro has no optimised trees")
    if isinstance(source, AST):
        return source
    return compile(source, filename, mode, PyCF_ONLY_AST)


def literal_eval(node_or_string):
    """Return the value of an expression of literals and containers."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval").body
    elif isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _value(node_or_string)


def _malformed(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    raise ValueError(f"malformed node or string{where}: {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _number(node.operand)
        return +number if isinstance(node.op, UAdd) else -number
    return _number(node)


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_value, node.elts))
    if isinstance(node, List):
        return list(map(_value, node.elts))
    if isinstance(node, Set):
        return set(map(_value, node.elts))
    if (
        isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set"
        and node.args == node.keywords == []
    ):
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_value, node.keys), map(_value, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed_number(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Return a text that shows a tree."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def several(parts, level):
        if indent is None:
            return ", ".join(parts)
        start = "\n" + indent * level
        return start + ("," + start).join(parts)

    def shown(value, level):
        """The text, and whether it is short."""
        if isinstance(value, list):
            if not value:
                return "[]", True
            return f"[{several([shown(item, level + 1)[0] for item in value], level + 1)}]", False
        if not isinstance(value, AST):
            return repr(value), True
        kind = type(value)
        parts, short, named = [], True, annotate_fields
        for field in kind._fields:
            try:
                part = getattr(value, field)
            except AttributeError:
                named = True
                continue
            if part is None and getattr(kind, field, ...) is None:
                named = True
                continue
            if not show_empty and part == []:
                named = True if not annotate_fields else named
                continue
            text, simple = shown(part, level + 1)
            short = short and simple
            parts.append(f"{field}={text}" if named else text)
        if include_attributes:
            for field in kind._attributes:
                try:
                    part = getattr(value, field)
                except AttributeError:
                    continue
                if part is None and getattr(kind, field, ...) is None:
                    continue
                text, simple = shown(part, level + 1)
                short = short and simple
                parts.append(f"{field}={text}")
        if short and len(parts) <= 3:
            return f"{kind.__name__}({', '.join(parts)})", not parts
        return f"{kind.__name__}({several(parts, level + 1)})", False

    return shown(node, 0)[0]


def copy_location(new_node, old_node):
    """Give a node the place of another one."""
    for field in _PLACE:
        if field in old_node._attributes and field in new_node._attributes:
            value = getattr(old_node, field, None)
            # Only an end may be unknown.
            if value is not None or (
                hasattr(old_node, field) and field.startswith("end_")
            ):
                setattr(new_node, field, value)
    return new_node


def fix_missing_locations(node):
    """Give the nodes that have no place that of their parent."""

    def fix(node, place):
        place = list(place)
        for number, field in enumerate(_PLACE):
            if field in node._attributes:
                if getattr(node, field, None) is None:
                    setattr(node, field, place[number])
                else:
                    place[number] = getattr(node, field)
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move a tree down by some lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes:
            end = getattr(child, "end_lineno", 0)
            if end is not None:
                child.end_lineno = end + n
    return node


def iter_fields(node):
    """Yield the name and value of each field that is there."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Yield the nodes directly below."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """Yield a node and all below it, level by level."""
    from collections import deque

    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    """Return the docstring of a module, class or function."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect

        return inspect.cleandoc(value.value)
    return value.value


def _lines(source):
    """The lines of a text as the parser counts them."""
    import re

    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", source)


def get_source_segment(source, node, *, padded=False):
    """Return the part of the text that a node stands for."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in _lines(source)[first : last + 1]]
    if first == last:
        return lines[0][start:end].decode()
    padding = b""
    if padded:
        before = lines[0][:start].decode()
        padding = "".join(c if c in "\f\t" else " " for c in before).encode()
    lines[0] = padding + lines[0][start:]
    lines[-1] = lines[-1][:end]
    return b"".join(lines).decode()


class NodeVisitor:
    """Goes through a tree and calls `visit_CLASS` for its nodes."""

    def visit(self, node):
        """Visit a node."""
        return getattr(self, f"visit_{type(node).__name__}", self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit the nodes below."""
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """Goes through a tree and puts what the methods return in place of the nodes."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node


def unparse(ast_obj):
    """Return a text whose tree is this one."""
    from _ast_unparse import Writer

    return Writer().text_of(ast_obj)


def main():
    """Be the command `-m ast`."""
    import argparse
    import sys

    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval"),
                        help="specify what kind of code must be parsed")
    parser.add_argument("-a", "--include-attributes", action="store_true",
                        help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3,
                        help="indentation of nodes (number of spaces)")
    arguments = parser.parse_args()
    if arguments.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = arguments.infile
        with open(name, "rb") as file:
            source = file.read()
    tree = parse(source, name, arguments.mode)
    print(dump(tree, include_attributes=arguments.include_attributes, indent=arguments.indent))


if __name__ == "__main__":
    # The classes of the nodes are those of the module as it is imported, not of this one.
    from ast import main

    main()
