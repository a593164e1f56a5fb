"""int() and float() of classes derived from int, float and str, with their warnings."""

import warnings

warnings.simplefilter("always")


class Half(float):
    def __float__(self):
        return Half(self / 2)


class Text(str):
    def __float__(self):
        return 9.5

    def __int__(self):
        return 9


class Yes(int):
    def __int__(self):
        return True


class Truncates:
    def __trunc__(self):
        return 41


class Wrong(float):
    def __float__(self):
        return 3


for call in (
    lambda: float(Half(4)),
    lambda: float(Text("1")),
    lambda: int(Text("1")),
    lambda: int(Yes(5)),
    lambda: int(Truncates()),
    lambda: float(Wrong(1)),
):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call()
            print(repr(result), type(result).__name__)
        except TypeError as error:
            print("TypeError", error)
        for warning in caught:
            print(warning.category.__name__, warning.message)

with warnings.catch_warnings():
    warnings.simplefilter("error", SyntaxWarning)
    try:
        compile("x is 1", "<text>", "eval")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
