def f(cause):
    try:
        try:
            raise KeyError("context")
        except KeyError:
            raise ValueError("v") from cause
    except ValueError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


f(TypeError("cause"))
f(TypeError)
f(None)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
