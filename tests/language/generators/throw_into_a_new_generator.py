def g():
    print("never")
    yield


it = g()
try:
    it.throw(KeyError("early"))
except KeyError as e:
    print(repr(e))
print(list(it))
