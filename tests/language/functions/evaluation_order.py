def t(x):
    print(x, end=" ")
    return x


print(t(1) + t(2) * t(3))
[t("a"), t("b")][t(0)]
{t("k"): t("v")}
t(print)(t("x"), *[t("y")], sep=t("z"))
d = {}
d[t("key")] = t("value")
t(1) < t(2) < t(0) < t(9)
print()
print(t(0) and t(1) or t(2), t(1) if t(0) else t(3))
