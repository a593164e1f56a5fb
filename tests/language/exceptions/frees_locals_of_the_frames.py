class Loud:
    def __del__(self):
        print("freed")


def f():
    x = Loud()
    raise ValueError


try:
    f()
except ValueError as e:
    print("caught, frame alive")
print("after")
