"""namedtuple, Counter, ChainMap and the User classes."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(3)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._field_defaults, Point._make([7, 8]))
print(Point.__doc__, Point.x.__doc__, p == (3, 0), Point(*"ab"), len(p), {**p._asdict()})
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p._replace(q=1),
            lambda: Point._make([1]), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "class"),
            lambda: setattr(p, "x", 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a class a _x", rename=True)._fields)


class Vector(namedtuple("Base", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(1, 2) + Vector(3, 4))
match Point(1, 2):
    case Point(x=1, y=why):
        print("why", why)

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:6])
c.subtract("aab")
print(c, c + Counter(z=2), c - Counter(a=9), c & Counter(a=2, r=5), c | Counter(a=9), +c, -c)
c.update(b=5)
del c["nothing"]
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), dict(Counter([1, 1, 2])))

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], sorted(m), m, m.parents, m.new_child({"a": 9})["a"], len(m))
try:
    del m["b"]
except KeyError as error:
    print(error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update({"b": 2})
print(u, "A" in u, u | {"z": 1}, UserList([3, 1]) + [2], sorted(UserList([3, 1])), UserString("abc").upper() + "d")

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.rotate(1)
dd = defaultdict(list)
dd["k"].append(1)
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
print(d, dd, od, dd.get("none"))
