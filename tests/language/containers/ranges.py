r = range(2, 20, 3)
print(
    r,
    list(r),
    len(r),
    r[1],
    r[-1],
    r[1:3],
    5 in r,
    6 in r,
    r.index(8),
    r.count(5),
    r.start,
    r.stop,
    r.step,
    list(range(5, 0, -2)),
    list(reversed(r)),
    range(0) == range(1, 1),
    hash(range(3)) == hash(range(0, 3, 1)),
    range(10)[::-2],
    bool(range(0)),
    2.0 in r,
    "a" in r,
)
print(range(10**20)[10**19], len(range(0, 10**18, 7)))
for call in (
    lambda: range(1, 2, 0),
    lambda: range(1.5),
    lambda: range(3)[5],
    lambda: range("a"),
    lambda: range(),
    lambda: range(3).index(9),
):
    try:
        call()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
