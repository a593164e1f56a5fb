for op in (
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1] + (2,),
    lambda: 1 - None,
    lambda: {} | 1,
    lambda: -"a",
    lambda: ~1.5,
    lambda: "a" * "b",
    lambda: [1] * [2],
    lambda: 1 < "a",
    lambda: None > 1,
    lambda: [] < (),
    lambda: 5 @ 5,
    lambda: divmod("a", 1),
    lambda: 2 ** "a",
    lambda: +[],
    lambda: len(5),
    lambda: {} + {},
):
    try:
        print(op())
    except TypeError as e:
        print(e)
x = "a"
try:
    x -= 1
except TypeError as e:
    print(e)
try:
    x **= 2
except TypeError as e:
    print(e)
