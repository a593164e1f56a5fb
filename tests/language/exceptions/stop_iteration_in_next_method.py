class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("ignored by for")
        return self.n


print(list(It()), [x for x in It()])
for x in It():
    pass
else:
    print("else")
