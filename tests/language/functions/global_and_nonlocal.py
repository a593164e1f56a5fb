x = "global"


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "changed"

        def deepest():
            global x
            x = "global changed"

        deepest()

    inner()
    return x


print(outer(), x)


def make():
    global made
    made = 1


make()
print(made)
