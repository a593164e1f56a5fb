ﬁne = 1
print(fine, "ﬁne" in globals(), "fine" in globals())
class A:
    µ = 2
print(A.μ, [n for n in vars(A) if len(n) == 1][0] == "μ")
ª = "ordinal"
print(a)
