"""`throw` raises an exception at the `yield`; the generator may catch it and go on."""


def thermostat():
    target = 20
    while True:
        try:
            yield target
        except ValueError as error:
            print(f"  inside: {error}, back to 20")
            target = 20
        else:
            target += 1


generator = thermostat()
print(next(generator))
print(next(generator))
print(next(generator))
print(generator.throw(ValueError("sensor fault")))
print(next(generator))
generator.throw(KeyError("nobody catches this one"))
