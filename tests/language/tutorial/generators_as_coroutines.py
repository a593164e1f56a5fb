"""Tutorial-like: generators that are sent to, schedulers, pipelines."""
from collections import deque


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


avg = averager()
print(next(avg), [avg.send(x) for x in (10, 20, 60)])


def coroutine(f):
    def primed(*args, **kwargs):
        g = f(*args, **kwargs)
        next(g)
        return g
    return primed


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print('grep done')
        target.close()


@coroutine
def printer():
    try:
        while True:
            print('>', (yield))
    except GeneratorExit:
        print('printer done')


g = grep('py', printer())
for line in ('python', 'ruby', 'pypy'):
    g.send(line)
g.close()


def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return f'{name} finished'


def scheduler(*tasks):
    queue = deque(tasks)
    while queue:
        t = queue.popleft()
        try:
            next(t)
            queue.append(t)
        except StopIteration as stop:
            print(stop.value)


scheduler(task('a', 2), task('b', 3), task('c', 0))


def walk(tree):
    if isinstance(tree, list):
        for child in tree:
            yield from walk(child)
    else:
        yield tree


print(list(walk([1, [2, [3, [4]], 5], [], [[6]]])))


def accumulate():
    total = 0
    while True:
        value = yield
        if value is None:
            return total
        total += value


def gather(totals):
    while True:
        totals.append((yield from accumulate()))


totals = []
acc = gather(totals)
next(acc)
for value in (1, 2, 3, None, 10, 20, None):
    acc.send(value)
print(totals)


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    return [x for x, _ in zip(it, range(n))]


print(take(10, primes()))


def resilient():
    while True:
        try:
            value = yield 'ready'
            print('value', 10 / value)
        except ZeroDivisionError:
            print('zero')
        except KeyError as error:
            print('key', error)


r = resilient()
next(r)
r.send(5)
r.send(0)
r.throw(KeyError('thrown'))
r.send(2)
r.close()
print(list(r), r.gi_frame, r.gi_running, r.gi_yieldfrom)


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for p in permutations(items[1:]):
            for i in range(len(items)):
                yield p[:i] + items[0:1] + p[i:]


print([''.join(p) for p in permutations(list('abc'))])


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(2, Tree(1), Tree(4, Tree(3)))), sum(Tree(1, Tree(5))), 3 in Tree(3), sorted(Tree(2, Tree(9))), max(Tree(1, None, Tree(7))))
