def f():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def g():
    while True:
        try:
            raise ValueError("lost too")
        finally:
            break
    return "broke out"


print(f(), g())
