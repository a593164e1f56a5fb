class T:
    def __del__(self):
        print("del T")


def f():
    t = T()
    raise ValueError("x")


saved = None
try:
    f()
except ValueError as e:
    saved = e
print("the traceback holds the frame")
saved = None
print("freed")
