"""Where the attributes of instances lie must not show: growing, deleting, `__dict__`, `__class__`,
`__slots__`, and cycles through them."""

import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self


class Grown:
    pass


class Slotted:
    __slots__ = ("a", "b", "__weakref__")


class Mixed(Slotted):
    pass


def living(cls):
    return sum(type(each) is cls for each in gc.get_objects())


# A cycle through an attribute goes, and what it held goes with it.
gc.collect()
for number in range(100):
    Node(number)
gc.collect()
print("nodes", living(Node))

token = Grown()
seen = weakref.ref(token)
node = Node(token)
del token, node
gc.collect()
print("token", seen())


# A class goes with its instances and what is known of their attributes.
def make():
    class Local:
        def __init__(self):
            self.x = 1
            self.y = self

    return Local(), weakref.ref(Local)


instance, local = make()
print(local() is type(instance))
del instance
gc.collect()
print("local", local())

# Without attributes, with more than there is room for, and without again.
grown = Grown()
print(vars(Grown()), grown.__dict__)
for number in range(50):
    setattr(grown, f"field{number}", number)
print(len(vars(grown)), grown.field0, grown.field49)
for number in range(50):
    delattr(grown, f"field{number}")
print(vars(grown), hasattr(grown, "field7"))

second = Grown()
second.a, second.b = 1, 2
second.__dict__["c"] = 3
print(second.c, list(vars(second)))
second.__dict__ = {"d": 4}
print(vars(second), hasattr(second, "a"))

# Slots before attributes.
mixed = Mixed()
mixed.a, mixed.x, mixed.b, mixed.y = 1, 2, 3, 4
print(mixed.a, mixed.b, vars(mixed))
mixed.__dict__["z"] = 5
del mixed.a
print(hasattr(mixed, "a"), mixed.b, mixed.z)
mixed.me = mixed
seen = weakref.ref(mixed)
del mixed
gc.collect()
print("mixed", seen())

slotted = Slotted()
slotted.a = slotted
seen = weakref.ref(slotted)
del slotted
gc.collect()
print("slotted", seen())


# Another class, the same attributes.
class Other:
    def show(self):
        return sorted(vars(self).items())


changed = Grown()
changed.p, changed.q = 1, 2
changed.__class__ = Other
changed.r = 3
print(changed.show(), type(changed).__name__)

print(gc.get_referents(Grown())[-1] is Grown, any(each is changed for each in gc.get_referrers(Other)))

# More slots than most classes have.
Wide = type("Wide", (), {"__slots__": [f"s{number}" for number in range(70_000)]})
wide = Wide()
wide.s69999 = "last"
wide.s0 = "first"
print(wide.s0, wide.s69999, hasattr(wide, "s5"))
WideWithDict = type("WideWithDict", (Wide,), {})
wide = WideWithDict()
wide.s1, wide.extra = 1, 2
print(wide.s1, vars(wide))
