"""Library reference: built-in functions, abs to divmod."""
import builtins
print(abs(-7), abs(-7.5), abs(3 - 4j), abs(True), abs(-0.0), abs(-10 ** 30))
print(all([]), all([1, 'a']), all([1, 0]), any([]), any([0, '']), any([0, 2]), all(iter(())), any(x > 2 for x in range(5)))
print(ascii('aé☃𝄞\n'), ascii([1, 'é']), bin(10), bin(-10), bin(True), hex(255), hex(-255), oct(8), oct(-8), format(14, '#b'), f'{14:b}')
print(bool(0.0), bool('False'), bool([0]), bool(()), bool(range(0)), bool(None))
print(bytearray(3), bytearray(b'abc'), bytearray('é', 'utf-8'), bytearray([1, 2]), bytes(2), bytes(range(3)), bytes('a', 'ascii'), bytes())
for bad in (lambda: bytes('a'), lambda: bytes(5, 'ascii'), lambda: bytes([300]), lambda: bytes('é', 'ascii'), lambda: bytearray(-1), lambda: bytes('a', 'nope'), lambda: bytes(1.5), lambda: bytes([1], errors='strict')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(callable(len), callable(int), callable(5), chr(97), chr(0x1F600), chr(0), ord('a'), ord('☃'), ord(b'x'))
for bad in (lambda: chr(0x110000), lambda: chr('a'), lambda: ord(''), lambda: ord('ab'), lambda: ord(b'ab'), lambda: chr(10 ** 30)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class C:
    @classmethod
    def make(cls, *a):
        return cls.__name__, a

    f = classmethod(lambda cls: cls)


class D(C):
    pass


print(C.make(1), D().make(2), D.f() is D)
code = compile('a + 1', '<s>', 'eval')
print(eval(code, {'a': 1}), code.co_filename, code.co_name)
exec(compile('x = 5\nprint(x)', '<s>', 'exec'))
exec(compile('5 + 5', '<s>', 'single'))
for bad in (lambda: compile('a =', '<s>', 'eval'), lambda: compile('a', '<s>', 'nope'), lambda: compile('a = 1', '<s>', 'eval'), lambda: compile('a\nb', '<s>', 'single'), lambda: eval('a = 1'), lambda: eval(''), lambda: eval('  '), lambda: exec(5), lambda: eval('1', 5), lambda: compile(5, '', 'exec'), lambda: eval('nope'), lambda: exec('1', {}, 5), lambda: compile('a\0b', '<s>', 'exec')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(complex(1, 2), complex('1+2j'), complex(' -3j '), complex('nan'), complex(1.5), complex(1 + 2j, 3), complex(), complex('1e3-0.5j'), complex('(1+2j)'))
for bad in (lambda: complex('1 + 2j'), lambda: complex('a'), lambda: complex('1', 2), lambda: complex(1, 'a'), lambda: complex([])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class O:
    pass


o = O()
o.x = 1
delattr(o, 'x')
for bad in (lambda: delattr(o, 'x'), lambda: delattr(o, 5), lambda: setattr(o, 5, 1), lambda: getattr(o, 5), lambda: hasattr(o, 5), lambda: getattr(o, 'y'), lambda: setattr(5, 'x', 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(dict(), dict(a=1), dict([('a', 1)], b=2), dict({'a': 1}, a=2), dict(zip('ab', range(2))), dict({1: 2}, **{'k': 3}), dict(i for i in ['ab', 'cd']))
for bad in (lambda: dict(5), lambda: dict([5]), lambda: dict(['abc']), lambda: dict([1, 2], 3), lambda: dict(**{1: 2}), lambda: {}.update(5), lambda: {}.update([(1, 2, 3)])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class Dir:
    a = 1

    def __init__(self):
        self.z = 1

    def __dir__(self):
        return {'q', 'b'}


print(dir(Dir()), 'a' in dir(Dir), sorted(n for n in dir(o) if not n.startswith('__')), divmod(17, 5), divmod(-17, 5.0), divmod(17, -5), divmod(10 ** 20, 3))
