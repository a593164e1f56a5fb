import math


class Thing:
    colour = 1


def name():
    return conter


def attribute():
    return Thing().color


def module():
    return math.sqr


def method():
    return [].appendd


def of_class():
    return Thing.shape


def of_none():
    return None.upper()


def importing():
    import maths


for f in (name, attribute, module, method, of_class, of_none, importing):
    try:
        f()
    except (NameError, AttributeError, ImportError) as e:
        print(type(e).__name__, e, getattr(e, "name", "-"))
