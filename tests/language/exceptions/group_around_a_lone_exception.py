"""What `except*` wraps around an exception that is no group has no traceback of its own."""


def again():
    try:
        raise ValueError("alone")
    except* ValueError as group:
        print(group.__traceback__, group.exceptions[0].__traceback__.tb_lineno)
        raise


def another():
    try:
        raise ValueError("alone")
    except* ValueError:
        raise KeyError("another")


try:
    again()
except ExceptionGroup as group:
    print(repr(group), group.__traceback__.tb_next)
another()
