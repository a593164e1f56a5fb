# co_positions, co_lines, and the columns that traceback summaries take from them.
import traceback


def f(a, b):
    first = a + 1
    return first / (
        b
    )


try:
    f(1, 0)
except ZeroDivisionError as error:
    summary = traceback.extract_tb(error.__traceback__)
for entry in summary:
    print(entry.lineno, entry.end_lineno, entry.colno, entry.end_colno, entry.line)
start = f.__code__.co_firstlineno
print(sorted({place[0] - start for place in f.__code__.co_positions() if place[0] and place[0] > start}))
print(sorted({line - start for _, _, line in f.__code__.co_lines() if line and line > start}))
runs = list(f.__code__.co_lines())
print(all(end == following for (_, end, _), (following, _, _) in zip(runs, runs[1:])))


class Raises:
    def __enter__(self):
        1 / 0

    def __exit__(self, *exc_info):
        pass

    def __iter__(self):
        1 / 0


def enters():
    with Raises() as first, Raises() as second:
        pass


def iterates():
    for x in Raises():
        pass


for function in (enters, iterates):
    try:
        function()
    except ZeroDivisionError as error:
        entry = traceback.extract_tb(error.__traceback__)[1]
        print(entry.line[entry.colno - 4:entry.end_colno - 4])
