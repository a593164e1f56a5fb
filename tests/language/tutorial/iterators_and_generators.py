"""Tutorial 9.8 to 9.10."""
for element in [1, 2, 3]:
    print(element, end=' ')
for element in (1, 2, 3):
    print(element, end=' ')
for key in {'one': 1, 'two': 2}:
    print(key, end=' ')
for char in "123":
    print(char, end=' ')
print()
it = iter('abc')
print(next(it), next(it), next(it))
try:
    next(it)
except StopIteration as error:
    print(repr(error), error.value)


class Reverse:
    """Iterator for looping over a sequence backwards."""

    def __init__(self, data):
        self.data = data
        self.index = len(data)

    def __iter__(self):
        return self

    def __next__(self):
        if self.index == 0:
            raise StopIteration
        self.index = self.index - 1
        return self.data[self.index]


print(list(Reverse('spam')))


def reverse(data):
    for index in range(len(data) - 1, -1, -1):
        yield data[index]


print(''.join(reverse('golf')))
print(sum(i * i for i in range(10)))
xvec, yvec = [10, 20, 30], [7, 5, 3]
print(sum(x * y for x, y in zip(xvec, yvec)))
page = ["a b", "c a"]
print(sorted(set(word for line in page for word in line.split())))
data = 'golf'
print(list(data[i] for i in range(len(data) - 1, -1, -1)))


class OldStyle:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


print(list(OldStyle()), 20 in OldStyle(), max(OldStyle()), [*reversed([1, 2])])
for bad in (lambda: iter(5), lambda: next([]), lambda: reversed(OldStyle()), lambda: list(Reverse(None)), lambda: sum(5), lambda: [*5],
            lambda: dict(5), lambda: next(iter([]))):
    try:
        print(bad())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
values = iter(range(10))
print(next(values, None), list(zip(values, values)), next(values, 'end'))
print(list(iter(iter([1, 2, 0, 3]).__next__, 0)))
