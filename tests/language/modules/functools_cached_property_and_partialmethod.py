from functools import cached_property, partialmethod


class A:
    @cached_property
    def slow(self):
        print("computing")
        return 5

    def set(self, a, b):
        return a, b

    set_one = partialmethod(set, 1)


a = A()
print(a.slow, a.slow, a.__dict__, a.set_one(2))
