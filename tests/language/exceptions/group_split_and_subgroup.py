g = ExceptionGroup(
    "o", [ValueError(1), ExceptionGroup("i", [KeyError(2), ValueError(3)]), TypeError(4)]
)
m, r = g.split(ValueError)
print(repr(m))
print(repr(r))
print(repr(g.subgroup((KeyError, TypeError))))
print(g.subgroup(OSError), g.split(lambda e: isinstance(e, TypeError))[0].exceptions)
print(g.subgroup(ExceptionGroup) is g)
print(repr(g.derive([OSError()])))
