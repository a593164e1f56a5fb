class Holder:
    def __repr__(self):
        return "Holder"


def g():
    try:
        yield
    finally:
        print("cleaning")


def use():
    it = g()
    next(it)
    raise LookupError("x")


try:
    use()
except LookupError as e:
    print("caught", e)
print("then")
