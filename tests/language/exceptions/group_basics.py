g = ExceptionGroup("msg", [ValueError(1), KeyError("k")])
print(repr(g), str(g), g.message, g.exceptions)
print(
    isinstance(g, Exception),
    type(BaseExceptionGroup("b", [ValueError()])).__name__,
    type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__,
)
for args in (
    ("m", []),
    ("m", [5]),
    ("m", 5),
    (5, [ValueError()]),
    ("m", [KeyboardInterrupt()]),
    ("m",),
):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
