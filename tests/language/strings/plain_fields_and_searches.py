"""`%` with fields that say little, replaced and searched texts, short and long."""

print("%s has %d apples" % ("Ann", 12), "%d%%" % 5, "%r|%s" % ("é", "é"), "%s" % None, "%s" % 1.5)
print("%d %d %d" % (True, 2.9, 10**25), "%d" % -(2**63), "%s" % 2**63, "%s%s" % (1, "x" * 40))
print("%(a)s-%(b)d-%(a)r" % {"a": "x", "b": 7}, "%s" % {"a": 1}, "%s" % ((1, 2),), "100%%" % ())
print("%c%5d|%-5s|%05.1f" % ("x", 3, "ab", 2.25), "%*d" % (5, 3), "%s" % [1])


class Shown:
    def __str__(self):
        return "shown"

    def __repr__(self):
        return "Shown()"


class Text(str):
    def __str__(self):
        return "other"


print("%s %r" % (Shown(), Shown()), "%s %r" % (Text("a"), Text("a")), f"{Text('a')} {Text('a')!s}")


def report(template, values):
    try:
        print(template % values)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


for template, values in [
    ("%d", "x"), ("%d", None), ("%s %s", 1), ("%s", (1, 2)), ("é%y", 1), ("%", 1), ("%s%", 1),
    ("%(a)s", 1), ("%(a)s", {}), ("%(a)s %s", {"a": 1}), ("%(a)*d", {"a": 1}), ("x", 1), ("x", {}),
    ("%d", 10**5000), ("%s", 10**5000), (b"%s", "x"), (b"%d-%s", (1, b"a")), (b"%y", 1),
]:
    report(template, values)

line = "one two three two five"
for text in (line, line * 20, "é" + line, "ttwo", "aaaa", ""):
    print(len(text), text.replace("two", "2")[:60], text.replace("two", "2", 1)[:40])
    print(text.replace("aa", "b"), text.replace("", "-", 3)[:20], text.replace("two", "")[:40])
    print(text.count("two"), text.count("aa"), text.count(""), text.find("two"), text.find("o t"))
    print(text.split("two")[:3], text.split("t", 1)[:2], text.partition("two")[1:2], "wo" in text)
    print(text.split()[:3], text.split(None, 1)[:1], text.rsplit(None, 1)[-1:])
print("a\x1cb\x85c\u3000d\te".split(), "a\x1cb c\x0b".split(), " \t ".split(), "x".split())
print("x".replace("x", "y" * 30), "xx".replace("x", ""), "x" * 3 + "é" == "xxxé", "ab" == "éa")
for c in "aé€":
    print(c, c == "a", c != "é")
print([c is d for c, d in zip("abc", "abd")])
print(sorted("banana split".split(), key=len), sorted([3, 1, 2], key=lambda n: -n, reverse=True))
print(sorted(["b", "a", "C"], key=str.lower, reverse=True), sorted([(1, "b"), (0, "a")], key=lambda p: p[1]))
print(sorted([1, 2, 3, 4], key=lambda n: n % 2), sorted([1, 2, 3, 4], key=lambda n: n % 2, reverse=True))
print(sorted([True, 0, 2], key=lambda n: n), sorted("abc", key=lambda c: {"a": 1.5, "b": 1}.get(c, 0)))
