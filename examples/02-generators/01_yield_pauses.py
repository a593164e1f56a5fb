"""Calling a generator function runs none of it; each `next` runs it to the next `yield`."""


def greet():
    print("  [started]")
    yield "hello"
    print("  [resumed]")
    yield "goodbye"
    print("  [finished]")


generator = greet()
print("called, and nothing has run")
print("next:", next(generator))
print("next:", next(generator))
print("next:", next(generator, "no more"))
