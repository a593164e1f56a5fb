a or b or c and not d
a < b <= c != d is not e not in f
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b
~(+x)
a if b else c if d else e
(x := 1, y)
f(a, *b, c=1, *d, **e)
f(x for x in y)
f(a)(b).c[d](e)
x[1], x[:], x[1:2], x[::3], x[1:2, ...], x[*a, b], x[y := 1]
(), (1,), (1, 2), [], [1,], {}, {1}, {1: 2, **d}, {*a, b}
[x for x in y if a if b for z in w]
{x: y for x, y in z}
{x for (x, *y) in z}
(x async for x in y)
None, True, False, ...
(
    a +
    b
).c
1 if (yield_value) else 2
print(*args, sep="")
[*a, *b]
