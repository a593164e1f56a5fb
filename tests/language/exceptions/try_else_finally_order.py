def f(kind):
    try:
        print("try")
        if kind:
            raise kind("x")
    except ValueError as e:
        print("except", e)
    else:
        print("else")
    finally:
        print("finally")


f(None)
f(ValueError)
try:
    f(KeyError)
except KeyError as e:
    print("outer", e)
