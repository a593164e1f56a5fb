"""`close` raises GeneratorExit at the `yield`, so `finally` and `with` blocks are left properly."""


def borrow(name):
    print(f"open {name}")
    try:
        while True:
            yield name
    finally:
        print(f"close {name}")


book = borrow("Dracula")
print(next(book))
print(next(book))
book.close()
book.close()  # closing twice does nothing
print("after close:", next(book, "no more"))
