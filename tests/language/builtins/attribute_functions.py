class A:
    x = 1


a = A()
setattr(a, "y", 2)
print(
    getattr(a, "x"),
    getattr(a, "z", "default"),
    hasattr(a, "y"),
    vars(a),
    "x" in dir(a),
    [n for n in dir(a) if not n.startswith("__")],
)
delattr(a, "y")
print(hasattr(a, "y"), callable(A), id(a) == id(a), type(a) is A, isinstance(a, object))
for call in (
    lambda: getattr(a, "q"),
    lambda: vars(5),
    lambda: getattr(a, 5),
    lambda: delattr(a, "nope"),
    lambda: setattr(5, "x", 1),
):
    try:
        call()
    except (AttributeError, TypeError) as e:
        print(e)
