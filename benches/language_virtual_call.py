"""Calling the same method on objects of four classes in turn."""

from measure import measure

ROUNDS = 150_000


class Shape:
    def sides(self):
        return 0


class Triangle(Shape):
    def sides(self):
        return 3


class Square(Shape):
    def sides(self):
        return 4


class Circle(Shape):
    pass


def work():
    shapes = [Shape(), Triangle(), Square(), Circle()]
    for _ in range(ROUNDS):
        for shape in shapes:
            shape.sides()


measure("language_virtual_call", work, ROUNDS * 4)
