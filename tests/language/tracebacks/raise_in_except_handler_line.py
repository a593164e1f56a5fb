def risky():
    try:
        int("x")
    except ValueError as error:
        handle(error)

def handle(error):
    raise TypeError("handler failed")

risky()
