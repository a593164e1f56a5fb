"""Library reference: statistics."""
import statistics
from statistics import *
from fractions import Fraction
data = [1, 2, 3, 4, 4]
print(mean(data), mean([-1.0, 2.5, 3.25, 5.75]), fmean([3.5, 4.0, 5.25]), fmean([85, 92, 83], weights=[0.2, 0.3, 0.5]), geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), median([1, 3, 5]), median([1, 3, 5, 7]), median_low([1, 3, 5, 7]), median_high([1, 3, 5, 7]), median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), mode([1, 1, 2, 3, 3, 3]), mode(['red', 'blue', 'red']), multimode('aabbbbccddddeeffffgg'), mode('abba'))
print(pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), variance([1, 2, 3], 2), pvariance([1, 2, 3, 4]), stdev([1, 1]), variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]), mean([Fraction(3, 7), Fraction(1, 21)]), mean([1, 2]), mean([1, 3]), mean([True, False]), quantiles([1, 2, 3, 4, 5], n=4), quantiles(range(1, 11), n=10), quantiles([1, 2, 3], method='inclusive'), quantiles([1]) if False else '')
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, x), correlation(x, y), correlation(x, y, method='ranked'), linear_regression([1971, 1975, 1979], [1, 2, 3]), linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
n = NormalDist(mu=100, sigma=15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(100), n.cdf(115), n.inv_cdf(0.5), round(n.inv_cdf(0.975), 6), n.zscore(130), n.quantiles(4), n + 10, n * 2, n / 5, -n, n - NormalDist(5, 2), n + NormalDist(1, 1), n.overlap(NormalDist(110, 15)), NormalDist.from_samples([1, 2, 3, 4]), n == NormalDist(100, 15), hash(n) == hash(NormalDist(100, 15)), n.samples(3, seed=5))
for bad in (lambda: mean([]), lambda: median([]), lambda: mode([]), lambda: stdev([1]), lambda: variance([]), lambda: pvariance([]), lambda: fmean([]), lambda: geometric_mean([-1]), lambda: geometric_mean([]), lambda: harmonic_mean([-1]), lambda: harmonic_mean([]), lambda: quantiles([]), lambda: quantiles([1, 2], n=0), lambda: quantiles([1, 2], method='x'), lambda: correlation([1], [2]), lambda: correlation([1, 1], [2, 2]), lambda: covariance([1, 2], [1]), lambda: linear_regression([1, 1], [1, 2]), lambda: NormalDist(0, -1), lambda: n.inv_cdf(2), lambda: NormalDist(0, 0).pdf(0), lambda: mean(['a']), lambda: mean([1, 'a']), lambda: mean(5), lambda: fmean([1], weights=[0]), lambda: fmean([1, 2], weights=[1]), lambda: median_grouped([]), lambda: multimode([]), lambda: NormalDist.from_samples([1]), lambda: mean([float('nan'), 1]), lambda: mean([float('inf'), 1])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
