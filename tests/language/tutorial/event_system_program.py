"""A whole program: events, commands, undo, state machine, plugins."""
import enum
import inspect
import itertools
from abc import ABC, abstractmethod
from collections import deque
from contextlib import contextmanager
from functools import partial, singledispatchmethod, wraps
from typing import Callable, Protocol


class Bus:
    def __init__(self):
        self.handlers = {}
        self.log = []

    def on(self, event, *, priority=0):
        def register(f):
            self.handlers.setdefault(event, []).append((priority, len(self.log), f))
            self.handlers[event].sort(key=lambda h: (-h[0], h[1]))
            return f
        return register

    def emit(self, event, /, **payload):
        results = []
        for _, _, f in self.handlers.get(event, ()):
            accepted = {k: v for k, v in payload.items() if k in inspect.signature(f).parameters}
            try:
                results.append(f(**accepted))
            except Exception as error:
                self.log.append(f'{f.__name__} failed: {error!r}')
        return results


bus = Bus()


@bus.on('greet', priority=1)
def loud(name):
    return f'HI {name.upper()}'


@bus.on('greet')
def quiet(name, punctuation='.'):
    return f'hi {name}{punctuation}'


@bus.on('greet', priority=5)
def broken():
    raise RuntimeError('oops')


print(bus.emit('greet', name='ann', punctuation='!', extra=1), bus.emit('nothing'), bus.log)


class Command(ABC):
    @abstractmethod
    def do(self, doc): ...

    @abstractmethod
    def undo(self, doc): ...


class Insert(Command):
    def __init__(self, at, text):
        self.at, self.text = at, text

    def do(self, doc):
        doc[self.at:self.at] = self.text

    def undo(self, doc):
        del doc[self.at:self.at + len(self.text)]


class Delete(Command):
    def __init__(self, start, end):
        self.slice = slice(start, end)

    def do(self, doc):
        self.removed = doc[self.slice]
        del doc[self.slice]

    def undo(self, doc):
        doc[self.slice.start:self.slice.start] = self.removed


class Editor:
    def __init__(self, text=''):
        self.doc, self.done, self.undone = list(text), deque(maxlen=10), []

    def __call__(self, command):
        command.do(self.doc)
        self.done.append(command)
        self.undone.clear()
        return self

    def undo(self):
        command = self.done.pop()
        command.undo(self.doc)
        self.undone.append(command)
        return self

    def redo(self):
        command = self.undone.pop()
        command.do(self.doc)
        self.done.append(command)
        return self

    @contextmanager
    def transaction(self):
        mark = len(self.done)
        try:
            yield self
        except Exception:
            while len(self.done) > mark:
                self.undo()
            raise

    def __str__(self):
        return ''.join(self.doc)


e = Editor('hello')
print(e(Insert(5, ' world')), e(Delete(0, 1))(Insert(0, 'J')), e.undo(), e.undo(), e.redo(), e.redo(), len(e.done))
try:
    with e.transaction():
        e(Insert(0, 'temporary '))
        print(e)
        raise KeyError('rollback')
except KeyError:
    print(e)


class State(enum.Enum):
    IDLE = enum.auto()
    RUNNING = enum.auto()
    DONE = enum.auto()


class Machine:
    transitions = {(State.IDLE, 'start'): State.RUNNING, (State.RUNNING, 'finish'): State.DONE, (State.RUNNING, 'pause'): State.IDLE}

    def __init__(self):
        self.state, self.history = State.IDLE, []

    def __getattr__(self, name):
        if any(name == e for _, e in self.transitions):
            return partial(self.fire, name)
        raise AttributeError(f'no event {name!r}')

    def fire(self, event):
        try:
            new = self.transitions[self.state, event]
        except KeyError:
            raise ValueError(f'cannot {event} in {self.state.name}') from None
        self.history.append((self.state.name, event, new.name))
        self.state = new
        return self


m = Machine()
print(m.start().pause().start().finish().state, m.history[-1])
for bad in (lambda: m.start(), lambda: m.explode()):
    try:
        bad()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error, error.__cause__, error.__suppress_context__)


class Visitor:
    @singledispatchmethod
    def visit(self, node):
        raise TypeError(f'cannot visit {type(node).__name__}')

    @visit.register
    def _(self, node: int):
        return node

    @visit.register
    def _(self, node: tuple):
        op, *args = node
        values = [self.visit(a) for a in args]
        return {'+': sum, '*': lambda v: v[0] * v[1], '-': lambda v: v[0] - v[1]}[op](values)


print(Visitor().visit(('+', 1, ('*', 2, 3), ('-', 10, 4))))
try:
    Visitor().visit('x')
except TypeError as error:
    print(error)


def retry(times, *errors):
    def decorate(f):
        @wraps(f)
        def wrapper(*a, **k):
            for attempt in itertools.count(1):
                try:
                    return f(*a, **k)
                except errors as error:
                    print(f'{f.__name__} attempt {attempt}: {error}')
                    if attempt == times:
                        raise
        return wrapper
    return decorate


attempts = iter([ValueError('one'), ValueError('two'), 'finally'])


@retry(3, ValueError)
def flaky():
    item = next(attempts)
    if isinstance(item, Exception):
        raise item
    return item


print(flaky())


@retry(2, ZeroDivisionError)
def always():
    return 1 / 0


try:
    always()
except ZeroDivisionError as error:
    print('gave up', error)
