"""What `yield from` would be without the keyword: a loop that forwards `send` and `throw`."""


def delegate(inner):
    try:
        value = next(inner)
        while True:
            try:
                received = yield value
            except Exception as error:
                value = inner.throw(error)
            else:
                value = inner.send(received)
    except StopIteration as stop:
        return stop.value


def dialogue():
    name = yield "name?"
    try:
        age = yield f"age, {name}?"
    except ValueError:
        age = yield "a number, please?"
    return f"{name} is {age}"


def main():
    print("result:", (yield from delegate(dialogue())))


generator = main()
print(next(generator))
print(generator.send("Ada"))
print(generator.throw(ValueError()))
try:
    generator.send(36)
except StopIteration:
    print("the dialogue is over")
