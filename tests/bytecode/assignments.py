a = b.c = d[0] = value
x, (y, *z) = pair
left, right = right, left
o.count += 1
items[i] *= 2
text[1:n] = text[::2]
del a, b.c, d[0]
n: int = 5
if (m := n) > 3:
    print(m)
