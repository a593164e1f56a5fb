class Seq:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i


class Bad:
    def __iter__(self):
        return 5


class NotIter:
    def __next__(self):
        return 1


print(list(Seq()), list(iter(Seq())))
for call in (
    lambda: iter(Bad()),
    lambda: list(Bad()),
    lambda: iter(NotIter()),
    lambda: [x for x in 5],
    lambda: next(Seq()),
):
    try:
        call()
    except TypeError as e:
        print(e)
print(next(NotIter()))
