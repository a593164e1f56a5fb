def g():
    try:
        yield 1
    except GeneratorExit:
        return "bye"


it = g()
next(it)
print(it.close())
print(it.close())
