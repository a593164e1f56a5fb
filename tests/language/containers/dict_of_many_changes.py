"""A dict that grows, shrinks and is emptied from both ends, beside a list that says what it holds."""

import random

chance = random.Random(7)


class Key:
    """Keys that share few hashes, so that many are asked whether they are equal."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 5

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return f"Key({self.number})"


def kinds(number):
    yield number
    yield number << 32
    yield -number << 70
    yield f"k{number}"
    yield (number, str(number))
    yield number + 0.5
    yield Key(number)


def check(table, pairs):
    assert list(table.items()) == pairs
    assert len(table) == len(pairs)
    for key, value in pairs:
        assert table[key] == value and key in table
    assert "absent" not in table and 10**30 not in table and Key(-1) not in table


for kind in range(7):
    table, pairs = {}, []
    for step in range(1500):
        key = list(kinds(chance.randrange(60)))[kind]
        places = [place for place, (known, _) in enumerate(pairs) if known == key]
        match chance.randrange(6):
            case 0 | 1 | 2:
                table[key] = step
                if places:
                    pairs[places[0]] = (pairs[places[0]][0], step)
                else:
                    pairs.append((key, step))
            case 3 if places:
                del table[key]
                del pairs[places[0]]
            case 4 if pairs:
                assert table.popitem() == pairs.pop()
            case 5 if pairs:
                first = next(iter(table))
                assert table.pop(first) == pairs.pop(0)[1]
        if step % 100 == 0:
            check(table, pairs)
    check(table, pairs)
    check(dict(table), pairs)
    print(kind, len(pairs), pairs[:2])

# An entry at the end that comes and goes, in tables of all sizes.
for size in (5, 8, 9, 10, 21, 42, 85, 170, 1000):
    table = {number: None for number in range(size)}
    for number in range(3 * size):
        assert table.popitem() == (size - 1 if number == 0 else -number, None)
        table[-number - 1] = None
    assert list(table) == [*range(size - 1), -3 * size]

# A queue: in at the end, out at the front.
queue = {}
for number in range(3000):
    queue[number] = number
    if number >= 20:
        assert queue.pop(number - 20) == number - 20
print(list(queue)[:3], len(queue))

# Equal keys of different types, and hashes that are equal modulo every power of two.
table = {1: "int", 1.0: "float", True: "bool"}
print(table)
table = {number << 40: number for number in range(200)}
assert [table[number << 40] for number in range(200)] == list(range(200))
assert all(number not in table for number in range(1, 200))
table = {}
for number in range(100):
    table[-number] = number
    table[float(-number)] += 1
print(sum(table.values()), list(table)[:4])

# Changed while it is asked.
class Changing(Key):
    def __eq__(self, other):
        if log:
            log.pop()()
        return super().__eq__(other)

    __hash__ = Key.__hash__


log = []
table = {Changing(number): number for number in range(0, 60, 5)}
log.append(lambda: table.update({f"new {number}": number for number in range(40)}))
table[Changing(25)] = "changed"
print(len(table), [value for value in table.values() if value == "changed"])
log.append(table.clear)
table[Changing(25)] = "alone"
print(table)
