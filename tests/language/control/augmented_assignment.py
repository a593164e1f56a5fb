x = [1]
y = x
y += [2]
print(x)
y = y + [3]
print(x, y)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
n = 10
n //= 3
n **= 4
n %= 50
n <<= 2
n |= 1
n ^= 7
n &= 0xFF
n >>= 1
n -= 1
n *= 2
n /= 4
print(n)


class C:
    def __iadd__(self, o):
        return "replaced"


c = C()
c += 1
print(c)
