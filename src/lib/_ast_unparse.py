"""Syntax trees to text, for `ast.unparse`."""

import ast

# How tightly operators bind, loosest first.
(
    NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, TERM,
    FACTOR, POWER, AWAIT, ATOM,
) = range(18)

_BINARY = {
    "Add": ("+", SUM), "Sub": ("-", SUM), "Mult": ("*", TERM), "MatMult": ("@", TERM),
    "Div": ("/", TERM), "Mod": ("%", TERM), "LShift": ("<<", SHIFT), "RShift": (">>", SHIFT),
    "BitOr": ("|", BIT_OR), "BitXor": ("^", BIT_XOR), "BitAnd": ("&", BIT_AND),
    "FloorDiv": ("//", TERM), "Pow": ("**", POWER),
}
_UNARY = {"Invert": ("~", FACTOR), "Not": ("not ", NOT), "UAdd": ("+", FACTOR), "USub": ("-", FACTOR)}
_COMPARE = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is",
    "IsNot": "is not", "In": "in", "NotIn": "not in",
}
_QUOTES = ("'", '"', '"""', "'''")
# What stands for an infinite number: the largest exponent is exceeded.
_INFINITE = "1e309"


class Writer:
    """Writes one tree."""

    def __init__(self):
        self.parts = []
        self.depth = 0

    def text_of(self, node):
        self.any(node)
        return "".join(self.parts)

    # -- lines --

    def line(self, *parts):
        """Begin a line."""
        if self.parts:
            self.parts.append("\n")
        self.parts.append("    " * self.depth)
        for part in parts:
            self.parts.append(part)

    def block(self, statements):
        self.parts.append(":")
        self.depth += 1
        for statement in statements:
            self.any(statement)
        self.depth -= 1

    def documented_block(self, node):
        """A block that may begin with a docstring."""
        self.parts.append(":")
        self.depth += 1
        self.documented(node)
        self.depth -= 1

    def documented(self, node):
        body = node.body
        if body and ast.get_docstring(node, clean=False) is not None:
            constant = body[0].value
            self.line("u" if constant.kind == "u" else "")
            self.parts.append(_docstring(constant.value))
            body = body[1:]
        for statement in body:
            self.any(statement)

    def any(self, node):
        if isinstance(node, list):
            for item in node:
                self.any(item)
            return
        method = getattr(self, type(node).__name__, None)
        if method is not None:
            method(node)
        elif isinstance(node, (ast.expr, ast.AST)):
            self.parts.append(self.expr(node, NAMED))

    def e(self, node, level=TEST):
        return self.expr(node, level)

    # -- statements --

    def Module(self, node):
        self.documented(node)

    def Interactive(self, node):
        self.any(node.body)

    def Expression(self, node):
        self.parts.append(self.e(node.body))

    def FunctionType(self, node):
        arguments = ", ".join(map(self.e, node.argtypes))
        self.parts.append(f"({arguments}) -> {self.e(node.returns)}")

    def Expr(self, node):
        self.line(self.expr(node.value, YIELD))

    def Pass(self, node):
        self.line("pass")

    def Break(self, node):
        self.line("break")

    def Continue(self, node):
        self.line("continue")

    def Return(self, node):
        self.line("return" if node.value is None else f"return {self.e(node.value)}")

    def Delete(self, node):
        self.line("del ", ", ".join(map(self.e, node.targets)))

    def bare(self, node):
        """An expression that may be a tuple without brackets where one stood for itself."""
        if isinstance(node, ast.Tuple) and node.elts:
            return self.items(node.elts)
        return self.expr(node, TUPLE)

    def target(self, node):
        """What is assigned to or looped over."""
        return self.bare(node) if isinstance(node, ast.Tuple) else self.e(node)

    def items(self, elements):
        if len(elements) == 1:
            return self.e(elements[0]) + ","
        return ", ".join(map(self.e, elements))

    def Assign(self, node):
        targets = "".join(self.target(target) + " = " for target in node.targets)
        self.line(targets, self.e(node.value), self.type_comment(node))

    def type_comment(self, node):
        comment = getattr(node, "type_comment", None)
        return "" if comment is None else f" # type: {comment}"

    def AugAssign(self, node):
        operator = _BINARY[type(node.op).__name__][0]
        self.line(f"{self.e(node.target)} {operator}= {self.e(node.value)}")

    def AnnAssign(self, node):
        target = self.e(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f"({target})"
        value = "" if node.value is None else f" = {self.e(node.value)}"
        self.line(f"{target}: {self.e(node.annotation)}{value}")

    def TypeAlias(self, node):
        params = self.type_params(node.type_params)
        self.line(f"type {self.e(node.name)}{params} = {self.e(node.value)}")

    def type_params(self, params):
        if not params:
            return ""
        return f"[{', '.join(map(self.type_param, params))}]"

    def type_param(self, param):
        stars = {"TypeVar": "", "TypeVarTuple": "*", "ParamSpec": "**"}[type(param).__name__]
        text = stars + param.name
        if getattr(param, "bound", None):
            text += f": {self.e(param.bound)}"
        if param.default_value:
            text += f" = {self.e(param.default_value)}"
        return text

    def Raise(self, node):
        if node.exc is None:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            self.line("raise")
            return
        cause = f" from {self.e(node.cause)}" if node.cause else ""
        self.line(f"raise {self.e(node.exc)}{cause}")

    def Assert(self, node):
        message = f", {self.e(node.msg)}" if node.msg else ""
        self.line(f"assert {self.e(node.test)}{message}")

    def alias_text(self, alias):
        return alias.name + (f" as {alias.asname}" if alias.asname else "")

    def alias(self, node):
        self.parts.append(self.alias_text(node))

    def Import(self, node):
        self.line("import ", ", ".join(map(self.alias_text, node.names)))

    def ImportFrom(self, node):
        names = ", ".join(map(self.alias_text, node.names))
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {names}")

    def Global(self, node):
        self.line("global ", ", ".join(node.names))

    def Nonlocal(self, node):
        self.line("nonlocal ", ", ".join(node.names))

    def decorators(self, node):
        if self.parts:
            self.parts.append("\n")
        for decorator in node.decorator_list:
            self.line("@", self.e(decorator))

    def ClassDef(self, node):
        self.decorators(node)
        arguments = [self.e(base) for base in node.bases]
        arguments += [self.keyword_text(keyword) for keyword in node.keywords]
        brackets = f"({', '.join(arguments)})" if arguments else ""
        self.line(f"class {node.name}{self.type_params(node.type_params)}{brackets}")
        self.documented_block(node)

    def FunctionDef(self, node, word="def"):
        self.decorators(node)
        params = self.type_params(node.type_params)
        returns = f" -> {self.e(node.returns)}" if node.returns else ""
        self.line(f"{word} {node.name}{params}({self.arguments_text(node.args)}){returns}")
        if getattr(node, "type_comment", None) is not None:
            self.parts.append(":" + self.type_comment(node))
            self.depth += 1
            self.documented(node)
            self.depth -= 1
        else:
            self.documented_block(node)

    def AsyncFunctionDef(self, node):
        self.FunctionDef(node, "async def")

    def For(self, node, word="for"):
        self.line(f"{word} {self.target(node.target)} in {self.e(node.iter)}")
        self.block(node.body)
        self.orelse(node.orelse)

    def AsyncFor(self, node):
        self.For(node, "async for")

    def orelse(self, statements):
        if statements:
            self.line("else")
            self.block(statements)

    def While(self, node):
        self.line(f"while {self.expr(node.test, NAMED + 1)}")
        self.block(node.body)
        self.orelse(node.orelse)

    def If(self, node):
        word = "if"
        while True:
            self.line(f"{word} {self.expr(node.test, NAMED + 1)}")
            self.block(node.body)
            if len(node.orelse) != 1 or not isinstance(node.orelse[0], ast.If):
                break
            node, word = node.orelse[0], "elif"
        self.orelse(node.orelse)

    def With(self, node, word="with"):
        self.line(f"{word} {', '.join(map(self.withitem_text, node.items))}")
        self.block(node.body)

    def AsyncWith(self, node):
        self.With(node, "async with")

    def withitem_text(self, item):
        text = self.e(item.context_expr)
        return text + f" as {self.e(item.optional_vars)}" if item.optional_vars else text

    def Try(self, node, word="except"):
        self.line("try")
        self.block(node.body)
        for handler in node.handlers:
            self.handler(handler, word)
        self.orelse(node.orelse)
        if node.finalbody:
            self.line("finally")
            self.block(node.finalbody)

    def TryStar(self, node):
        self.Try(node, "except*")

    def handler(self, node, word):
        text = word
        if node.type:
            text += f" {self.e(node.type)}"
        if node.name:
            text += f" as {node.name}"
        self.line(text)
        self.block(node.body)

    def ExceptHandler(self, node):
        self.handler(node, "except")

    def Match(self, node):
        self.line("match ", self.e(node.subject), ":")
        self.depth += 1
        for case in node.cases:
            self.match_case(case)
        self.depth -= 1

    def match_case(self, case):
        guard = f" if {self.e(case.guard)}" if case.guard else ""
        self.line(f"case {self.pattern(case.pattern, TUPLE)}{guard}")
        self.block(case.body)

    # -- patterns --

    def pattern(self, node, level=TEST):
        kind = type(node).__name__
        if kind == "MatchValue":
            return self.e(node.value)
        if kind == "MatchSingleton":
            return repr(node.value)
        if kind == "MatchSequence":
            return f"[{', '.join(map(self.pattern, node.patterns))}]"
        if kind == "MatchStar":
            return f"*{node.name or '_'}"
        if kind == "MatchMapping":
            parts = [
                f"{self.e(key)}: {self.pattern(inner)}"
                for key, inner in zip(node.keys, node.patterns)
            ]
            if node.rest is not None:
                parts.append(f"**{node.rest}")
            return "{" + ", ".join(parts) + "}"
        if kind == "MatchClass":
            parts = [self.pattern(inner) for inner in node.patterns]
            parts += [
                f"{name}={self.pattern(inner)}"
                for name, inner in zip(node.kwd_attrs, node.kwd_patterns)
            ]
            return f"{self.expr(node.cls, ATOM)}({', '.join(parts)})"
        if kind == "MatchAs":
            if node.name is None:
                return "_"
            if node.pattern is None:
                return node.name
            text = f"{self.pattern(node.pattern, BIT_OR)} as {node.name}"
            return f"({text})" if level > TEST else text
        text = " | ".join(self.pattern(inner, BIT_OR + 1) for inner in node.patterns)
        return f"({text})" if level > BIT_OR else text

    # -- expressions --

    def expr(self, node, level):
        kind = type(node).__name__
        if kind == "Name":
            return node.id
        if kind == "Constant":
            return self.constant(node)
        method = getattr(self, "expr_" + kind, None)
        if method is not None:
            return method(node, level)
        for name in "pattern", "type_param":
            if isinstance(node, getattr(ast, name)):
                return getattr(self, name)(node)
        for name in "arguments", "arg", "keyword", "alias", "withitem":
            if kind == name:
                return getattr(self, name + "_text")(node)
        return ""

    def within(self, text, own, level):
        return f"({text})" if own < level else text

    def constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            items = [self.constant(ast.Constant(item)) for item in value]
            return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
        if value is ...:
            return "..."
        text = repr(value)
        if isinstance(value, (float, complex)):
            text = text.replace("inf", _INFINITE).replace("nan", f"({_INFINITE}-{_INFINITE})")
        return ("u" if node.kind == "u" else "") + text

    def expr_Attribute(self, node, level):
        value = self.expr(node.value, ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}"

    def expr_Subscript(self, node, level):
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts:
            return f"{self.expr(node.value, ATOM)}[{self.items(index.elts)}]"
        return f"{self.expr(node.value, ATOM)}[{self.e(index)}]"

    def expr_Slice(self, node, level):
        text = (self.e(node.lower) if node.lower else "") + ":"
        text += self.e(node.upper) if node.upper else ""
        return text + (f":{self.e(node.step)}" if node.step else "")

    def expr_Starred(self, node, level):
        return f"*{self.expr(node.value, BIT_OR)}"

    def expr_Call(self, node, level):
        parts = [self.e(argument) for argument in node.args]
        parts += [self.keyword_text(keyword) for keyword in node.keywords]
        return f"{self.expr(node.func, ATOM)}({', '.join(parts)})"

    def keyword_text(self, node):
        return f"{node.arg}={self.e(node.value)}" if node.arg else f"**{self.e(node.value)}"

    def expr_BinOp(self, node, level):
        operator, own = _BINARY[type(node.op).__name__]
        left, right = own, own + 1
        if operator == "**":
            left, right = own + 1, own
        text = f"{self.expr(node.left, left)} {operator} {self.expr(node.right, right)}"
        return self.within(text, own, level)

    def expr_UnaryOp(self, node, level):
        operator, own = _UNARY[type(node.op).__name__]
        return self.within(operator + self.expr(node.operand, own), own, level)

    def expr_BoolOp(self, node, level):
        word, own = (" and ", AND) if isinstance(node.op, ast.And) else (" or ", OR)
        # Each operand is put in brackets a little sooner than the one before it.
        text = word.join(
            self.expr(value, min(own + number, ATOM)) for number, value in enumerate(node.values, 1)
        )
        return self.within(text, own, level)

    def expr_Compare(self, node, level):
        text = self.expr(node.left, COMPARE + 1)
        for operator, value in zip(node.ops, node.comparators):
            text += f" {_COMPARE[type(operator).__name__]} {self.expr(value, COMPARE + 1)}"
        return self.within(text, COMPARE, level)

    def expr_IfExp(self, node, level):
        text = (
            f"{self.expr(node.body, TEST + 1)} if {self.expr(node.test, TEST + 1)} "
            f"else {self.expr(node.orelse, TEST)}"
        )
        return self.within(text, TEST, level)

    def expr_Lambda(self, node, level):
        arguments = self.arguments_text(node.args)
        text = f"lambda{' ' + arguments if arguments else ''}: {self.expr(node.body, TEST)}"
        return self.within(text, TEST, level)

    def expr_NamedExpr(self, node, level):
        text = f"{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}"
        return f"({text})"

    def expr_Await(self, node, level):
        return self.within(f"await {self.expr(node.value, ATOM)}", AWAIT, level)

    def expr_Yield(self, node, level):
        text = "yield" if node.value is None else f"yield {self.expr(node.value, ATOM)}"
        return self.within(text, YIELD, level)

    def expr_YieldFrom(self, node, level):
        return self.within(f"yield from {self.expr(node.value, ATOM)}", YIELD, level)

    def expr_Tuple(self, node, level):
        return f"({self.items(node.elts)})" if node.elts else "()"

    def expr_List(self, node, level):
        return f"[{', '.join(map(self.e, node.elts))}]"

    def expr_Set(self, node, level):
        return "{" + ", ".join(map(self.e, node.elts)) + "}" if node.elts else "{*()}"

    def expr_Dict(self, node, level):
        parts = [
            f"**{self.expr(value, BIT_OR)}" if key is None else f"{self.e(key)}: {self.e(value)}"
            for key, value in zip(node.keys, node.values)
        ]
        return "{" + ", ".join(parts) + "}"

    def comprehensions(self, generators):
        text = ""
        for generator in generators:
            text += " async for " if generator.is_async else " for "
            target = self.target(generator.target)
            text += f"{target} in {self.expr(generator.iter, TEST + 1)}"
            for condition in generator.ifs:
                text += f" if {self.expr(condition, TEST + 1)}"
        return text

    def expr_ListComp(self, node, level):
        return f"[{self.e(node.elt)}{self.comprehensions(node.generators)}]"

    def expr_SetComp(self, node, level):
        return "{" + self.e(node.elt) + self.comprehensions(node.generators) + "}"

    def expr_GeneratorExp(self, node, level):
        return f"({self.e(node.elt)}{self.comprehensions(node.generators)})"

    def expr_DictComp(self, node, level):
        pair = f"{self.e(node.key)}: {self.e(node.value)}"
        return "{" + pair + self.comprehensions(node.generators) + "}"

    def arg_text(self, node):
        return f"{node.arg}: {self.e(node.annotation)}" if node.annotation else node.arg

    def arguments_text(self, node):
        parts = []
        positional = node.posonlyargs + node.args
        without = len(positional) - len(node.defaults)
        for number, parameter in enumerate(positional):
            text = self.arg_text(parameter)
            if number >= without:
                text += f"={self.e(node.defaults[number - without])}"
            parts.append(text)
            if number + 1 == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self.arg_text(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for parameter, default in zip(node.kwonlyargs, node.kw_defaults):
            text = self.arg_text(parameter)
            parts.append(text if default is None else f"{text}={self.e(default)}")
        if node.kwarg:
            parts.append("**" + self.arg_text(node.kwarg))
        return ", ".join(parts)

    # -- f-strings --

    def expr_JoinedStr(self, node, level):
        pieces = self.format_pieces(node.values)
        quotes = list(_QUOTES)
        literals = [text for text, is_literal in pieces if is_literal]
        escaped = [_escaped(text) for text in literals]
        for quote in quotes:
            if any(quote in text for text in escaped):
                continue
            if escaped and pieces[-1][1] and escaped[-1].endswith(quote[0]):
                continue
            break
        else:
            quote = quotes[0]
            escaped = [text.replace(quote[0], "\\" + quote[0]) for text in escaped]
        if len(quote) == 3:
            escaped = [text.replace("\\n", "\n") for text in escaped]
        remaining = iter(escaped)
        text = "".join(next(remaining) if is_literal else text for text, is_literal in pieces)
        return f"f{quote}{text}{quote}"

    def format_pieces(self, values, in_spec=False):
        pieces = []
        for value in values:
            if isinstance(value, ast.Constant):
                text = value.value
                pieces.append((text.replace("{", "{{").replace("}", "}}"), True))
            elif isinstance(value, ast.FormattedValue):
                pieces.append((self.field(value), False))
            else:
                pieces.append((self.expr(value, ATOM), False))
        return pieces

    def field(self, node):
        text = self.expr(node.value, TEST + 1)
        if text.startswith("{"):
            text = " " + text
        if node.conversion != -1:
            text += f"!{chr(node.conversion)}"
        if node.format_spec:
            spec = self.format_pieces(node.format_spec.values)
            text += ":" + "".join(
                _escaped(piece) if is_literal else piece for piece, is_literal in spec
            )
        return "{" + text + "}"

    def expr_FormattedValue(self, node, level):
        return self.expr_JoinedStr(ast.JoinedStr([node]), level)


def _escaped(text):
    """A text with escapes for all that a literal does not hold as itself, quotes left alone."""
    return "".join(
        "\\\\" if c == "\\" else c if c in "'\"" else repr(c)[1:-1] for c in text
    )


def _docstring(text):
    """A docstring in three quotes."""
    shown = "".join(
        c if c in "\n\t'\"" else "\\\\" if c == "\\" else repr(c)[1:-1] for c in text
    )
    quote = '"""'
    if quote in shown:
        quote = "'''" if "'''" not in shown else quote
        if quote == '"""':
            shown = shown.replace('"', '\\"')
    elif shown.endswith('"'):
        if not shown.endswith("'") and "'''" not in shown:
            quote = "'''"
        else:
            shown = shown[:-1] + '\\"'
    return quote + shown + quote
