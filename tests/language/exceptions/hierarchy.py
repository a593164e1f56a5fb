for e in (
    ZeroDivisionError,
    KeyError,
    FileNotFoundError,
    RecursionError,
    UnicodeDecodeError,
    ModuleNotFoundError,
    TimeoutError,
    StopAsyncIteration,
    GeneratorExit,
    ExceptionGroup,
    BaseExceptionGroup,
    IndentationError,
    BrokenPipeError,
    NotImplementedError,
    UnboundLocalError,
):
    print(e.__name__, [c.__name__ for c in e.__mro__[1:-1]])
