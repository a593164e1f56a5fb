print(True + True, True * 3, sum([True, False, True]), True == 1, isinstance(True, int), ["a", "b"][True], {1: "x"}[True], str(True), f"{True:d}", int(True), -True)
print(True & False, True | False, True ^ True, type(True & True).__name__, type(True & 1).__name__, not 0, bool("0"), bool(0.0), bool([0]), bool(float("nan")))
