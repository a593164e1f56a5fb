def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "one or two"
        case -3.5:
            return "negative"
        case "text":
            return "text"
        case b"b":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"


print([f(x) for x in (0, 2, -3.5, "text", b"b", None, True, False, 1.0, [])])
