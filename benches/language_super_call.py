"""Calling a method of the base class with `super()`."""

from measure import measure

N = 300_000


class Base:
    def value(self):
        return 1


class Derived(Base):
    def value(self):
        return super().value()


def work():
    derived = Derived()
    for _ in range(N):
        derived.value()


measure("language_super_call", work, N)
