# breakpoint() calls sys.breakpointhook, which looks at PYTHONBREAKPOINT.
import os
import sys
import warnings


def called(*args, **kwargs):
    print("called", args, kwargs)
    return "result"


print(sys.breakpointhook is sys.__breakpointhook__)
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(), breakpoint(1, x=2))
os.environ["PYTHONBREAKPOINT"] = "int"
print(breakpoint("42"))
os.environ["PYTHONBREAKPOINT"] = "os.path.join"
print(breakpoint("a", "b"))
os.environ["PYTHONBREAKPOINT"] = "__main__.called"
print(breakpoint(1, b=2))
warnings.simplefilter("always")
for name in ("no_such_module.f", "os.no_such_name", "nonsense", "."):
    os.environ["PYTHONBREAKPOINT"] = name
    with warnings.catch_warnings(record=True) as seen:
        print(breakpoint(), [(w.category.__name__, str(w.message)) for w in seen])
os.environ["PYTHONBREAKPOINT"] = "0"
sys.breakpointhook = called
print(breakpoint("own", hook=True))
sys.breakpointhook = sys.__breakpointhook__
print(breakpoint())
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
