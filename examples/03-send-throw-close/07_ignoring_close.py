"""A generator that yields again while it is being closed breaks the rules."""


def stubborn():
    try:
        yield "here"
    except GeneratorExit:
        yield "still here"


generator = stubborn()
print(next(generator))
try:
    generator.close()
except RuntimeError as error:
    print("RuntimeError:", error)


def polite():
    try:
        yield "working"
    except GeneratorExit:
        return "saved"


generator = polite()
print(next(generator))
print("close returns", generator.close())
