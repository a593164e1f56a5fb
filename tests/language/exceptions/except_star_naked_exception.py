try:
    raise ValueError("alone")
except* ValueError as e:
    print(repr(e), repr(e.exceptions[0].__context__))

try:
    try:
        raise KeyError("not matched")
    except* ValueError:
        print("no")
except KeyError as e:
    print("unchanged", repr(e))
