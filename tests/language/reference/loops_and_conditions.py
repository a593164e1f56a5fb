"""Language reference 8.1 to 8.3: if, while, for."""
def classify(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        if n % 2:
            return 'small odd'
        return 'small even'
    else:
        return 'large'


print([classify(n) for n in (-1, 0, 3, 4, 99)])
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print(i, end=' ')
else:
    print('else', i)
while True:
    i -= 1
    if not i:
        break
else:
    print('not printed')
for x in []:
    print('never')
else:
    print('empty else')
try:
    x
except NameError as error:
    print(error)
for a, (b, *c), d in [(1, (2, 3, 4), 5), (6, 'xyz', 7)]:
    print(a, b, c, d, end=' ')
print()
target = {}
for target['k'] in range(3):
    pass


class Attr:
    pass


for Attr.value in 'ab':
    pass
print(target, Attr.value)
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
grow = [1]
for n in grow:
    if n < 5:
        grow.append(n + 1)
print(grow)
for n in range(3):
    n = 10
    print(n, end=' ')
print(n)


def search(rows, wanted):
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value == wanted:
                break
        else:
            continue
        break
    else:
        return None
    return r, c


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print('iter', end=' ')
        return self

    def __next__(self):
        print('next', end=' ')
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


for n in Countdown(2):
    print(n, end=' ')
print()


class Getitem:
    def __getitem__(self, i):
        print('get', i, end=' ')
        if i == 2:
            raise IndexError
        return i * 10


print(list(Getitem()), [*Getitem()], 10 in Getitem())


class Fails:
    def __iter__(self):
        yield 1
        raise RuntimeError('mid loop')


try:
    for n in Fails():
        print(n, end=' ')
except RuntimeError as error:
    print(error)
try:
    for n in 5:
        pass
except TypeError as error:
    print(error)
try:
    for a, b in [(1, 2, 3)]:
        pass
except ValueError as error:
    print(error)
try:
    for a in None:
        pass
except TypeError as error:
    print(error)
print([c for c in 'abc'], *(c for c in {'k': 1}), *range(2), *{'s': 1}.items(), *reversed('ab'), *zip('a', [1]), *map(str, [1]), *enumerate('z', 5))
total = 0
for total in range(5): total += 1
print(total)
if 1: print('one line'); print('two statements')
if False: pass
elif True: print('elif')
while 0: pass
else: print('while else')
x = 5 if 0 else 6 if '' else 7
print(x, 'yes' if x else 'no', (lambda: 'a' if x > 5 else 'b')(), [] or 'default', 0 or None or 'last', 1 and 2 and 3, not [] and 'x')


def returns_from_loop():
    for i in range(5):
        try:
            if i == 2:
                return i
        finally:
            print('finally', i, end=' ')


print(returns_from_loop())


def nested_break():
    out = []
    for i in range(3):
        while True:
            try:
                if i == 1:
                    break
                out.append(i)
                break
            finally:
                out.append(f'f{i}')
    return out


print(nested_break())
for source in ('if x\n    pass', 'if x:\npass', 'else: pass', 'elif x: pass', 'while: pass', 'for x: pass', 'for x in: pass', 'for 1 in x: pass', 'for x in y z: pass', 'if x = 1: pass', 'while x = 1: pass', 'for x.y in z: pass', 'for x[0], *y in z: pass', 'for *x in y: pass', 'for (x) in y: pass', 'for x in *y, z: pass', 'if x: pass\n  else: pass', 'for x in y: pass\nelif z: pass', 'if (x := 1): pass', 'if x := 1: pass', 'for x := 1 in y: pass', 'while True print(1)', 'for x in range(3) print(x)', 'if x then: pass', 'for f() in y: pass', 'for x, in y: pass', 'for () in y: pass', 'for [] in y: pass', 'if 1:\n    a\n   b', 'if 1:\n    a\n      b'):
    try:
        compile(source, '<t>', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg)
