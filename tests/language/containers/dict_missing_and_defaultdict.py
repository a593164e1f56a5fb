from collections import ChainMap, Counter, OrderedDict, defaultdict


class D(dict):
    def __missing__(self, key):
        return f"missing {key}"


print(D(a=1)["a"], D()["x"], D().get("x"))
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd["b"], len(dd), defaultdict(int, x=1))
c = Counter("abracadabra")
print(
    c,
    c.most_common(2),
    c["z"],
    c + Counter("a"),
    c - Counter("aaaa"),
    sum(c.values()),
    Counter(a=2).elements().__class__.__name__,
    list(Counter(a=2, b=1).elements()),
)
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), list(o))
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], dict(ChainMap({"a": 1}, {"a": 2, "b": 3})))
