try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3)])])
except* ValueError as e:
    print(repr(e))
except* TypeError as e:
    print(repr(e))
else:
    print("else no")
finally:
    print("finally")

try:
    pass
except* ValueError:
    print("no")
else:
    print("else yes")
