import random

random.seed(42)
print(
    random.random(),
    random.randint(1, 100),
    random.choice("abc"),
    random.uniform(1, 2),
    random.randrange(0, 10, 3),
)
x = list(range(10))
random.shuffle(x)
print(
    x,
    random.sample(range(100), 5),
    random.choices("ab", k=4),
    random.gauss(0, 1),
    random.getrandbits(40),
)
r = random.Random("text seed")
print(
    r.random(),
    r.expovariate(2),
    r.choices([1, 2, 3], weights=[5, 1, 1], k=5),
    r.triangular(0, 1),
    r.normalvariate(0, 1),
)
random.seed(1)
a = random.random()
state = random.getstate()
b = random.random()
random.setstate(state)
print(random.random() == b, a)
