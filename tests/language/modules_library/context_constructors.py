"""Wrong arguments for Context() and ContextVar()."""

import contextvars

for make in (
    lambda: contextvars.Context(1),
    lambda: contextvars.Context(a=1),
    lambda: contextvars.ContextVar(),
    lambda: contextvars.ContextVar(1),
    lambda: contextvars.ContextVar("a", "b"),
    lambda: contextvars.ContextVar("a", d=1),
    lambda: contextvars.ContextVar(name="x"),
):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(contextvars.ContextVar("a", default=5).get())
