"""Language reference 3.3: callables, proxies, fluent interfaces."""
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, '_target', target)
        object.__setattr__(self, '_log', [])

    def __getattribute__(self, name):
        if name in ('_target', '_log'):
            return object.__getattribute__(self, name)
        self._log.append(('get', name))
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(('set', name))
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(('del', name))
        delattr(self._target, name)

    def __call__(self, *args, **kwargs):
        self._log.append(('call', args, kwargs))
        return self._target(*args, **kwargs)

    def __len__(self):
        return len(self._target)

    def __iter__(self):
        return iter(self._target)

    def __getitem__(self, key):
        return self._target[key]

    def __eq__(self, other):
        return self._target == other

    def __dir__(self):
        return ['only', *dir(self._target)[:1]]


p = Proxy([3, 1, 2])
p.sort()
p.append(9)
print(list(p), len(p), p[0], p == [1, 2, 3, 9], p._log, dir(p), p.__class__, isinstance(p, list), type(p).__name__)


class Box:
    pass


b = Proxy(Box())
b.x = 1
b.x += 1
del b.x
print(b._log, vars(b._target))
f = Proxy(max)
print(f(1, 2, key=abs), f._log)
for bad in (lambda: b.missing, lambda: p(1), lambda: hash(p), lambda: p < 5, lambda: b[0], lambda: delattr(b, 'zzz')):
    try:
        print(bad())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Query:
    def __init__(self, parts=()):
        self.parts = parts

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda *args: Query((*self.parts, (name, args)))

    def __or__(self, other):
        return Query(self.parts + other.parts)

    def __str__(self):
        return ' '.join(f'{n.upper()}({", ".join(map(str, a))})' for n, a in self.parts)


print(Query().select('a', 'b').where('x > 1') | Query().limit(3), hasattr(Query(), 'anything'), hasattr(Query(), '__anything__'))


class Path:
    def __init__(self, text='root'):
        self.text = text

    def __truediv__(self, other):
        return Path(f'{self.text}/{other}')

    def __rtruediv__(self, other):
        return Path(f'{other}/{self.text}')

    __getattr__ = __truediv__

    def __fspath__(self):
        return self.text

    def __matmul__(self, other):
        return f'{self.text}@{other}'

    def __pos__(self):
        return self.text.upper()

    def __contains__(self, part):
        return part in self.text.split('/')


import os
print((Path() / 'a' / 'b').text, ('x' / Path()).text, Path().a.b.text, os.fspath(Path()), Path() @ 'host', +Path('q'), 'a' in Path().a, 'z' in Path(), os.path.join('k', Path()))


class Curry:
    def __init__(self, f, args=()):
        self.f, self.args = f, args

    def __call__(self, *args):
        all_args = self.args + args
        return self.f(*all_args) if len(all_args) >= self.f.__code__.co_argcount else Curry(self.f, all_args)

    def __rshift__(self, other):
        return lambda x: other(self(x))


add = Curry(lambda a, b, c: a + b + c)
print(add(1)(2)(3), add(1, 2)(3), (Curry(lambda x: x + 1) >> str)(5), callable(add), add(1)(2).args)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __getattr__(self, name):
        value = self.f()
        self.__dict__.update(vars(value) if hasattr(value, '__dict__') else {})
        print('loaded for', name)
        return getattr(value, name)


lazy = Lazy(lambda: Box2())


class Box2:
    def __init__(self):
        self.a, self.b = 1, 2


print(lazy.a, lazy.b, lazy.a)
