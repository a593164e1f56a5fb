# Syntax trees: parse, dump, walk, visit, literal_eval.
import ast

TEXT = '''
"""About this."""
import os.path as p, sys
from . import a as b
from ..c import *
x: int = 3
(y): "str"
x += 1
def f(a, /, b=1, *args: int, c, d=2, **kw) -> None:
    """Doc."""
    global g
    return a if b else lambda z=3, *, q: (yield)
@deco(1, *rest, k=2, **more)
class C[T: int = str, *Ts, **P](Base, metaclass=M):
    async def m(self):
        nonlocal_ = 1
        async with a as (b, c), d: await e
        async for i in j: continue
        else: break
        return [k async for k in l if k if not m]
type Alias[T] = list[T]
for i, *j in k: pass
while (n := next(it)): del n.a, n[1:2, ::3], q
if 1: ...
elif 2: ...
else: ...
try: raise A from B
except (C, D) as e: raise
except: pass
else: 1
finally: 2
try: 1
except* E: 2
assert t, "m"
match v:
    case 1 | -2.5 | "s": pass
    case None | True if g: pass
    case [a, *_, b] | (a, b): pass
    case {"k": v, **rest}: pass
    case P(1, x=Q()): pass
    case a.b as c: pass
    case _: pass
print(f"a{b!r:>{w}.3}c{d=}" "e", u"u", b"b", 1j, 1e5, {**a, 1: 2}, {1, 2}, {k: v for k, v in z})
a < b <= c != d is not e not in f, a and b or not c, -a ** ~b @ c // d << e
'''
tree = ast.parse(TEXT, "file.py")
print(ast.dump(tree, indent=1))
print(ast.dump(ast.parse("f(a)[b].c", mode="eval"), include_attributes=True, annotate_fields=False))
print(ast.dump(ast.parse("x = 1", mode="single")))
print(ast.dump(ast.parse("g()"), show_empty=True))

names = [type(node).__name__ for node in ast.walk(ast.parse("a + b * c[1]"))]
print(names)


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print("name", node.id, node.lineno, node.col_offset, type(node.ctx).__name__)

    def visit_Lambda(self, node):
        print("lambda", ast.unparse(node))
        self.generic_visit(node)


Names().visit(ast.parse("a = lambda q: b(q)\ndel c"))


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.Constant(node.value * 2), node)
        return node

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, node]


changed = Doubler().visit(ast.parse("x = 1 + 2\nf('s')\npass"))
print(ast.unparse(changed))

for text in (
    "[1, {2: 3}, (4,), {5}]", "set()", "'a' 'b'", "b'x'", "None", "+-3", "  1", "a", "1+1",
    "{**a}", "f'x'", "3-4j", "-1.5e3+2j", "1j+2", "(1, 2", "True", "...", "[a]", "1 if 2 else 3",
):
    try:
        print(text, "->", repr(ast.literal_eval(text)))
    except (ValueError, SyntaxError) as error:
        print(text, "->", type(error).__name__, str(error).split(" at 0x")[0])

source = "a = (b +\n     c)\n"
tree = ast.parse(source)
print(repr(ast.get_source_segment(source, tree.body[0].value)))
print(repr(ast.get_source_segment(source, tree.body[0].value, padded=True)))
print(ast.get_docstring(ast.parse('def f():\n  """abc\n     def\n  """').body[0]))
try:
    ast.get_docstring(tree.body[0])
except TypeError as error:
    print(error)
try:
    ast.dump(3)
except TypeError as error:
    print(error)
ast.increment_lineno(tree, 10)
print(tree.body[0].lineno, tree.body[0].end_lineno)
made = ast.Expr(ast.Call(ast.Name("f", ast.Load()), [], []))
ast.fix_missing_locations(made)
print(ast.dump(made, include_attributes=True))
print(list(ast.iter_fields(ast.parse("a").body[0].value))[0], len(list(ast.iter_child_nodes(made.value))))

for make in (
    lambda: ast.Name(1, 2, 3), lambda: ast.Name("a", id="b"), lambda: ast.Pass(1),
    lambda: ast.Return(), lambda: ast.Name("a"), lambda: ast.arguments(),
):
    try:
        print(ast.dump(make()))
    except TypeError as error:
        print(error)
print(ast.Name._fields, ast.Name._attributes, ast.Name.__mro__, ast.Return.value, ast.Name.__doc__)
print(ast.BoolOp.__match_args__, ast.FunctionDef._field_types)
print(ast.boolop.__doc__, "|", ast.excepthandler.__doc__)
match ast.parse("1 + 2").body[0].value:
    case ast.BinOp(ast.Constant(left), ast.Add(), ast.Constant(right)):
        print("matched", left, right)
print(ast.dump(compile("a", "f", "eval", ast.PyCF_ONLY_AST)))
try:
    ast.parse("a b", "named.py")
except SyntaxError as error:
    print(error, error.filename, error.lineno, error.offset)
