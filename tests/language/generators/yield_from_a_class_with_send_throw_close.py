class Inner:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        print("send", value)
        return "sent"

    def throw(self, *args):
        print("throw", args)
        raise StopIteration("from throw")

    def close(self):
        print("close")


def outer():
    print("value", (yield from Inner()))
    yield "more"


it = outer()
print(next(it), it.send(3), next(it))
print(it.throw(ValueError("x")))
it = outer()
next(it)
it.close()
