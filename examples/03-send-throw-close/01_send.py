"""`yield` is an expression: `send(value)` resumes the generator and becomes its value."""


def echo():
    print("  ready")
    while True:
        received = yield
        print(f"  received {received!r}")


generator = echo()
next(generator)  # run to the first yield
generator.send("hello")
generator.send(42)
next(generator)  # the same as send(None)
