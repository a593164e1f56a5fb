match command:
    case "quit" | "exit":
        leave()
    case [first, *rest] if rest:
        go(first)
    case {"name": name, **others}:
        call(name)
    case Point(0, y=0) as origin:
        draw(origin)
    case None:
        nothing()
    case _:
        other()
