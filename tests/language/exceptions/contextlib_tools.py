from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress

with suppress(KeyError, ValueError):
    raise ValueError
print("suppressed")
with nullcontext(5) as x:
    print(x)


class C:
    def close(self):
        print("close")


with closing(C()):
    print("body")


@contextmanager
def tag(n):
    print("<", n)
    yield n
    print(">", n)


with ExitStack() as s:
    print([s.enter_context(tag(n)) for n in "ab"])
    s.callback(print, "callback", 1)


@tag("deco")
def f():
    print("f")


f()
