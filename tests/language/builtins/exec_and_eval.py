x = 5
print(eval("x + 1"), eval("[i * x for i in range(3)]"), eval("y", {"y": 7}))
ns = {}
exec("def f(n):\n    return n * 2\nz = f(21)", ns)
print(ns["z"], ns["f"](4))
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg)
try:
    eval("undefined_thing")
except NameError as e:
    print(e)
