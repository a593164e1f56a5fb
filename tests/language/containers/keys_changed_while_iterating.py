"""What iterators say when the keys change under them while the number of keys stays."""

from collections import OrderedDict


def attempt(function):
    try:
        print(function.__name__, function())
    except RuntimeError as error:
        print(function.__name__, "RuntimeError:", error)


def only_key():
    numbers, count = {1: 1}, 0
    for key in numbers:
        count += 1
        if count > 20:
            return "endless"
        del numbers[key]
        numbers[key] = 2
    return count


def two_keys():
    numbers, count = {1: 1, 2: 2}, 0
    for key in numbers:
        count += 1
        if count > 20:
            return "endless"
        del numbers[key]
        numbers[key] = 2
    return count


def three_items():
    numbers, seen = {1: 1, 2: 2, 3: 3}, []
    for key, value in numbers.items():
        seen.append((key, value))
        numbers.pop(key)
        numbers[key + 10] = value
    return seen


def half_of_many():
    numbers, seen = {number: 1 for number in range(100)}, []
    for key in numbers:
        seen.append(key)
        if key < 50:
            del numbers[key]
            numbers[key + 1000] = 1
    return len(seen), seen[-5:]


def values():
    numbers, seen = {"a": 1, "b": 2}, []
    for value in numbers.values():
        seen.append(value)
        numbers["b"] = numbers.pop("b")
    return seen


def backwards():
    numbers = {1: 1}
    iterator = reversed(numbers)
    seen = [next(iterator)]
    del numbers[1]
    numbers[1] = 1
    return seen + list(iterator)


def cleared():
    numbers = {1: 1}
    iterator = iter(numbers)
    next(iterator)
    numbers.clear()
    numbers[1] = 1
    return list(iterator)


def popped_and_put_back():
    numbers, seen = dict.fromkeys(range(5)), []
    for key in numbers:
        seen.append(key)
        numbers[key] = numbers.pop(key)
    return seen


def last_item_put_back():
    numbers, seen = dict.fromkeys(range(5)), []
    for key in numbers:
        seen.append(key)
        last, value = numbers.popitem()
        numbers[last] = value
    return seen


def moved_to_the_end():
    order, seen = OrderedDict.fromkeys(range(3)), []
    for key in order:
        seen.append(key)
        order.move_to_end(key)
    return seen


def set_of_one():
    numbers, count = {1}, 0
    for key in numbers:
        count += 1
        numbers.remove(key)
        numbers.add(key)
    return count


for function in (
    only_key, two_keys, three_items, half_of_many, values, backwards, cleared,
    popped_and_put_back, last_item_put_back, moved_to_the_end, set_of_one,
):
    attempt(function)
