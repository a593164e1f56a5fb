"""Weak containers, finalizers, copies."""
import copy
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return f"hello {self.name}"

    def __repr__(self):
        return f"Node({self.name})"


a, b = Node("a"), Node("b")
values = weakref.WeakValueDictionary(a=a, b=b)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
group = weakref.WeakSet([a, b])
method = weakref.WeakMethod(a.hello)
finalizer = weakref.finalize(a, print, "finalized", "a")
ref = weakref.ref(a, lambda r: print("callback", r() is None))
print(sorted(values), len(keys), len(group), method()(), finalizer.alive, ref() is a, weakref.getweakrefcount(b) > 0)
del a
print(sorted(values), len(keys), len(group), method(), finalizer.alive, ref())
proxy = weakref.proxy(b)
print(proxy.name, proxy.hello())
del b
try:
    proxy.name
except ReferenceError as error:
    print(error)
inner = [1, 2]
original = {"x": inner, "y": (inner, "s"), "n": Node("n")}
shallow, deep = copy.copy(original), copy.deepcopy(original)
inner.append(3)
print(shallow["x"], deep["x"], deep["y"][0] is deep["x"], deep["n"] is original["n"], deep["n"].name)
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again, again is loop)


class Custom:
    def __init__(self):
        self.v = 1

    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep copied"


print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.copy((1, 2)) == (1, 2))


class Slotted:
    __slots__ = ("p", "q")


s = Slotted()
s.p = [1]
t = copy.deepcopy(s)
print(t.p, t.p is s.p, hasattr(t, "q"))
