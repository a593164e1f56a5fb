class Reader:
    def __init__(self, name):
        self.name = name

    def lines(self):
        try:
            yield self.name
            yield "more"
        finally:
            print("closing", self.name)

    def __del__(self):
        print("del", self.name)


it = Reader("r").lines()
print(next(it))
it = None
print("end")
