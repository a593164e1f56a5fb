# The keys of a cache ask it for results while they are compared.
import functools


@functools.lru_cache(maxsize=10)
def identity(x):
    return x


class Key:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            identity(Key(1))
        return self.x == other.x


identity(Key(1))
identity(Key(2))
print(identity(Key(2)).x)
print(identity.cache_info().currsize)


@functools.lru_cache(maxsize=2)
def shown(x):
    print("computes", x)
    return x


for x in (1, 2, 1, 3, 1, 2, 2, 3):
    shown(x)
print(shown.cache_info())
