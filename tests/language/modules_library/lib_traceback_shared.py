"""TracebackException with exceptions that are reachable in two ways, and with long chains."""

import sys
import traceback


def fail():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("k") from error
    except KeyError as error:
        error.add_note("seen twice")
        raise ExceptionGroup("group", [error, ValueError("v"), ExceptionGroup("inner", [error])])


try:
    fail()
except ExceptionGroup as error:
    described = traceback.TracebackException.from_exception(error)
    print("".join(described.format()))
    print(described.__context__.__cause__, described.exceptions[0].__cause__ is None)
    compact = traceback.TracebackException.from_exception(error, compact=True)
    compact.print(file=sys.stdout)

last = None
for number in range(3000):
    try:
        raise ValueError(number) from last
    except ValueError as error:
        last = error
print(len("".join(traceback.TracebackException.from_exception(last).format()).splitlines()))
