"""`except*` takes its part of a group; each handler sees a smaller group, the rest goes on."""


def sort_out(*errors):
    try:
        raise ExceptionGroup("several things", list(errors))
    except* ValueError as group:
        print("values: ", [str(error) for error in group.exceptions])
    except* (KeyError, IndexError) as group:
        print("look-up:", [repr(error) for error in group.exceptions])
    print("---")


sort_out(ValueError("a"), KeyError("b"), ValueError("c"))
sort_out(IndexError("d"))
sort_out(ValueError("e"), ZeroDivisionError("left over"))
