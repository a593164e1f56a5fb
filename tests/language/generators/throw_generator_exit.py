def g():
    try:
        yield 1
    except GeneratorExit:
        print("caught GeneratorExit")
        yield "not closed"


it = g()
next(it)
print(it.throw(GeneratorExit))
try:
    it.throw(GeneratorExit())
except GeneratorExit as e:
    print(repr(e))
