"""A whole program: tokenizer, parser, evaluator, pretty printer, errors with places."""
import math
import operator
import re
from collections import namedtuple
from dataclasses import dataclass
from typing import Iterator

Token = namedtuple('Token', 'kind value pos')
SPEC = [('NUM', r'\d+(?:\.\d+)?'), ('NAME', r'[A-Za-z_]\w*'), ('OP', r'\*\*|[-+*/%^(),=<>!]=?|==?'), ('WS', r'\s+'), ('BAD', r'.')]
MASTER = re.compile('|'.join(f'(?P<{k}>{p})' for k, p in SPEC))


class ParseError(Exception):
    def __init__(self, message, source, pos):
        super().__init__(message)
        self.add_note(f'    {source}\n    {" " * pos}^')


def tokens(source) -> Iterator[Token]:
    for m in MASTER.finditer(source):
        if m.lastgroup == 'BAD':
            raise ParseError(f'bad character {m[0]!r}', source, m.start())
        if m.lastgroup != 'WS':
            yield Token(m.lastgroup, m[0], m.start())
    yield Token('END', '', len(source))


@dataclass
class Num:
    value: float


@dataclass
class Var:
    name: str


@dataclass
class Bin:
    op: str
    left: object
    right: object


@dataclass
class Un:
    op: str
    arg: object


@dataclass
class Call:
    name: str
    args: list


@dataclass
class Assign:
    name: str
    value: object


LEVELS = [{'<', '>', '==', '!=', '<=', '>='}, {'+', '-'}, {'*', '/', '%'}]
OPS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '%': operator.mod, '**': operator.pow, '<': operator.lt, '>': operator.gt, '==': operator.eq, '!=': operator.ne, '<=': operator.le, '>=': operator.ge}


class Parser:
    def __init__(self, source):
        self.source, self.tokens, self.i = source, list(tokens(source)), 0

    @property
    def current(self):
        return self.tokens[self.i]

    def take(self, *values):
        if self.current.value in values and self.current.kind != 'END':
            self.i += 1
            return self.tokens[self.i - 1]

    def need(self, value):
        if not self.take(value):
            found = self.current.value or 'the end'
            raise ParseError(f'expected {value!r}, found {found!r}', self.source, self.current.pos)

    def parse(self):
        if self.current.kind == 'NAME' and self.tokens[self.i + 1].value == '=':
            name = self.take(self.current.value).value
            self.need('=')
            node = Assign(name, self.binary(0))
        else:
            node = self.binary(0)
        if self.current.kind != 'END':
            raise ParseError(f'unexpected {self.current.value!r}', self.source, self.current.pos)
        return node

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        node = self.binary(level + 1)
        while op := self.take(*LEVELS[level]):
            node = Bin(op.value, node, self.binary(level + 1))
        return node

    def unary(self):
        if op := self.take('-', '+'):
            return Un(op.value, self.unary())
        return self.power()

    def power(self):
        node = self.atom()
        if self.take('**'):
            return Bin('**', node, self.unary())
        return node

    def atom(self):
        token = self.current
        match token:
            case Token('NUM', value, _):
                self.i += 1
                return Num(float(value) if '.' in value else int(value))
            case Token('NAME', name, _):
                self.i += 1
                if not self.take('('):
                    return Var(name)
                args = []
                while not self.take(')'):
                    args.append(self.binary(0))
                    if not self.take(','):
                        self.need(')')
                        break
                return Call(name, args)
            case Token(value='('):
                self.i += 1
                node = self.binary(0)
                self.need(')')
                return node
            case Token(kind, value, pos):
                raise ParseError(f'unexpected {value or "end"!r}', self.source, pos)


def evaluate(node, env):
    match node:
        case Num(value):
            return value
        case Var(name):
            return env[name]
        case Un('-', arg):
            return -evaluate(arg, env)
        case Un(_, arg):
            return evaluate(arg, env)
        case Bin(op, left, right):
            return OPS[op](evaluate(left, env), evaluate(right, env))
        case Call(name, args):
            return env[name](*(evaluate(a, env) for a in args))
        case Assign(name, value):
            env[name] = evaluate(value, env)
            return env[name]


def show(node):
    match node:
        case Num(v) | Var(v):
            return str(v)
        case Un(op, arg):
            return f'({op}{show(arg)})'
        case Bin(op, l, r):
            return f'({show(l)} {op} {show(r)})'
        case Call(n, args):
            return f'{n}({", ".join(map(show, args))})'
        case Assign(n, v):
            return f'{n} = {show(v)}'


env = {'pi': math.pi, 'sqrt': math.sqrt, 'max': max, 'f': lambda *a: len(a)}
for source in ('1 + 2 * 3', '-2 ** 2', '2 ** 3 ** 2', '2 ** -1', 'x = 5', 'x * (x - 1) / 4', 'sqrt(16) + max(1, x, 3)', 'f()', 'f(1, 2,)', '1 < 2', '7 % 4 == 3', '((1))', '', '1 +', '1 2', '(1', 'f(1', '3 $ 4', 'y + 1', '1 / 0', 'max(1, "a")', '1.5.2', 'x = = 2', 'sqrt(-1)', '2 *', ')'):
    try:
        node = Parser(source).parse()
        print(f'{source!r}: {show(node)} -> {evaluate(node, env)}')
    except ParseError as error:
        print(f'{source!r}: {error}', *error.__notes__, sep='\n')
    except Exception as error:
        print(f'{source!r}: {type(error).__name__}: {error}')
print(Parser('a = -b + 2').parse(), env['x'])
