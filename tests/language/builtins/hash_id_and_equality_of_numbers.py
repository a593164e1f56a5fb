print(
    hash(1) == hash(1.0) == hash(True),
    {1: "a"}[1.0],
    hash("a") == hash("a"),
    hash(()) == hash(()),
    hash(None) == hash(None),
)
for bad in ([], {}, set(), slice(1)):
    try:
        print(type(hash(bad)).__name__)
    except TypeError as e:
        print(e)
