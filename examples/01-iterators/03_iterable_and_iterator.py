"""An iterable makes a fresh iterator each time; an iterator is used up once."""

numbers = [1, 2, 3]  # an iterable
once = iter(numbers)  # an iterator

print("the list, twice:    ", list(numbers), list(numbers))
print("the iterator, twice:", list(once), list(once))

print("iter(list) is the list?        ", iter(numbers) is numbers)
print("iter(iterator) is the iterator?", iter(once) is once)


class Squares:
    """An iterable that is no iterator: every loop starts over."""

    def __init__(self, count):
        self.count = count

    def __iter__(self):
        return iter([n * n for n in range(self.count)])


squares = Squares(4)
print(list(squares), list(squares))
