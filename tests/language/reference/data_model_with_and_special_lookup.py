"""Language reference 3.3.9 to 3.3.12."""
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with CM('a') as a, CM('b') as b:
    print(a, b)
with (CM('c', swallow=True) as c, CM('d')):
    raise ValueError('inside')
try:
    with CM('e'):
        1 / 0
except ZeroDivisionError:
    print('through')


def returns():
    with CM('f'):
        return 'value'


print(returns())
for i in range(2):
    with CM(i):
        if i == 0:
            continue
        break


class Half:
    def __enter__(self):
        pass


class Instance:
    def __init__(self):
        self.__enter__ = lambda: 1
        self.__len__ = lambda: 5
        self.__call__ = lambda: 5


for bad in ("with Half(): pass", "with Instance(): pass", "with 5: pass", "len(Instance())", "Instance()()"):
    try:
        exec(bad)
    except TypeError as error:
        print(error)


class Weird:
    def __getattribute__(self, name):
        print('getattribute', name)
        return object.__getattribute__(self, name)

    def __len__(self):
        return 10

    def __hash__(self):
        return 3


w = Weird()
print(len(w), hash(w), w.__len__())


class ExitRaises:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise RuntimeError('from exit')


try:
    with ExitRaises():
        raise ValueError('from body')
except RuntimeError as error:
    print(error, repr(error.__context__))


class Positional:
    __match_args__ = ('left', 'right')

    def __init__(self, left, right):
        self.left, self.right = left, right


match Positional(1, [2, 3]):
    case Positional(1, [a, *b]):
        print(a, b)
match Positional('a', {'k': 'v'}):
    case Positional(right={'k': value}, left='a'):
        print(value)


class BadMatchArgs:
    __match_args__ = ['a']


class BadMatchArgs2:
    __match_args__ = (5,)


for value in (BadMatchArgs(), BadMatchArgs2(), 5):
    try:
        match value:
            case BadMatchArgs(x) | BadMatchArgs2(x) | int(x, 1):
                pass
    except TypeError as error:
        print(error)


class Buffer:
    def __buffer__(self, flags):
        return memoryview(b'data')


class Awaitable:
    def __await__(self):
        yield 'pause'
        return 'result'


async def use():
    return await Awaitable()


co = use()
print(co.send(None))
try:
    co.send(None)
except StopIteration as error:
    print(error.value)
