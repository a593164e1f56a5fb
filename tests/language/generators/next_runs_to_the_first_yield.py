def g():
    print("start")
    yield 1
    print("end")


it = g()
print("made")
print(next(it))
print(next(it, "default"))
print(next(it, "default"))
