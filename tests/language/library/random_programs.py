"""Library reference: random, simulations with seeds."""
import random
from collections import Counter
from itertools import accumulate
from statistics import fmean

random.seed(12345)
print(random.random(), random.uniform(2.5, 10.0), random.expovariate(1 / 5), random.randrange(10), random.randrange(0, 101, 2), random.choice(['win', 'lose', 'draw']))
deck = 'ace two three four'.split()
random.shuffle(deck)
print(deck, random.sample([10, 20, 30, 40, 50], k=4), random.choices(['red', 'black', 'green'], [18, 18, 2], k=6))


def trial():
    return random.choices('HT', cum_weights=(0.60, 1.00), k=7).count('H') >= 5


print(sum(trial() for _ in range(1000)) / 1000)
dealt = random.sample(['tens', 'low cards'], counts=[16, 36], k=20)
print(dealt.count('tens') / 20)
data = [41, 50, 29, 37, 81, 30, 73, 63, 20, 35, 68, 22, 60, 31, 95]
means = sorted(fmean(random.choices(data, k=len(data))) for _ in range(100))
print(f'{fmean(data):.1f} {means[5]:.1f} {means[94]:.1f}')


def random_walk(n, rng):
    return list(accumulate(rng.choice((-1, 1)) for _ in range(n)))


a, b = random.Random('seed'), random.Random('seed')
print(random_walk(10, a) == random_walk(10, b), random_walk(5, a))
state = random.getstate()
x = [random.gauss(0, 1) for _ in range(3)]
random.setstate(state)
print(x == [random.gauss(0, 1) for _ in range(3)], [round(v, 6) for v in x])


class Loaded(random.Random):
    def __init__(self, values):
        super().__init__()
        self.values = iter(values)

    def random(self):
        return next(self.values)

    def getrandbits(self, k):
        return 1


loaded = Loaded([0.1, 0.9, 0.5, 0.3])
print(loaded.random(), loaded.uniform(0, 10), loaded.choice('abc'), loaded.random(), loaded.randrange(4))


def weighted(items, rng):
    total = list(accumulate(w for _, w in items))
    from bisect import bisect
    return items[bisect(total, rng.random() * total[-1])][0]


rng = random.Random(1)
print(Counter(weighted([('a', 1), ('b', 3), ('c', 6)], rng) for _ in range(1000)).most_common())


def shuffled(seq, rng):
    out = list(seq)
    for i in reversed(range(1, len(out))):
        j = rng.randrange(i + 1)
        out[i], out[j] = out[j], out[i]
    return out


print(shuffled(range(8), random.Random(7)), random.Random(7).sample(range(8), 8), random.Random(3).randbytes(4), random.Random(3).getrandbits(70), random.Random(2.5).random(), random.Random(-5).random(), random.Random(None) is not None, random.SystemRandom().random() < 1)
pi_inside = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(2000))
print(pi_inside, [rng.randint(1, 6) for _ in range(10)], rng.triangular(), rng.triangular(0, 10, 10), rng.betavariate(2, 5), rng.gammavariate(9, 0.5), rng.vonmisesvariate(0, 4), rng.lognormvariate(), rng.paretovariate(3), rng.weibullvariate(1, 1.5), rng.normalvariate(), rng.binomialvariate(20, 0.7), sep='\n')
