"""`send` and `throw` go straight through `yield from` to the innermost generator."""


def inner():
    while True:
        try:
            received = yield
            print("inner received", received)
        except ValueError as error:
            print("inner caught", error)


def middle():
    yield from inner()


def outer():
    yield from middle()


generator = outer()
next(generator)
generator.send("a letter")
generator.throw(ValueError("a stone"))
generator.send("another letter")
print("outer waits for", generator.gi_yieldfrom.__name__)
