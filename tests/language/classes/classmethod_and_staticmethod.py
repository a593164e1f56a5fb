class A:
    count = 0

    @classmethod
    def make(cls, *a):
        cls.count += 1
        return cls.__name__, a

    @staticmethod
    def add(a, b):
        return a + b


class B(A):
    pass


print(A.make(1), B.make(2), B().make(3), A.count, B.count)
print(A.add(1, 2), A().add(3, 4))
