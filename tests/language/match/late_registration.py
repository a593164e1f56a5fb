"""Classes registered as sequences or mappings after others have been derived from them."""

import collections
import collections.abc


def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class Parent:
    pass


class Child(Parent):
    pass


print(kind(Child()))
collections.abc.Mapping.register(Parent)
print(kind(Parent()), kind(Child()))


class Both(collections.UserDict, collections.abc.Sequence):
    pass


class Reverse(collections.UserList, dict):
    pass


print(kind(Both()), kind(Reverse()))
