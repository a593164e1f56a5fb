x = [[1], [2]]
y = x.copy()
z = list(x)
w = [list(i) for i in x]
x[0].append(9)
x.append([3])
print(x, y, z, w)
d = {"k": [1]}
e = dict(d)
d["k"].append(2)
print(e)
