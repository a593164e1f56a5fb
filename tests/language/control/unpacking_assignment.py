a, b = 1, 2
a, b = b, a
(c, [d, e]), f = (3, [4, 5]), 6
first, *middle, last = range(5)
*init, tail = "abc"
x = y = [1]
print(a, b, c, d, e, f, first, middle, last, init, tail, x is y)
for i, (j, *k) in enumerate([(1, 2, 3), (4,)]):
    print(i, j, k)
for bad in ((1,), (1, 2, 3), 5, None):
    try:
        p, q = bad
    except (ValueError, TypeError) as err:
        print(err)
try:
    p, q, *r = [1]
except ValueError as err:
    print(err)
