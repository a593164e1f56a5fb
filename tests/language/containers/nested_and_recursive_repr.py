l = [1, "a", None, 2.5, (1,), {"k": {1}}, b"b", True, ...]
print(l)
l = []
l.append(l)
d = {"d": l}
d["self"] = d
t = ([],)
t[0].append(t)
print(l, d, t)
