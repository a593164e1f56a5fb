"""`~True` as a constant is computed, and warned about, when it is compiled."""

import warnings

SOURCES = [
    "x = ~True", "def f():\n    return ~False + 1", "~True", "[~False,\n ~True]", "x = -True",
    "a = True; ~a", "~(True)", "~~True", "~(not True)", "~(1 < 2)", "print(~False)",
]

for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        code = compile(source, "<text>", "exec")
        print(repr(source), [(w.category.__name__, w.lineno) for w in caught])
        exec(code)
        print(len(caught), {str(w.message)[:30] for w in caught})

with warnings.catch_warnings():
    warnings.simplefilter("error")
    code = compile("x = [~True]", "<text>", "exec")
    try:
        exec(code)
    except DeprecationWarning as warning:
        print("raised when run:", str(warning)[:30])

# In the program itself it is the interpreter that is warned: the default filter hides it.
print(~True)
value = True
print(~value)
