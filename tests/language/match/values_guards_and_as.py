class Color:
    RED = 1
    BLUE = 2


def f(x):
    match x:
        case Color.RED:
            return "red"
        case [Color.BLUE as c, n] if n > 5:
            return f"{c} {n}"
        case {"k": [1 | 2 as v, *_]} as whole:
            return f"{v} in {whole}"
        case int() | float() as n:
            return f"number {n}"
        case y:
            return f"captured {y}"


print([f(x) for x in (1, [2, 9], [2, 1], {"k": [2, 3]}, 2.5, "z")])
