def classify(e):
    try:
        raise e
    except (KeyError, IndexError):
        return "lookup by index or key"
    except LookupError:
        return "lookup"
    except ArithmeticError:
        return "arithmetic"
    except:
        return "bare"


print(
    classify(KeyError()),
    classify(LookupError()),
    classify(ZeroDivisionError()),
    classify(KeyboardInterrupt()),
)
try:
    try:
        raise ValueError
    except "text":
        pass
except TypeError as e:
    print(e)
