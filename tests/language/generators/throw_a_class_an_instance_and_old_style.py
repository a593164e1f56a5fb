import warnings

warnings.simplefilter("ignore")


def g():
    while True:
        try:
            yield
        except Exception as e:
            print(type(e).__name__, e.args)


it = g()
next(it)
it.throw(ValueError)
it.throw(ValueError("one"))
it.throw(ValueError, "two")
it.throw(ValueError, ("three", 4))
it.throw(ValueError, ValueError("five"))
try:
    it.throw(1)
except TypeError as e:
    print(e)
try:
    it.throw(int)
except TypeError as e:
    print(e)
