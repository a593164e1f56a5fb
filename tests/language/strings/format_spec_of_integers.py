n = 1234567
for spec in (
    "",
    "d",
    "10d",
    "<10",
    "^10",
    ">10",
    "=+10",
    "010",
    "+",
    " ",
    "-",
    ",",
    "_",
    "b",
    "o",
    "x",
    "X",
    "#b",
    "#o",
    "#x",
    "#X",
    "#012x",
    "_b",
    "_x",
    "c",
    "e",
    ".2f",
    "g",
    "n",
    "%",
    "*^+15,",
):
    value = 65 if spec == "c" else n
    print(repr(spec), repr(format(value, spec)), repr(format(-value, spec)) if spec != "c" else "")
for spec in ("s", ".2d", ",b", "z", "5.5", "c+"):
    try:
        print(format(n, spec))
    except ValueError as e:
        print(spec, e)
