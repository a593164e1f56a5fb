"""Library reference: traceback."""
import io
import sys
import traceback


def lumberjack():
    bright_side_of_life()


def bright_side_of_life():
    return tuple()[0]


try:
    lumberjack()
except IndexError as exc:
    print('*** print_exc')
    traceback.print_exc(limit=2, file=sys.stdout)
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
    print(traceback.format_exception_only(exc), traceback.format_exception_only(type(exc), exc), traceback.format_exception(exc)[-1])
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(exc.__traceback__)], traceback.format_tb(exc.__traceback__)[0])
    print(''.join(traceback.format_list([('spam.py', 3, '<module>', 'spam.eggs()'), ('eggs.py', 42, 'eggs', 'return "bacon"')])))
    te = traceback.TracebackException.from_exception(exc, capture_locals=True)
    print(te.exc_type_str, str(te), len(te.stack), te.__cause__, list(te.format_exception_only()))
    te2 = traceback.TracebackException(type(exc), exc, exc.__traceback__, limit=-1)
    print(''.join(te2.format()))
    exc.add_note('a note')
    print(traceback.format_exception_only(exc))


def stack():
    return traceback.extract_stack(), traceback.format_stack()[-1]


s, text = stack()
print([(f.name, f.lineno) for f in s][-2:], text)
traceback.print_stack(limit=1, file=sys.stdout)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('k') from e
except KeyError as error:
    print(''.join(traceback.format_exception(error)))
    print(''.join(traceback.format_exception(error, chain=False)))
try:
    raise ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError('t')])])
except ExceptionGroup as eg:
    print(''.join(traceback.format_exception(eg)))
    print(traceback.format_exception_only(eg, show_group=True))


def recurse(n):
    if n:
        recurse(n - 1)
    else:
        raise RuntimeError('deep')


try:
    recurse(10)
except RuntimeError as error:
    traceback.print_exception(error, file=sys.stdout)
    print(len(traceback.extract_tb(error.__traceback__, limit=3)), len(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))))
try:
    exec('a = = 1')
except SyntaxError as error:
    print(''.join(traceback.format_exception_only(error)))
    t = traceback.TracebackException.from_exception(error)
    print(t.lineno, t.offset, t.text, t.msg)


class Custom(Exception):
    def __str__(self):
        raise ValueError


print(traceback.format_exception_only(Custom()), traceback.format_exception_only(None), traceback.format_exception_only(ValueError('multi\nline')), traceback.format_exception_only(KeyError('x')), traceback.format_exception_only(type('X', (Exception,), {'__module__': 'some.mod'})('m')), traceback.format_exception_only(ValueError()))
f = traceback.FrameSummary('file.py', 5, 'name', lookup_line=False, line='the line')
print(f, tuple(f), f.line, f == ('file.py', 5, 'name', 'the line'), len(f))
buffer = io.StringIO()
try:
    int('x')
except ValueError:
    traceback.print_exc(file=buffer)
print(buffer.getvalue().count('Traceback'))
traceback.print_exception(ValueError('no traceback'), file=sys.stdout)
traceback.clear_frames(None) if False else None
sys.excepthook(ValueError, ValueError('hook'), None)
