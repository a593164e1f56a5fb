def a():
    try:
        return "try"
    finally:
        print("finally runs")


def b():
    for i in range(3):
        try:
            continue
        finally:
            print("i", i)
    return "end"


def c():
    while True:
        try:
            break
        finally:
            print("break passes finally")
    return "c"


def d():
    x = 1
    try:
        return x
    finally:
        x = 2


print(a(), b(), c(), d())
