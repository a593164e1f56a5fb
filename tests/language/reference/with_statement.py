"""Language reference 8.5: with, in all its forms."""
class CM:
    def __init__(self, name, exit_value=None, fail=None):
        self.name, self.exit_value, self.fail = name, exit_value, fail

    def __enter__(self):
        print('>', self.name, end=' ')
        if self.fail == 'enter':
            raise RuntimeError(f'enter {self.name}')
        return self

    def __exit__(self, kind, value, tb):
        print('<', self.name, kind.__name__ if kind else None, end=' ')
        if self.fail == 'exit':
            raise RuntimeError(f'exit {self.name}')
        return self.exit_value


def run(f):
    try:
        print('=', f())
    except BaseException as error:
        chain = []
        while error:
            chain.append(repr(error))
            error = error.__context__
        print('!', chain)


def several():
    with CM('a') as a, CM('b') as b:
        return a.name + b.name


def parenthesised():
    with (
        CM('a') as a,
        CM('b'),
    ):
        return a.name


def targets():
    box, d = [0], {}
    with CM('x') as box[0], CM('y') as d['k'], CM('z') as (d['t']) if False else CM('z') as d['t']:
        pass
    return box[0].name, d['k'].name, d['t'].name


def unpack():
    class Pair:
        def __enter__(self):
            return 1, [2, 3]

        def __exit__(self, *a):
            pass
    with Pair() as (a, [b, *c]):
        return a, b, c


def second_enter_fails():
    with CM('a', exit_value=True), CM('b', fail='enter'):
        return 'not reached'
    return 'swallowed'


def exit_fails():
    with CM('a'):
        with CM('b', fail='exit'):
            raise KeyError('body')


def swallow():
    with CM('a', exit_value=1):
        raise ValueError
    return 'after'


def truthy():
    for value in (0, '', [], None, 'yes', [0]):
        try:
            with CM(repr(value), value):
                raise ValueError
            print('swallowed', end=' ')
        except ValueError:
            print('raised', end=' ')


def loops():
    out = []
    for i in range(4):
        with CM(i):
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
    return out


def yields():
    with CM('gen'):
        yield 1
        yield 2


def gens():
    g = yields()
    next(g)
    g.close()
    h = yields()
    next(h)
    try:
        h.throw(LookupError)
    except LookupError:
        return 'thrown'


def bad_exit():
    class NoExit:
        def __enter__(self):
            pass
    with NoExit():
        pass


def bad_enter():
    class NoEnter:
        def __exit__(self, *a):
            pass
    with NoEnter():
        pass


def async_manager():
    class A:
        async def __aenter__(self):
            pass

        async def __aexit__(self, *a):
            pass
    with A():
        pass


def system_exit():
    with CM('a'):
        raise SystemExit(3)


def returns_in_finally():
    with CM('outer'):
        try:
            with CM('inner'):
                return 1
        finally:
            print('finally', end=' ')


for f in (several, parenthesised, targets, unpack, second_enter_fails, exit_fails, swallow, truthy, loops, gens, bad_exit, bad_enter, async_manager, system_exit, returns_in_finally):
    run(f)
for source in ('with a as b, c as d: pass', 'with (a, b): pass', 'with (a as b): pass', 'with (a as b, c as d,): pass', 'with (a, b) as c: pass', 'with a as 1: pass', 'with a as f(): pass', 'with a as (b, c): pass', 'with a as b.c, d as e[0]: pass', 'with: pass', 'with a as: pass', 'with (yield): pass', 'with a, : pass', 'with (a as b) as c: pass', 'with a as b = c: pass', 'with (a := b): pass', 'with a as b\n    pass', 'with a:\npass'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), error.msg)
