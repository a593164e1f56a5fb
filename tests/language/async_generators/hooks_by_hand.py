import sys


async def g():
    try:
        yield 1
    finally:
        print("finally")


def first(agen):
    print("first iteration of", agen.__name__)


def last(agen):
    print("finalizer for", agen.__name__)
    try:
        agen.aclose().send(None)
    except StopIteration:
        pass


sys.set_asyncgen_hooks(firstiter=first, finalizer=last)
a = g()
print("made")
try:
    a.__anext__().send(None)
except StopIteration as e:
    print(e.value)
del a
print("end")
