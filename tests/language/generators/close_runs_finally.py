def g():
    try:
        yield 1
        print("no")
    except GeneratorExit as e:
        print("exit", repr(e))
        raise
    finally:
        print("finally")


it = g()
next(it)
print(it.close())
print(it.close())
print(next(it, "end"))
