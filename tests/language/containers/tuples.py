t = (1, 2, 3)
print(
    t[0],
    t[-1],
    t[1:],
    t + (4,),
    t * 2,
    2 in t,
    t.index(2),
    t.count(1),
    len(t),
    (),
    (1,),
    tuple("ab"),
    tuple([1]),
    (1, 2) < (1, 3),
    (1,) < (1, 0),
    t == [1, 2, 3],
    hash((1, 2)) == hash((1, 2)),
)
for call in (
    lambda: t.__setitem__,
    lambda: t[5],
    lambda: t.index(9),
    lambda: t + [1],
    lambda: hash(([],)),
):
    try:
        call()
    except (AttributeError, IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
