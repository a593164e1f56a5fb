import sys

sys.path.insert(0, "tests/language/modules/import_errors")


def missing():
    import nothing_here


def submodule():
    import math.nothing


def name():
    from good import nothing


def relative():
    from . import x


def raising():
    import raises


def again():
    import raises


for f in (missing, submodule, name, relative, raising, again):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split(" (")[0])
print("raises" in sys.modules, "good" in sys.modules)
