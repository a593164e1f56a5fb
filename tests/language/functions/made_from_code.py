"""Functions made from code objects, and closures given to exec()."""

import types


def add(a, b=1):
    return a + b


def attempt(call, *arguments, **named):
    try:
        return call(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


make = types.FunctionType
plus = make(add.__code__, {"__name__": "elsewhere"})
print(attempt(plus, 1), plus(1, 2), plus.__module__, plus.__name__, plus.__defaults__)
plus = make(add.__code__, globals(), "plus", (10,))
print(plus.__name__, plus.__qualname__, plus(1))


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


step = counter()
same = make(step.__code__, globals(), closure=step.__closure__, argdefs=(5,))
print(step(), same(), step(), same(), same.__closure__ == step.__closure__)
other = make(step.__code__, globals(), closure=(types.CellType(100),))
print(other(1), step())


def numbers(stop):
    for number in range(stop):
        yield number


print(list(make(numbers.__code__, {"range": range})(3)))


async def nothing(*, value="default"):
    return value


coroutine = make(nothing.__code__, {}, kwdefaults={"value": "given"})()
print(attempt(coroutine.send, None))

for arguments in (
    (1, {}), (add.__code__, []), (add.__code__, {}, 5), (add.__code__, {}, None, [1]),
    (add.__code__, {}, None, None, (types.CellType(1),)), (step.__code__, {}),
    (step.__code__, {}, None, None, ()), (step.__code__, {}, None, None, (1,)),
    (step.__code__, {}, None, None, 1), (),
):
    print(attempt(make, *arguments))


def outer():
    value = 1

    def body():
        nonlocal value
        value += 1
        print("value", value)

    return body


body = outer()
exec(body.__code__, closure=body.__closure__)
exec(body.__code__, closure=body.__closure__)
exec(body.__code__, closure=(types.CellType(41),))
for code, closure in (
    (body.__code__, None), (body.__code__, ()), (body.__code__, (1,)),
    (body.__code__, [types.CellType(1)]), (add.__code__, body.__closure__),
    ("pass", body.__closure__),
):
    print(attempt(exec, code, closure=closure))
print(attempt(eval, body.__code__))
