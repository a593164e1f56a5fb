def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", **rest}:
            return f"rect {rest}"
        case {1: one, 2: two}:
            return one + two
        case {}:
            return "some mapping"
        case _:
            return "other"


print(
    [
        f(x)
        for x in (
            {"type": "circle", "r": 2, "x": 1},
            {"type": "rect", "w": 3},
            {1: 10, 2: 20},
            {},
            {"q": 1},
            [],
        )
    ]
)
