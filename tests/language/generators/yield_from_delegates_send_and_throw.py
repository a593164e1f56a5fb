def inner():
    while True:
        try:
            got = yield "inner"
            print("got", got)
        except ValueError as e:
            print("caught", e)
            yield "recovered"


def outer():
    yield from inner()


it = outer()
print(next(it), it.send(1), it.throw(ValueError("v")), next(it))
print(it.gi_yieldfrom.__name__)
