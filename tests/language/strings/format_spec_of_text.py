for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "-<5.1s", "05"):
    print(repr(spec), repr(format("text", spec)))
for spec in ("d", "+", "=10", ",", "#", "x"):
    try:
        print(format("text", spec))
    except ValueError as e:
        print(spec, e)
print(format(True, "5"), format(None, ""), format(True, ""), format([1], ""))
try:
    format(None, "5")
except TypeError as e:
    print(e)
