class S:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        print("get", i)
        return self.items[i]

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)

    def __contains__(self, x):
        return x == "magic"


s = S(1, 2, 3)
print(len(s), s[0], s[1:])
s["k"] = 1
del s[::2]
print("magic" in s, 1 in s, bool(S()))
print(list(s))


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


print(list(Seq()), 4 in Seq(), list(reversed([1, 2])))
