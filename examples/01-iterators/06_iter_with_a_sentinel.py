"""`iter(function, sentinel)` calls the function until it returns the sentinel."""

tape = ["north", "east", "STOP", "west"]


def read():
    return tape.pop(0)


for step in iter(read, "STOP"):
    print("go", step)

print("left on the tape:", tape)
