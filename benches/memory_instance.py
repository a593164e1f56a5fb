"""Instances with three attributes."""

from resident import bytes_each

N = 400_000


class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


bytes_each("memory_instance", lambda: [Point(1, 2, 3) for _ in range(N)], N)
