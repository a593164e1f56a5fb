try:
    raise ExceptionGroup("first", [ValueError(1)])
except ExceptionGroup as g:
    raise RuntimeError("second") from g
