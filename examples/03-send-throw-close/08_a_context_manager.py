"""`contextmanager` is a generator with one `yield`: before it is enter, after it is exit."""

from contextlib import contextmanager


@contextmanager
def section(title):
    print(f"<{title}>")
    try:
        yield title.upper()
    except ZeroDivisionError as error:
        print(f"  swallowed: {error}")
    finally:
        print(f"</{title}>")


with section("first") as name:
    print("  inside", name)

with section("second"):
    print(1 / 0)

with section("outer"), section("inner"):
    print("  two at once")
