# functools.partial as a class attribute, its state, and wrapping of types.
import functools
import warnings


def f(*args, **kwargs):
    return args, kwargs


class C:
    p = functools.partial(f, 1)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(C().p(2), C.p(3), C.__dict__["p"](4))
    print([(w.category.__name__, str(w.message)) for w in seen])


class T(tuple):
    pass


class D(dict):
    pass


p = functools.partial(f)
p.attribute = 1
p.__setstate__((f, T((1,)), D(a=10), None))
print(p(), p.__dict__, type(p.args), type(p.keywords))
p.__setstate__((f, (2,), None, {"x": 1}))
print(p(), p.__dict__)


def wrapper():
    pass


functools.update_wrapper(wrapper, type)
print(wrapper.__name__, wrapper.__type_params__, type.__type_params__, int.__type_params__)
