"""Numbers: statistics, seeded random, bisect and heapq."""
import bisect
import heapq
import random
import statistics as st

data = [2, 4, 4, 5, 7, 9, 1.5]
print(st.mean(data), st.fmean(data), st.median(data), st.mode(data), st.stdev(data), st.pvariance(data), st.quantiles(data))
print(st.mean([1, 2, 3]), st.mean([1, 2]), st.median([1, 2]), st.multimode("aabbc"), st.harmonic_mean([1, 2]), st.geometric_mean([1, 8]))
print(st.linear_regression([1, 2, 3], [2, 4, 7]), st.correlation([1, 2, 3], [1, 2, 4]), st.NormalDist(5, 2).cdf(6))
try:
    st.mean([])
except st.StatisticsError as error:
    print(error)
rng = random.Random(42)
print(rng.random(), rng.randint(1, 6), rng.choice("abc"), rng.sample(range(100), 5), rng.gauss(0, 1), rng.shuffle(data), data)
print(rng.choices(["x", "y"], weights=[1, 9], k=6), rng.uniform(1, 2), rng.betavariate(2, 3), rng.expovariate(3), rng.triangular(0, 1, .5))
random.seed("text")
print(random.random(), random.getrandbits(40), random.randbytes(4), random.normalvariate(), random.vonmisesvariate(0, 4), random.binomialvariate(10, .3))
for bad in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1)):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect(a, "b", key=lambda x: "abcdef"[x]))
bisect.insort(a, 4)
print(a)
h = [5, 2, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge([3, 1], [2], reverse=True)))
