from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)
t = v.set(1)
print(v.get(), t.old_value is t.MISSING, t.var is v)
v.reset(t)
print(v.get())
c = copy_context()
print(c.run(lambda: (v.set(5), v.get())[1]), v.get(), c[v])
try:
    v.reset(t)
except RuntimeError as e:
    print("RuntimeError")
try:
    ContextVar("w").get()
except LookupError as e:
    print("LookupError")
