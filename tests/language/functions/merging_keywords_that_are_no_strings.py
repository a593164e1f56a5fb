# Two mappings after ** with the same key that is no string: the doubled key is told first.
def f(**kwargs):
    return kwargs


for call in (
    lambda: f(**{1: 3}, **{1: 5}), lambda: f(**{1: 3}), lambda: f(**{"a": 1}, **{2: 3}), lambda: f(**{"a": 1}, **{"a": 2}),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
