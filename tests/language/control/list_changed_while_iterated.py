x = [1, 2, 3]
for i in x:
    if len(x) < 6:
        x.append(i * 10)
print(x)
x = [1, 2, 3, 4]
for i in x:
    x.remove(i)
print(x)
d = {1: 2}
try:
    for k in d:
        d[k + 1] = 0
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as e:
    print(e)
