"""Means, medians, spreads and other statistics of data.

Sums are exact: floats are added as ratios of integers, and only the result
is rounded.
"""

from math import (
    erf, exp, fabs, fsum, hypot, inf, isfinite, isinf, isnan, isqrt, log, nan, sqrt, sumprod, tau,
)

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean",
    "geometric_mean", "harmonic_mean", "linear_regression", "mean", "median",
    "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
    "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    """Raised for data that have no such statistic."""


# --- exact arithmetic -------------------------------------------------------


class _Ratio:
    """An exact number; only what the functions here need."""

    __slots__ = ("numerator", "denominator")

    def __init__(self, numerator, denominator=1):
        self.numerator = numerator
        self.denominator = denominator

    def __add__(self, other):
        if self.denominator == other.denominator:
            return _Ratio(self.numerator + other.numerator, self.denominator)
        return _Ratio(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )

    def __sub__(self, other):
        return self + _Ratio(-other.numerator, other.denominator)

    def __mul__(self, other):
        return _Ratio(
            self.numerator * other.numerator, self.denominator * other.denominator
        )

    def __truediv__(self, other):
        return _Ratio(
            self.numerator * other.denominator, self.denominator * other.numerator
        )


def _result_type(current, other):
    """The type of results for data of both types: the wider one."""
    if current is other or other is int or other is bool:
        return current
    if current in (int, bool):
        return other
    if issubclass(other, current):
        return other
    if issubclass(current, other):
        return current
    if issubclass(current, int):
        return other
    if issubclass(other, int):
        return current
    if issubclass(current, float) or issubclass(other, float):
        return float if not issubclass(current, float) else current
    raise TypeError(
        "don't know how to coerce %s and %s" % (current.__name__, other.__name__)
    )


def _sums(data, power=1):
    """Add the data up (or their squares as well); returns type, count, sum and extra.

    `extra` is a float (infinite or not a number) if the data had such values,
    else the exact sum of the squares for power=2, else None.
    """
    kind = int
    count = 0
    # denominator -> sum of the numerators
    partial = {}
    squares = {}
    special = None
    for value in data:
        count += 1
        kind = _result_type(kind, type(value))
        try:
            numerator, denominator = value.as_integer_ratio()
        except (OverflowError, ValueError):
            special = value if special is None else special + value
            continue
        except AttributeError:
            numerator = getattr(value, "numerator", None)
            denominator = getattr(value, "denominator", None)
            if numerator is None or denominator is None:
                raise TypeError(
                    f"can't convert type '{type(value).__name__}' to numerator/denominator"
                )
        partial[denominator] = partial.get(denominator, 0) + numerator
        if power == 2:
            squares[denominator] = squares.get(denominator, 0) + numerator * numerator
    total = _Ratio(0)
    for denominator, numerator in partial.items():
        total = total + _Ratio(numerator, denominator)
    if special is not None:
        return kind, count, total, special
    if power == 1:
        return kind, count, total, None
    square_sum = _Ratio(0)
    for denominator, numerator in squares.items():
        square_sum = square_sum + _Ratio(numerator, denominator * denominator)
    return kind, count, total, square_sum


def _convert(value, kind):
    """Round an exact number to the type of the data; whole numbers stay ints."""
    if issubclass(kind, int):
        if value.numerator % value.denominator == 0:
            return kind(value.numerator // value.denominator)
        kind = float
    if issubclass(kind, float):
        return kind(value.numerator / value.denominator)
    # Other number types can divide.
    return kind(value.numerator) / kind(value.denominator)


def _sum_of_squares(data, center):
    """Return type, count, mean and the exact sum of squared deviations."""
    if center is not None:
        # Deviations from a given center are computed in the type of the data.
        deviations = [value - center for value in data]
        kind, count, total, special = _sums([each * each for each in deviations])
        return kind, count, center, total if special is None else special
    kind, count, total, squares = _sums(data, 2)
    if count == 0:
        return int, 0, _Ratio(0), _Ratio(0)
    if isinstance(squares, float):
        # With an infinite value nothing is known.
        return kind, count, nan, nan
    mean = _Ratio(total.numerator, total.denominator * count)
    deviation = squares - total * mean
    return kind, count, mean, deviation


def _sqrt_to_odd(n, m):
    """The integer square root of n / m, with the last bit set if it isn't exact."""
    root = isqrt(n // m)
    return root | (root * root * m != n)


def _sqrt_of_ratio(n, m):
    """The square root of n / m, rounded correctly."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        return (_sqrt_to_odd(n, m << 2 * shift) << shift) / 1
    return _sqrt_to_odd(n << -2 * shift, m) / (1 << -shift)


# --- averages ---------------------------------------------------------------


def mean(data):
    """The arithmetic mean."""
    kind, count, total, special = _sums(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    if special is not None:
        return special
    return _convert(_Ratio(total.numerator, total.denominator * count), kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float; faster than mean()."""
    if weights is None:
        try:
            count = len(data)
        except TypeError:
            data = list(data)
            count = len(data)
        total = fsum(data)
        if not count:
            raise StatisticsError("fmean requires at least one data point")
        return total / count
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        numerator = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    denominator = fsum(weights)
    if not denominator:
        raise StatisticsError("sum of weights must be non-zero")
    return numerator / denominator


def geometric_mean(data):
    """The n-th root of the product."""
    count = 0
    zero_seen = False
    logarithms = []
    for value in data:
        count += 1
        if value > 0.0 or isnan(value):
            logarithms.append(log(value))
        elif value == 0.0:
            zero_seen = True
        else:
            raise StatisticsError("No negative inputs allowed", value)
    total = fsum(logarithms)
    if not count:
        raise StatisticsError("Must have a non-empty dataset")
    if isnan(total):
        return nan
    if zero_seen:
        return nan if total == inf else 0.0
    return exp(total / count)


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    if iter(data) is data:
        data = list(data)
    complaint = "harmonic mean does not support negative values"
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        value = data[0]
        if not hasattr(value, "__float__") or isinstance(value, str):
            raise TypeError("unsupported type")
        if value < 0:
            raise StatisticsError(complaint)
        return value
    if weights is None:
        weights = [1] * count
    else:
        weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        if any(weight < 0 for weight in weights):
            raise StatisticsError(complaint)
    reciprocals = []
    for weight, value in zip(weights, data):
        if value < 0:
            raise StatisticsError(complaint)
        try:
            reciprocals.append(weight / value if weight else 0)
        except ZeroDivisionError:
            return 0
    kind, _, total, special = _sums(reciprocals)
    if special is not None or total.numerator <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(_sums(weights)[2] / total, kind)


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError("no median for empty data")
    middle = count // 2
    if count % 2:
        return data[middle]
    return (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value, or the lower one of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher one of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data grouped into intervals around their values."""
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    count = len(data)
    if not count:
        raise StatisticsError("no median for empty data")
    value = data[count // 2]
    below = bisect_left(data, value)
    inside = bisect_right(data, value, lo=below) - below
    try:
        interval = float(interval)
        value = float(value)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return value - interval / 2.0 + interval * (count / 2 - below) / inside


def mode(data):
    """The most common value; the first one if several are."""
    from collections import Counter

    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """A list of the most common values."""
    from collections import Counter

    counts = Counter(iter(data))
    if not counts:
        return []
    highest = max(counts.values())
    return [value for value, count in counts.items() if count == highest]


def quantiles(data, *, n=4, method="exclusive"):
    """Return the n - 1 points that cut the data into n groups of equal size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        if count == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        result = []
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        result = []
        for i in range(1, n):
            j = min(max(i * (count + 1) // n, 1), count - 1)
            delta = i * (count + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# --- spread -----------------------------------------------------------------


def _mean_square(data, center, name, correction):
    """Return the type of results and the exact mean of squared deviations."""
    kind, count, _, squares = _sum_of_squares(data, center)
    least = 1 + correction
    if count < least:
        points = "two data points" if correction else "one data point"
        raise StatisticsError(f"{name} requires at least {points}")
    if isinstance(squares, float):
        return kind, squares
    return kind, _Ratio(squares.numerator, squares.denominator * (count - correction))


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, value = _mean_square(data, xbar, "variance", 1)
    return value if isinstance(value, float) else _convert(value, kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, value = _mean_square(data, mu, "pvariance", 0)
    return value if isinstance(value, float) else _convert(value, kind)


def stdev(data, xbar=None):
    """The square root of variance()."""
    return _square_root(*_mean_square(data, xbar, "stdev", 1))


def pstdev(data, mu=None):
    """The square root of pvariance()."""
    return _square_root(*_mean_square(data, mu, "pstdev", 0))


def _square_root(kind, value):
    if isinstance(value, float):
        return sqrt(value)
    if _is_decimal(kind):
        return _decimal_sqrt(value.numerator, value.denominator)
    return _sqrt_of_ratio(value.numerator, value.denominator)


def _is_decimal(kind):
    import sys

    # Nobody has decimal numbers who has not imported them.
    decimal = sys.modules.get("decimal")
    return decimal is not None and issubclass(kind, decimal.Decimal)


def _decimal_sqrt(n, m):
    """The decimal number nearest to sqrt(n / m)."""
    from decimal import Decimal

    if n <= 0:
        if not n:
            return Decimal("0.0")
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    # Division and root were rounded each: a neighbour may be nearer.
    plus, minus = root.next_plus(), root.next_minus()
    for neighbour in (plus, minus):
        a, b = root.as_integer_ratio()
        c, d = neighbour.as_integer_ratio()
        # The square of the point halfway between them.
        halfway_n, halfway_m = (a * d + b * c) ** 2, 4 * (b * d) ** 2
        beyond = n * halfway_m - m * halfway_n
        if beyond > 0 and neighbour is plus or beyond < 0 and neighbour is minus:
            return neighbour
    return root


# --- relations between two inputs -------------------------------------------


def _check_pair(name, x, y):
    count = len(x)
    if len(y) != count:
        raise StatisticsError(
            f"{name} requires that both inputs have same number of data points"
        )
    if count < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return count


def _centered(values, count):
    center = fsum(values) / count
    return [value - center for value in values], center


def covariance(x, y, /):
    """How much two inputs vary together."""
    count = _check_pair("covariance", x, y)
    return sumprod(_centered(x, count)[0], _centered(y, count)[0]) / (count - 1)


def _sqrt_of_product(x, y):
    """sqrt(x * y), without losing digits and without overflow on the way."""
    root = sqrt(x * y)
    if not isfinite(root):
        if isinf(root) and not isinf(x) and not isinf(y):
            scale = 2.0 ** -512
            return _sqrt_of_product(scale * x, scale * y) / scale
        return root
    if not root:
        if x and y:
            scale = 2.0 ** 537
            return _sqrt_of_product(scale * x, scale * y) / scale
        return root
    error = sumprod((x, root), (y, -root))
    return root + error / (2.0 * root)


def _ranks(data, start):
    """The ranks of the data, from `start` on; equal values share the mean of theirs."""
    order = sorted(range(len(data)), key=data.__getitem__)
    result = [0.0] * len(data)
    position = 0
    while position < len(order):
        end = position
        while end < len(order) and data[order[end]] == data[order[position]]:
            end += 1
        for index in order[position:end]:
            result[index] = start + (position + end - 1) / 2
        position = end
    return result


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation; Spearman's with method="ranked"."""
    count = _check_pair("correlation", x, y)
    if method not in {"linear", "ranked"}:
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        start = (count - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        x, y = _centered(x, count)[0], _centered(y, count)[0]
    try:
        return sumprod(x, y) / _sqrt_of_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    """Return slope and intercept of the line that fits best."""
    count = _check_pair("linear regression", x, y)
    x_mean = y_mean = 0.0
    if not proportional:
        x, x_mean = _centered(x, count)
        y, y_mean = _centered(y, count)
    products = sumprod(x, y) + 0.0
    try:
        slope = products / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    intercept = 0.0 if proportional else y_mean - slope * x_mean
    return _linear_regression_class()(slope=slope, intercept=intercept)


def _linear_regression_class():
    cls = globals().get("LinearRegression")
    if cls is None:
        from collections import namedtuple

        cls = globals()["LinearRegression"] = namedtuple(
            "LinearRegression", ("slope", "intercept"), module=__name__
        )
    return cls


# --- normal distributions ---------------------------------------------------

_SQRT2 = sqrt(2.0)


def _polynomial(coefficients, x):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


# Wichura's algorithm AS241: a ratio of polynomials for the middle and two for the tails.
_MIDDLE = (
    (
        2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
        4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
        1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0,
    ),
    (
        5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
        2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
        4.23133_30701_60091_1252e+1, 1.0,
    ),
)
_TAIL = (
    (
        7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
        1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
        4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0,
    ),
    (
        1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
        1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
        2.05319_16266_37758_82187e+0, 1.0,
    ),
)
_FAR_TAIL = (
    (
        2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
        2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
        5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0,
    ),
    (
        2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
        7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
        5.99832_20655_58879_37690e-1, 1.0,
    ),
)


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        numerator, denominator = _MIDDLE
        x = _polynomial(numerator, r) * q / _polynomial(denominator, r)
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        numerator, denominator = _TAIL
        r -= 1.6
    else:
        numerator, denominator = _FAR_TAIL
        r -= 5.0
    x = _polynomial(numerator, r) / _polynomial(denominator, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution with mean mu and standard deviation sigma."""

    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Estimate a distribution from data."""
        data = list(data)
        if len(data) < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(mean(data)), stdev(data))

    def samples(self, n, *, seed=None):
        """Return n random values."""
        import random

        draw = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(draw(), self._mu, self._sigma) for _ in range(n)]

    def _require_spread(self, name):
        if not self._sigma:
            raise StatisticsError(f"{name}() not defined when sigma is zero")

    def pdf(self, x):
        """The probability density at x."""
        self._require_spread("pdf")
        variance = self._sigma * self._sigma
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value up to x."""
        self._require_spread("cdf")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The x whose cdf() is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """Return the n - 1 points that cut the distribution into n equal parts."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Return the common area of two distributions, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        first, second = self, other
        if (second._sigma, second._mu) < (first._sigma, first._mu):
            first, second = second, first
        if not first._sigma or not second._sigma:
            raise StatisticsError("overlap() not defined when sigma is zero")
        spread = second.variance - first.variance
        distance = fabs(second._mu - first._mu)
        if not spread:
            return 1.0 - erf(distance / (2.0 * first._sigma * _SQRT2))
        a = first._mu * second.variance - second._mu * first.variance
        b = (
            first._sigma * second._sigma
            * sqrt(distance * distance + spread * log(second.variance / first.variance))
        )
        x1, x2 = (a + b) / spread, (a - b) / spread
        return 1.0 - (
            fabs(second.cdf(x1) - first.cdf(x1)) + fabs(second.cdf(x2) - first.cdf(x2))
        )

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        self._require_spread("zscore")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
