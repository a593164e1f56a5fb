from inspect import getgeneratorstate, getgeneratorlocals, isgenerator, isgeneratorfunction


def g(x):
    print(getgeneratorstate(it))
    y = x + 1
    yield y


it = g(1)
print(getgeneratorstate(it), getgeneratorlocals(it))
next(it)
print(getgeneratorstate(it), getgeneratorlocals(it))
it.close()
print(getgeneratorstate(it), getgeneratorlocals(it))
print(isgenerator(it), isgenerator(g), isgeneratorfunction(g), isgeneratorfunction(len))
