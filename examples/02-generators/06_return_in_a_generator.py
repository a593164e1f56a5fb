"""`return` ends a generator; its value rides on StopIteration, where a `for` never looks."""


def survey(answers):
    yes = 0
    for answer in answers:
        yield answer
        yes += answer == "yes"
    return f"{yes} times yes"


for answer in survey(["yes", "no", "yes"]):
    print("for sees", answer)

generator = survey(["yes"])
print("next gives", next(generator))
try:
    next(generator)
except StopIteration as stop:
    print("StopIteration carries", stop.value)
