"""Library reference: random, by seeds."""
import random
r = random.Random(42)
print(r.random(), r.uniform(1, 10), r.randint(1, 6), r.randrange(10), r.randrange(0, 101, 2), r.choice('abc'), r.choices([1, 2, 3], k=5), r.choices(['red', 'black', 'green'], [18, 18, 2], k=6), r.choices('ab', cum_weights=[1, 3], k=4))
deck = list(range(10))
r.shuffle(deck)
print(deck, r.sample(range(100), 5), r.sample('abcdef', 3), r.sample(['a', 'b'], counts=[3, 2], k=4), r.getrandbits(40), r.getrandbits(0), r.randbytes(5))
print(r.triangular(1, 10, 5), r.betavariate(1, 2), r.expovariate(1.5), r.expovariate(), r.gammavariate(2, 1), r.gammavariate(0.5, 1), r.gauss(0, 1), r.gauss(), r.lognormvariate(0, 1), r.normalvariate(0, 1), r.vonmisesvariate(0, 1), r.paretovariate(2), r.weibullvariate(1, 2), r.binomialvariate(10, 0.3), r.binomialvariate(100, 0.5))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]))
for seed in (0, 1, -1, 10 ** 30, 'text', b'bytes', 1.5, True, bytearray(b'x')):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 10 ** 20))
random.seed('text', version=1)
print(random.random())
random.seed(5)
print([random.randrange(1000) for _ in range(8)], random.sample(range(10 ** 9), 3))
for bad in (lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(1, 10, 0), lambda: r.randrange(1.5), lambda: r.randint(2, 1), lambda: r.choices([], k=1), lambda: r.choices([1, 2], [1], k=1), lambda: r.choices([1], [0], k=1), lambda: r.choices([1], [1], cum_weights=[1]), lambda: r.getrandbits(-1), lambda: r.sample([1, 2], -1), lambda: r.shuffle((1, 2)), lambda: r.seed([]), lambda: r.setstate((1, 2)), lambda: r.sample([1], counts=[1.5], k=1), lambda: r.binomialvariate(-1), lambda: r.binomialvariate(1, 2), lambda: r.randint('a', 1), lambda: r.choices([1, 2], 5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Fixed(random.Random):
    def random(self):
        return 0.5


f = Fixed()
print(f.random(), f.choice('abc'), f.randrange(10), f.shuffle(x := [1, 2, 3, 4]), x, f.uniform(0, 2), f.sample(range(5), 2))
