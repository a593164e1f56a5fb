# Calls in which arguments go by name, to functions with and without parameters that go by name only.
def both(a, b=2, *, c=3, d):
    return a, b, c, d


def only(*, x, y=5):
    return x, y


def positional_only(a, /, b, *, c="c"):
    return a, b, c


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


attempt(lambda: both(1, d=4))
attempt(lambda: both(1, c=0, d=4))
attempt(lambda: both(d=4, a=1))
attempt(lambda: both(1, 9, d=4))
attempt(lambda: both(1))
attempt(lambda: both(1, 2, 3, d=4))
attempt(lambda: both(1, a=1, d=4))
attempt(lambda: both(1, d=4, e=5))
attempt(lambda: only(x=1))
attempt(lambda: only(y=1))
attempt(lambda: only(1, x=1))
attempt(lambda: positional_only(1, b=2))
attempt(lambda: positional_only(1, c=3, b=2))
attempt(lambda: positional_only(a=1, b=2))

both.__kwdefaults__ = {"c": 30, "d": 40}
attempt(lambda: both(1))
attempt(lambda: both(a=1))
both.__kwdefaults__["d"] = 41
attempt(lambda: both(a=1, b=0))
del both.__kwdefaults__["c"]
attempt(lambda: both(a=1, b=0))
both.__kwdefaults__ = None
attempt(lambda: both(a=1, c=0))


class Method:
    def run(self, *, times=1, log=None):
        return times, log


attempt(lambda: Method().run(times=3))
attempt(lambda: Method().run(log="x"))
attempt(lambda: Method().run(3))


async def coroutine(*, value):
    return value


def generator(*, stop=2):
    yield from range(stop)


attempt(lambda: list(generator(stop=3)))
try:
    coroutine(value="sent").send(None)
except StopIteration as stop:
    print(stop.value)

for text in ["abc", "aé", "", "z"]:
    print([character == "a" for character in text], [c != "é" for c in text])
print("%s and %r" % ("one", "two"), "%d%%" % (7,))
