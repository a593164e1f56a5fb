s = "banana"
print(
    s.find("an"),
    s.rfind("an"),
    s.find("x"),
    s.index("n"),
    s.count("a"),
    s.count("ana"),
    s.count(""),
    s.replace("a", "o", 2),
    s.replace("", "-"),
)
print(
    s.startswith("ban"),
    s.startswith(("x", "b")),
    s.endswith("na", 0, 4),
    s.find("a", 2),
    s.find("", 10),
    s.translate({ord("a"): "4", ord("n"): None}),
)
print(str.maketrans("ab", "xy", "c"), "aabbcc".translate(str.maketrans("ab", "xy", "c")))
try:
    s.index("x")
except ValueError as e:
    print(e)
try:
    s.startswith(5)
except TypeError as e:
    print(e)
