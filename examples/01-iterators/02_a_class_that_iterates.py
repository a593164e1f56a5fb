"""Anything with `__iter__` and `__next__` can stand after `in`."""


class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current == 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


for number in Countdown(3):
    print(number)

print(list(Countdown(5)), sum(Countdown(4)), max(Countdown(7)))
first, *rest = Countdown(4)
print(first, rest)
