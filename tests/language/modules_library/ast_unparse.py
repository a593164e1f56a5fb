# Trees back to text.
import ast

TEXTS = [
    "x = 1", "x = y = 1, 2", "(a, b), c = d", "a, = b", "x: int = 3", "(x): int", "a.b: c", "x += yield",
    "def f(a, /, b=1, *args: int, c, d=2, **kw) -> None: pass",
    "def f(*, a): '''doc'''", "async def f(): await x; return (await y).z",
    "@a\n@b(1)\nclass C(D, m=E): x = 1\n",
    "def f():\n  'a \"quoted\" text'\n  def g(): pass\n  return\n",
    "if a: b\nelif c: d\nelse: e", "if a: b\nelse:\n  if c: d\n  e",
    "for a, b in c: d\nelse: e", "while a: b\nelse: c",
    "try: a\nexcept B as c: d\nexcept: e\nelse: f\nfinally: g", "try: a\nexcept* B: c",
    "with a as b, (c): d", "raise", "raise a from b", "assert a, b", "del a, b[1]", "global a, b",
    "import a.b as c, d", "from . import a", "from ..a.b import c as d", "return_ = 1",
    "a + b * c - d", "(a + b) * c", "a - (b - c)", "a ** b ** c", "(a ** b) ** c", "-a ** -b",
    "(-a) ** b", "not a == b", "(not a) == b", "not (a and b) or c", "a and (b and c)",
    "a or b and c", "(a or b) and c", "a < b < c", "(a < b) < c", "a if b else c if d else e",
    "(a if b else c) if d else e", "lambda: 0", "lambda a, *b, c=1: (a, b)", "(lambda: 0)()",
    "f(a, *b, c=d, **e)", "f(x for x in y)", "[x for x in y if z if w]", "{x: y for x, y in z}",
    "{x async for x in y}", "(x for x in (yield))", "a[b, c]", "a[b:c:d, ::2]", "a[:]", "a[(b,)]",
    "a[*b]", "(1).real", "1.0.real", "1e400", "-1e400j", "'a' 'b'", "b'\\x00'", "u'x'", "'\\n'",
    "'it\\'s'", "...", "()", "(a,)", "[]", "{}", "{1}", "{**a, 'b': c}", "a if (b := c) else d",
    "(a := b)", "print((yield), (yield from a))", "await a ** b", "~a", "- -a", "not not a",
    "a @ b // c % d", "a << b >> c & d | e ^ f", "*a, b = c", "a = *b, c", "f'a{b}c'", "f'{a!r:>{b}}'",
    "f'{a}' 'it\\'s \"q\"'", "f'{{}}'", "f'{ {1: 2}}'", "f'{x:{y}z}'", "f'\\n{a}'", "f'{a=}'",
    "f\"{a['b']}\"", "f'{lambda_}'", "type A[T: int, *U, **V] = list[T]", "class C[T = int]: pass",
    "match a:\n  case 1 | 2: b\n  case [x, *_] if c: d\n  case {'k': v, **r}: e\n  case C(1, a=x): f\n"
    "  case (1 | 2) as y: g\n  case None: h\n  case _: i",
    "match a, b:\n  case (): pass", "for x in *a, b: pass", "x = yield a, b", "print(*a, sep='')",
    "a if b else (yield)", "lambda: (yield)", "[*a]", "a[b][c](d).e", "(yield)",
]
for text in TEXTS:
    tree = ast.parse(text)
    written = ast.unparse(tree)
    print(written)
    print("---", ast.dump(ast.parse(written)) == ast.dump(tree))
print(ast.unparse(ast.parse("a + b").body[0].value), ast.unparse(ast.Name("x")))
print(ast.unparse([ast.Name("a"), ast.Name("b")]))
print(ast.unparse(ast.Constant((1, "a", (2,)))), ast.unparse(ast.arguments()))
