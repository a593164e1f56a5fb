"""The value of a StopIteration that ends an iterator of the library reaches `yield from`."""

import itertools


class Ending:
    """Counts to two and ends with a value."""

    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > 2:
            raise StopIteration("the end")
        return self.count


def stop(*arguments):
    raise StopIteration("stopped")


def returning():
    yield 1
    return "returned"


def delegate(iterable):
    return (yield from iterable)


MAKERS = {
    "map": lambda: map(stop, [1]),
    "map over": lambda: map(lambda x: x, Ending()),
    "map over two": lambda: map(lambda x, y: x, Ending(), [1, 2, 3]),
    "map over a generator": lambda: map(str, returning()),
    "filter": lambda: filter(stop, [1]),
    "filter over": lambda: filter(None, Ending()),
    "zip": lambda: zip(Ending(), [1, 2, 3]),
    "zip second": lambda: zip([1, 2, 3], Ending()),
    "zip strict": lambda: zip(Ending(), [1, 2], strict=True),
    "enumerate": lambda: enumerate(Ending()),
    "iter with a sentinel": lambda: iter(stop, 1),
    "iter of a method": lambda: iter(Ending().__next__, 5),
    "accumulate": lambda: itertools.accumulate(Ending()),
    "accumulate calling": lambda: itertools.accumulate([1, 2], stop),
    "chain": lambda: itertools.chain(Ending(), Ending()),
    "compress": lambda: itertools.compress(Ending(), [1, 1, 1]),
    "compress by": lambda: itertools.compress([1, 1, 1], Ending()),
    "cycle": lambda: itertools.islice(itertools.cycle(Ending()), 3),
    "dropwhile": lambda: itertools.dropwhile(lambda x: False, Ending()),
    "takewhile": lambda: itertools.takewhile(stop, Ending()),
    "filterfalse": lambda: itertools.filterfalse(stop, Ending()),
    "islice": lambda: itertools.islice(Ending(), 10),
    "islice with a step": lambda: itertools.islice(Ending(), 1, 10, 2),
    "pairwise": lambda: itertools.pairwise(Ending()),
    "starmap": lambda: itertools.starmap(stop, [[1]]),
    "batched": lambda: itertools.batched(Ending(), 2),
    "zip_longest": lambda: itertools.zip_longest(Ending(), [1]),
    "tee": lambda: itertools.tee(Ending())[0],
    "groupby": lambda: itertools.groupby([1, 2], stop),
}

for name, make in MAKERS.items():
    generator, items = delegate(make()), []
    while True:
        try:
            item = next(generator)
            items.append(tuple(item)[:1] if name == "groupby" else item)
        except StopIteration as end:
            print(name, items, repr(end.value))
            break

for make in (MAKERS["map"], MAKERS["islice"], MAKERS["map over a generator"]):
    iterator = make()
    try:
        while True:
            next(iterator)
    except StopIteration as end:
        print(end.args, next(iterator, "default"))
    print(list(make()), [item for item in make()])
