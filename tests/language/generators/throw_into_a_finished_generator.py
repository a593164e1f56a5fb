def g():
    yield 1


it = g()
list(it)
try:
    it.throw(ValueError("late"))
except ValueError as e:
    print("ValueError", e)
try:
    it.throw(StopIteration(7))
except StopIteration as e:
    print("StopIteration", e.value)
