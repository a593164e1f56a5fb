def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, b]:
            return f"two {a} {b}"
        case [1, *rest]:
            return f"starts with 1, {rest}"
        case (a, *_, z):
            return f"{a}..{z}"
        case _:
            return "no sequence"


print([f(x) for x in ([], [5], (1, 2), [1, 2, 3], range(4), "abc", {1, 2}, iter([1]))])
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
