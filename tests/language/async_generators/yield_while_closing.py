async def g():
    try:
        yield 1
    finally:
        yield 2


a = g()
try:
    a.asend(None).send(None)
except StopIteration:
    pass
try:
    a.aclose().send(None)
except RuntimeError as e:
    print(e)
