import sys, weakref
def f():
    try: yield
    except GeneratorExit: yield "x"
g = f(); next(g)
del g
print("after", flush=True)
def h():
    g = f(); next(g)
    del g
h()
class D:
    def __del__(self): raise ValueError("x")
D()
def hook(u): print(u.exc_type, u.exc_traceback is not None, u.err_msg, flush=True)
sys.unraisablehook = hook
g = f(); next(g)
del g
d = D(); del d
async def ag():
    try: yield
    except GeneratorExit: yield 4
a = ag()
try: a.asend(None).send(None)
except StopIteration: pass
del a
async def co(): pass
import warnings; warnings.simplefilter("error")
co()
print("end")
