"""One `yield` gives a value out and takes the next one in."""


def average():
    total = 0.0
    count = 0
    result = None
    while True:
        value = yield result
        total += value
        count += 1
        result = total / count


running = average()
next(running)
for value in [10, 20, 60, 30]:
    print(f"sent {value}, average so far {running.send(value)}")
