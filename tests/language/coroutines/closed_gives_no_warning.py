async def f():
    pass


c = f()
c.close()
del c
d = f()
try:
    d.throw(KeyError("k"))
except KeyError:
    print("thrown before the start")
del d
print("no warnings")
