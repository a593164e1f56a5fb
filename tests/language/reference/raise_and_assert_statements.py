"""Language reference 7.3 and 7.8."""
def show(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, 'cause', repr(e.__cause__), 'context', repr(e.__context__), e.__suppress_context__)


def bare():
    raise


def from_none():
    try:
        {}['k']
    except KeyError:
        raise ValueError('v') from None


def from_class():
    raise ValueError from KeyError


def from_instance():
    raise ValueError('a') from TypeError('b')


def from_bad():
    raise ValueError from 'text'


def not_exception():
    raise 'text'


def class_with_args():
    raise type('E', (Exception,), {'__init__': lambda self: setattr(self, 'args', ('from init',))})


def bad_class():
    raise type('Bad', (Exception,), {'__new__': lambda cls: 5})


def reraise():
    try:
        raise OSError(2, 'x')
    except OSError as e:
        try:
            raise
        finally:
            e.args = ('changed',)


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            int('x')
    except ValueError:
        raise RuntimeError('outer')


def in_finally():
    try:
        raise KeyError('first')
    finally:
        raise IndexError('second')


def self_cause():
    e = ValueError('self')
    raise e from e


def generator_throw():
    def g():
        try:
            yield
        except ValueError:
            raise TypeError('in gen')
    it = g()
    next(it)
    it.throw(ValueError('thrown'))


def assert_tuple():
    assert False, (1, 2)


def assert_plain():
    assert []


def assert_message_fails():
    assert 0, 1 / 0


def assert_lazy():
    assert 1, print('never')
    raise StopIteration('done')


def cycle():
    a, b = ValueError('a'), ValueError('b')
    a.__context__ = b
    try:
        raise a
    except ValueError:
        raise b


for f in (bare, from_none, from_class, from_instance, from_bad, not_exception, class_with_args, bad_class, reraise, nested, in_finally, self_cause, generator_throw, assert_tuple, assert_plain, assert_message_fails, assert_lazy, cycle):
    print(f.__name__, end=': ')
    show(f)
show(lambda: (_ for _ in ()).throw(KeyboardInterrupt))
e = ValueError('reused')
for n in range(2):
    try:
        raise e
    except ValueError as caught:
        tb, depth = caught.__traceback__, 0
        while tb:
            depth, tb = depth + 1, tb.tb_next
        print(caught is e, depth)
print(e.with_traceback(None).__traceback__)
try:
    raise e.with_traceback(None) from None
except ValueError as final:
    print(final.__suppress_context__, final.__traceback__ is not None)
