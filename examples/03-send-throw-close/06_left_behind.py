"""A generator nobody refers to any more is closed at once."""


def resource(name):
    try:
        yield f"{name} in use"
    finally:
        print(f"{name} released")


def look():
    first = resource("A")
    print(next(first))
    print("leaving the function")


look()
second = resource("B")
print(next(second))
second = None
print("end of the program")
