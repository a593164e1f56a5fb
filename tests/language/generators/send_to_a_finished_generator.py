def g():
    yield 1


it = g()
print(list(it))
for call in (lambda: next(it), lambda: it.send(1), lambda: it.send(None)):
    try:
        call()
    except StopIteration as stop:
        print(repr(stop), stop.value)
