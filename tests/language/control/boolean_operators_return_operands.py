print(0 or "x", "" or 0 or [], 1 and "y", [] and 1, None or False, not [], not "a")
print("a" and "b" or "c", 1 if [] else 2)


class B:
    def __bool__(self):
        return False


class L:
    def __len__(self):
        return 0


class Bad:
    def __bool__(self):
        return 1


print(bool(B()), bool(L()), B() or "false")
try:
    bool(Bad())
except TypeError as e:
    print(e)
