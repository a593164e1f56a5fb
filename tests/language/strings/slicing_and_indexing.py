s = "hello"
print(s[0], s[-1], s[1:3], s[:-1], s[::2], s[::-1], s[10:], s[-100:2], s[3:1], s[4:0:-2])
for bad in (lambda: s[5], lambda: s[-6], lambda: s["a"], lambda: s[1.0], lambda: s[::0]):
    try:
        bad()
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("ell" in s, "" in s, s * 2, s + "!", 0 * s, "a" < "b" < "ba")
for op in (
    lambda: s + 1,
    lambda: 1 + s,
    lambda: s * 1.5,
    lambda: 1 in s,
    lambda: s < 1,
    lambda: s - s,
):
    try:
        op()
    except TypeError as e:
        print(e)
