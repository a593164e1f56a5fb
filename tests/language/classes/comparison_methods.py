from functools import total_ordering


class A:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return isinstance(o, A) and self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(A(1) == A(1), A(1) != A(2), A(1) < A(2), A(2) > A(1), A(1) == 1)
print(sorted([A(3), A(1)])[0].n, min([A(3), A(1)]).n)
for op in (lambda: A(1) <= A(2), lambda: hash(A(1)), lambda: {A(1)}):
    try:
        op()
    except TypeError as e:
        print(e)


@total_ordering
class T:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(T(1) <= T(1), T(2) >= T(3), T(2) > T(1))


class N:
    def __eq__(self, o):
        return NotImplemented


n = N()
print(n == 5, n == n, n != n)
