"""Tracebacks as text and data; warnings and their filters."""
import sys
import traceback
import warnings


def inner(x):
    return 1 / x


def outer():
    return inner(0) + 1


try:
    outer()
except ZeroDivisionError as error:
    print(traceback.format_exc(), end="")
    stack = traceback.extract_tb(error.__traceback__)
    print(stack, [(f.name, f.lineno, f.line) for f in stack])
    print("".join(traceback.format_tb(error.__traceback__, limit=1)), end="")
    print(traceback.format_exception_only(error))
    te = traceback.TracebackException.from_exception(error)
    print("".join(te.format()), str(te), te.exc_type_str)
try:
    try:
        outer()
    except ZeroDivisionError as error:
        error.add_note("a note")
        raise KeyError("k") from error
except KeyError as error:
    traceback.print_exception(error, file=sys.stdout)
try:
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("t")])])
except ExceptionGroup as error:
    print("".join(traceback.format_exception(error)), end="")
    print("".join(traceback.TracebackException.from_exception(error).format()), end="")


def where():
    return traceback.extract_stack()[-1].name, traceback.format_stack()[-1]


print(where())
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning)
    print([(str(w.message), w.category.__name__, w.lineno) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error", RuntimeWarning)
    except RuntimeWarning as error:
        print("raised", error)
    warnings.filterwarnings("ignore", message="quiet")
    warnings.warn("quiet please")
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "line = 1"), end="")


@warnings.deprecated("use other")
def old():
    return 5


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print(old(), log[0].message, log[0].category.__name__)
for i in range(3):
    warnings.warn("shown once")
