"""Recursion and `yield from` turn a nested structure into a flat stream."""

tree = {"src": {"main.py": None, "loop": {"tasks.py": None, "timers.py": None}}, "README": None}


def walk(folder, depth=0):
    for name, inside in folder.items():
        yield depth, name
        if inside is not None:
            yield from walk(inside, depth + 1)


for depth, name in walk(tree):
    print("    " * depth + name)
