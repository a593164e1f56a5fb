match x, y:
    case 1 | -2.5 | "a" "b" | None | True: pass
    case a: pass
    case _ if a > 1: pass
    case (b): pass
    case []: pass
    case (c, *d, 1): pass
    case e, *_: pass
    case {"k": 1, A.B: c, -1: d, **rest}: pass
    case {}: pass
    case Point(): pass
    case m.Point(1, y=[a, b],): pass
    case (1 | 2) as number: pass
match *a, b:
    case ():
        match = 1
        case = match
match(x)
match[1] = 2
match: int = 3
case(1)
_ = match, case, type
print(match.case)
