"""PEP 667: f_locals of frames read and write the variables."""
import sys
from collections.abc import Mapping


def writes(arg):
    x = 1
    later = None

    def inner():
        return x

    frame = sys._getframe()
    p = frame.f_locals
    p['x'] = 10
    p['arg'] = 'changed'
    p['new'] = 'extra'
    later = 5
    print(x, arg, inner(), p['later'], p['new'], 'new' in p, sorted(p), len(p), frame.f_locals['new'], 'new' in locals())
    print(type(p).__name__, isinstance(p, Mapping), p is frame.f_locals, p == frame.f_locals, list(p.keys()) == list(p), dict(p)['x'], p.get('zzz', 'd'), p.setdefault('x', 0), list(p.items())[0], [v for k, v in p.items() if k == 'later'])
    p.update({'later': 6, 'other': 7})
    print(later, p['other'], (p | {'q': 1})['q'], ({'x': 0, 'z': 2} | p)['x'], type(p | {}).__name__, type(p.copy()).__name__, list(reversed(p))[0])
    for bad in (lambda: p['nope'], lambda: p.__delitem__('x'), lambda: p.update(5), lambda: p | 5, lambda: hash(p), lambda: p.pop('x'), lambda: p.clear()):
        try:
            print(bad())
        except Exception as error:
            print(type(error).__name__, error)


writes('given')


def debugger():
    caller = sys._getframe(1)
    caller.f_locals['total'] += 100
    return caller.f_code.co_name, sorted(caller.f_locals)


def debugged():
    total = 1
    return debugger(), total


print(debugged())


def gen():
    count = 0
    while True:
        count += 1
        yield count


g = gen()
print(next(g), next(g), g.gi_frame.f_locals)
g.gi_frame.f_locals['count'] = 50
print(next(g), g.gi_frame.f_locals['count'])


async def coro():
    value = 1
    await Pause()
    return value


class Pause:
    def __await__(self):
        yield


c = coro()
c.send(None)
c.cr_frame.f_locals['value'] = 'rewritten'
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    def fails():
        secret = 42
        1 / 0
    fails()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)


class Body:
    a = 1
    kind = type(sys._getframe().f_locals).__name__


print(Body.kind, type(sys._getframe().f_locals).__name__, sys._getframe().f_locals is globals())


def snapshots():
    x = 1
    a, b = locals(), locals()
    x = 2
    a['x'] = 99
    return a is b, a['x'], b['x'], x, eval('x'), exec('x = 7') or x


print(snapshots())
