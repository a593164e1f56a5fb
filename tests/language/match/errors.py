class A:
    __match_args__ = ("x",)
    x = 1


class B:
    __match_args__ = [1]


class C:
    pass


for make in (lambda: A, lambda: B, lambda: C):
    cls = make()
    try:
        match cls():
            case cls(1, 2):
                print("no")
    except TypeError as e:
        print(e)
match 5:
    case "soft":
        pass
match = case = _ = type = 1
print(match, case, _, type)
