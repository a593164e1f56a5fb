"""Library reference: built-in exceptions."""
import builtins


def tree(cls, depth=0):
    print('  ' * depth + cls.__name__)
    for sub in sorted((s for s in cls.__subclasses__() if s.__module__ == 'builtins' and not s.__name__.startswith('_')), key=lambda c: c.__name__):
        tree(sub, depth + 1)


tree(BaseException)
e = BaseException(1, 'two')
print(e.args, str(e), repr(e), str(BaseException()), str(ValueError('x')), repr(ValueError('x')), repr(ValueError()), str(ValueError(1, 2)), e.__cause__, e.__context__, e.__traceback__, e.__suppress_context__, e.with_traceback(None) is e, e.args.__class__, hasattr(e, '__notes__'))
e.args = [5]
print(e.args, repr(e))
e.custom = 1
print(e.__dict__, e.__reduce__(), e.__setstate__({'q': 2}), e.q)
o = OSError(2, 'No such file', 'name', None, 'name2')
print(o, repr(o), type(o), o.errno, o.strerror, o.filename, o.filename2, o.args, OSError(1, 'a'), OSError('a'), OSError(), type(OSError(13, 'x')), type(OSError(17, 'x')), OSError(99999, 'x'), type(OSError(11, 'x')), type(OSError(32, 'x')), type(OSError(4, 'x')), type(OSError(20, 'x')), type(OSError(110, 'x')), type(OSError(111, 'x')), type(OSError(39, 'x')), IOError is OSError, EnvironmentError is OSError)
s = SystemExit(3)
print(s.code, SystemExit().code, SystemExit(1, 2).code, StopIteration(5).value, StopIteration().value, StopAsyncIteration(1).args, KeyError('k'), str(KeyError('k')), str(KeyError('a', 'b')), str(KeyError()), ImportError('m', name='n', path='p').name, ImportError('m').msg, NameError('m', name='x').name, AttributeError('m', name='x', obj=5).obj)
x = SyntaxError('msg', ('file', 3, 5, 'text\n', 3, 8))
print(x, x.msg, x.filename, x.lineno, x.offset, x.text, x.end_lineno, x.end_offset, x.print_file_and_line, str(SyntaxError('m')), repr(x), issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError))
u = UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'bad')
print(u, u.encoding, u.object, u.start, u.end, u.reason, UnicodeEncodeError('ascii', 'aé', 1, 2, 'ordinal'), UnicodeTranslateError('é', 0, 1, 'r'), UnicodeEncodeError('a', 'abc', 0, 3, 'r'), repr(u))
for bad in (lambda: UnicodeDecodeError('a'), lambda: UnicodeDecodeError('a', 'b', 1, 2, 'c'), lambda: ImportError('a', nope=1), lambda: SyntaxError('a', (1, 2)), lambda: setattr(e, 'args', 5), lambda: setattr(e, '__cause__', 5), lambda: setattr(e, '__traceback__', 5), lambda: setattr(e, '__context__', 5), lambda: e.with_traceback(5), lambda: e.add_note(5), lambda: delattr(e, 'args'), lambda: KeyError(a=1), lambda: NameError('a', nope=1), lambda: OSError(a=1), lambda: BaseExceptionGroup('a', 5), lambda: setattr(e, '__suppress_context__', 5) or 'ok', lambda: setattr(o, 'errno', 5) or o, lambda: StopIteration(a=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Custom(Exception):
    """Docs."""
    default = 'default message'

    def __init__(self, code, *, extra=None):
        super().__init__(f'code {code}')
        self.code = code
        self.extra = extra


class Sub(Custom, ValueError):
    pass


try:
    raise Sub(5, extra='x')
except ValueError as error:
    print(error, error.code, error.extra, error.args, repr(error), type(error).__mro__[1:4])


class Silent(Exception):
    def __str__(self):
        return 'custom str'


print(Silent(1), repr(Silent(1)), [Silent()], f'{Silent()!s:>12}', ValueError('a') == ValueError('a'), hash(e) == hash(e), ArithmeticError.__subclasses__(), LookupError.__mro__, Warning.__base__, issubclass(ExceptionGroup, (BaseExceptionGroup, Exception)), BaseExceptionGroup('g', [ValueError()]).__class__, BaseExceptionGroup('g', [KeyboardInterrupt()]).__class__)
try:
    try:
        raise ValueError('one')
    except ValueError as first:
        first_ref = first
        raise TypeError('two') from first
except TypeError as second:
    print(second.__cause__ is first_ref, second.__context__ is first_ref, second.__suppress_context__)
    second.__cause__ = None
    print(second.__suppress_context__, second.__cause__)

