class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


first = T("global first")


def f():
    return T("never dropped")


kept = [f()]
print("end of the program")
