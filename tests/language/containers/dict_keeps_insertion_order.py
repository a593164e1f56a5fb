d = {}
for k in "zebra":
    d[k] = len(d)
print(d)
del d["e"]
d["e"] = "again"
d["z"] = "updated in place"
print(d, list(d.items())[-1])
big = {i: i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:5], sum(big))
