"""Annotations at run time, signatures used for checking, registries."""
import functools
import inspect
import typing


def checked(f):
    sig = inspect.signature(f)
    hints = typing.get_type_hints(f)

    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        bound = sig.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            kind = hints.get(name)
            if isinstance(kind, type) and not isinstance(value, kind):
                raise TypeError(f'{f.__name__}(): {name} must be {kind.__name__}, not {type(value).__name__}')
        return f(**bound.arguments) if not any(p.kind in (p.VAR_POSITIONAL, p.POSITIONAL_ONLY) for p in sig.parameters.values()) else f(*bound.args, **bound.kwargs)
    return wrapper


@checked
def area(width: int, height: int = 2, *, unit: str = 'm') -> str:
    """Area docs."""
    return f'{width * height}{unit}'


print(area(3), area(3, height=4, unit='cm'), area.__name__, area.__doc__, inspect.signature(area), area.__wrapped__ is not None)
for bad in (lambda: area('3'), lambda: area(1, 2, 3), lambda: area(1, unit=5), lambda: area()):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Registry:
    commands = {}

    @classmethod
    def command(cls, name=None):
        def register(f):
            cls.commands[name or f.__name__] = f
            return f
        return register

    @classmethod
    def dispatch(cls, line):
        name, *args = line.split()
        try:
            f = cls.commands[name]
        except KeyError:
            return f'unknown command {name}'
        converted = []
        for parameter, arg in zip(inspect.signature(f).parameters.values(), args):
            converter = parameter.annotation
            converted.append(arg if converter is parameter.empty else converter(arg))
        try:
            return f(*converted)
        except TypeError as error:
            return str(error)


@Registry.command()
def add(a: int, b: int):
    return a + b


@Registry.command('say')
def say_it(word, times: int = 1):
    return ' '.join([word] * times)


for line in ('add 1 2', 'say hi', 'say hi 3', 'nope', 'add 1'):
    print(line, '->', Registry.dispatch(line))


class Model:
    def __init_subclass__(cls):
        cls.fields = {name: kind for base in reversed(cls.__mro__) for name, kind in base.__dict__.get('__annotations__', {}).items()}

    def __init__(self, **values):
        for name, kind in self.fields.items():
            if name not in values and not hasattr(type(self), name):
                raise TypeError(f'missing {name}')
            setattr(self, name, kind(values.pop(name, getattr(type(self), name, None))))
        if values:
            raise TypeError(f'unexpected {", ".join(sorted(values))}')

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{n}={getattr(self, n)!r}" for n in self.fields)})'


class User(Model):
    name: str
    age: int = 0


class Admin(User):
    level: float = 1


print(User(name='ann', age='5'), Admin(name=5, level='2.5'), Admin.fields)
for bad in (lambda: User(), lambda: User(name='a', age='x'), lambda: User(name='a', z=1)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(error)
print([n for n, v in inspect.getmembers(Registry, inspect.ismethod)], [n for n in dir(User) if not n.startswith('_')], inspect.getsource(add).strip().splitlines()[-1], typing.get_type_hints(Admin), inspect.signature(User), inspect.isclass(Model), callable(add), add.__annotations__, inspect.getdoc(area), say_it.__defaults__)
