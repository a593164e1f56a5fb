//! The functions of `math` on real numbers that Rust's standard library lacks or computes
//! differently: exact sums, norms, the gamma function, remainders, powers of two. They use the
//! algorithms of CPython's `math`, so that the last digit is the same.

use std::f64::consts::PI;

/// `x * y` as the rounded product and its rounding error.
fn exact_product(x: f64, y: f64) -> (f64, f64) {
    let product = x * y;
    (product, x.mul_add(y, -product))
}

/// `a + b` as the rounded sum and its rounding error.
fn exact_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// Why `fsum` has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumFailure {
    /// Finite numbers whose partial sums are too large for a float.
    Overflow,
    /// Infinities of both signs.
    OppositeInfinities,
}

/// `math.fsum`, number by number: the exact sum as floats that do not overlap.
#[derive(Default)]
pub struct ExactSum {
    partials: Vec<f64>,
    specials: f64,
    infinities: f64,
}

impl ExactSum {
    /// Adds a number.
    pub fn add(&mut self, number: f64) -> Result<(), SumFailure> {
        let mut number_left = number;
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let (large, small) = if number_left.abs() < self.partials[at].abs() {
                (self.partials[at], number_left)
            } else {
                (number_left, self.partials[at])
            };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                self.partials[kept] = low;
                kept += 1;
            }
            number_left = high;
        }
        self.partials.truncate(kept);
        if number_left == 0.0 {
            return Ok(());
        }
        if number_left.is_finite() {
            self.partials.push(number_left);
            return Ok(());
        }
        if number.is_finite() {
            return Err(SumFailure::Overflow);
        }
        if number.is_infinite() {
            self.infinities += number;
        }
        self.specials += number;
        self.partials.clear();
        Ok(())
    }

    /// The sum, rounded once.
    pub fn total(mut self) -> Result<f64, SumFailure> {
        if self.specials != 0.0 {
            return if self.infinities.is_nan() {
                Err(SumFailure::OppositeInfinities)
            } else {
                Ok(self.specials)
            };
        }
        let Some(mut high) = self.partials.pop() else { return Ok(0.0) };
        let mut low = 0.0;
        while let Some(partial) = self.partials.pop() {
            let before = high;
            high = before + partial;
            low = partial - (high - before);
            if low != 0.0 {
                break;
            }
        }
        // Half-way cases are decided by the sign of what comes after them.
        if let Some(next) = self.partials.last()
            && ((low < 0.0 && *next < 0.0) || (low > 0.0 && *next > 0.0))
        {
            let twice = low * 2.0;
            let up = high + twice;
            if up - high == twice {
                high = up;
            }
        }
        Ok(high)
    }
}

/// The floats' part of `math.sumprod`: a sum of products in three times the precision.
#[derive(Clone, Copy, Default)]
pub struct SumOfProducts {
    high: f64,
    low: f64,
    tiny: f64,
}

impl SumOfProducts {
    /// Adds `x * y`.
    pub fn add(&mut self, x: f64, y: f64) {
        let (product, product_error) = exact_product(x, y);
        let (high, high_error) = exact_sum(self.high, product);
        let (low, low_error) = exact_sum(self.low, product_error);
        let (low, error) = exact_sum(low, high_error);
        *self = SumOfProducts { high, low, tiny: self.tiny + low_error + error };
    }

    /// Whether the sum is still within the range of floats.
    pub fn is_finite(self) -> bool {
        self.high.is_finite()
    }

    /// The sum, rounded.
    pub fn total(self) -> f64 {
        self.high + exact_sum(self.low, self.tiny).0
    }
}

/// The Euclidean norm of a vector, as `math.hypot` and `math.dist` compute it.
pub fn vector_norm(vector: &[f64]) -> f64 {
    let largest = vector.iter().fold(0.0, |largest: f64, x| largest.max(x.abs()));
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || vector.len() <= 1 {
        return largest;
    }
    let (_, exponent) = split_exponent(largest);
    if exponent < -1023 {
        // Numbers this small lack digits: go on with them enlarged.
        let enlarged: Vec<f64> = vector.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * vector_norm(&enlarged);
    }
    let scale = times_power_of_two(1.0, -i64::from(exponent));
    // The squares are added to 1, which is taken off at the end, so that no sum loses digits.
    let (mut sum, mut product_errors, mut sum_errors) = (1.0, 0.0, 0.0);
    let mut add = |sum: &mut f64, x: f64, y: f64| {
        let (product, error) = exact_product(x, y);
        let total = *sum + product;
        sum_errors += product - (total - *sum);
        product_errors += error;
        *sum = total;
        *sum - 1.0 + (product_errors + sum_errors)
    };
    let mut squares = 0.0;
    for x in vector {
        squares = add(&mut sum, x.abs() * scale, x.abs() * scale);
    }
    let root = squares.sqrt();
    let rest = add(&mut sum, -root, root);
    (root + rest / (2.0 * root)) / scale
}

/// `math.frexp`: a mantissa from 0.5 up to 1 and the power of two that it is times.
pub fn split_exponent(value: f64) -> (f64, i32) {
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let bits = value.to_bits();
    match (bits >> 52) & 0x7ff {
        0 => {
            let (mantissa, exponent) = split_exponent(value * 2f64.powi(64));
            (mantissa, exponent - 64)
        }
        biased => {
            let mantissa = f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52);
            (mantissa, biased as i32 - 1022)
        }
    }
}

/// `math.ldexp`: `value * 2**exponent`, rounded once; infinite where it is too large.
pub fn times_power_of_two(value: f64, exponent: i64) -> f64 {
    let (mantissa, own) = split_exponent(value);
    if mantissa == 0.0 || !mantissa.is_finite() {
        return mantissa;
    }
    let exponent = exponent.saturating_add(i64::from(own)).clamp(-2000, 2000) as i32;
    if exponent > 1024 {
        return mantissa * f64::INFINITY;
    }
    if exponent >= -1021 {
        return mantissa * 2.0 * 2f64.powi(exponent - 1);
    }
    // The result is subnormal or zero: only the last product rounds.
    mantissa
        * 2f64.powi(-1000)
        * 2f64.powi((exponent + 1000).max(-1074))
        * 2f64.powi((exponent + 2074).min(0))
}

/// `math.remainder` for a finite `value` and a divisor that is neither zero nor NaN.
pub fn remainder(value: f64, divisor: f64) -> f64 {
    if divisor.is_infinite() {
        return value;
    }
    let (magnitude, divisor) = (value.abs(), divisor.abs());
    let rest = magnitude % divisor;
    let complement = divisor - rest;
    let nearest = if rest < complement {
        rest
    } else if rest > complement {
        -complement
    } else {
        // Half-way: the multiple of the divisor that is even.
        rest - 2.0 * ((0.5 * (magnitude - rest)) % divisor)
    };
    1f64.copysign(value) * nearest
}

/// `math.nextafter(from, to, steps=steps)`.
pub fn next_after(from: f64, to: f64, steps: u64) -> f64 {
    if from.is_nan() || to.is_nan() {
        return from + to;
    }
    if steps == 0 {
        return from;
    }
    if from == to {
        return to;
    }
    // Floats of one sign are in the order of their bits.
    let place = |x: f64| {
        let magnitude = (x.to_bits() & !(1 << 63)) as i128;
        if x.is_sign_negative() { -magnitude } else { magnitude }
    };
    let (start, end) = (place(from), place(to));
    let steps = i128::from(steps);
    let target = if start < end { (start + steps).min(end) } else { (start - steps).max(end) };
    if target == end {
        return to;
    }
    let magnitude = f64::from_bits(target.unsigned_abs() as u64);
    let negative = target < 0 || (target == 0 && from.is_sign_negative());
    if negative { -magnitude } else { magnitude }
}

/// `math.ulp`: the value of the last binary digit.
pub fn last_place(value: f64) -> f64 {
    let value = value.abs();
    if !value.is_finite() {
        value
    } else if value == f64::MAX {
        value - value.next_down()
    } else {
        value.next_up() - value
    }
}

/// The numerator and denominator of the Lanczos approximation of the gamma function with
/// g = 6.02468…, thirteen terms, highest power last.
const LANCZOS: [(f64, f64); 13] = [
    (23531376880.41076, 0.0),
    (42919803642.6491, 39916800.0),
    (35711959237.35567, 120543840.0),
    (17921034426.03721, 150917976.0),
    (6039542586.352028, 105258076.0),
    (1439720407.3117216, 45995730.0),
    (248874557.86205417, 13339535.0),
    (31426415.585400194, 2637558.0),
    (2876370.6289353725, 357423.0),
    (186056.26539522348, 32670.0),
    (8071.672002365816, 1925.0),
    (210.82427775157936, 66.0),
    (2.5066282746310002, 1.0),
];
const LANCZOS_G: f64 = 6.02468004077673;

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (numerator, denominator) in LANCZOS.iter().rev() {
            above = above * x + numerator;
            below = below * x + denominator;
        }
    } else {
        for (numerator, denominator) in &LANCZOS {
            above = above / x + numerator;
            below = below / x + denominator;
        }
    }
    above / below
}

/// `sin(pi * x)` without losing digits near whole numbers.
fn sine_of_pi_times(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * sine
}

/// Why the gamma function or its logarithm has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GammaFailure {
    Domain,
    Range,
}

/// `math.gamma`.
pub fn gamma(x: f64) -> Result<f64, GammaFailure> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 || (x < 0.0 && x.floor() == x) {
        return Err(GammaFailure::Domain);
    }
    if x.floor() == x && x <= 23.0 {
        // Up to 22! factorials are exact.
        return Ok((1..x as u64).map(|factor| factor as f64).product());
    }
    let finite = |value: f64| if value.is_finite() { Ok(value) } else { Err(GammaFailure::Range) };
    let magnitude = x.abs();
    if magnitude < 1e-20 {
        return finite(1.0 / x);
    }
    if magnitude > 200.0 {
        return if x < 0.0 { Ok(0.0 / sine_of_pi_times(x)) } else { Err(GammaFailure::Range) };
    }
    let shift = LANCZOS_G - 0.5;
    let y = magnitude + shift;
    // The part of y that rounding took away.
    let lost = if magnitude > shift { (y - magnitude) - shift } else { (y - shift) - magnitude };
    let correction = lost * LANCZOS_G / y;
    let raise = |result: f64, apply: fn(f64, f64) -> f64| {
        if magnitude < 140.0 {
            apply(result, y.powf(magnitude - 0.5))
        } else {
            let root = y.powf(magnitude / 2.0 - 0.25);
            apply(apply(result, root), root)
        }
    };
    finite(if x < 0.0 {
        let reflected =
            -PI / sine_of_pi_times(magnitude) / magnitude * y.exp() / lanczos_sum(magnitude);
        raise(reflected - correction * reflected, |a, b| a / b)
    } else {
        let direct = lanczos_sum(magnitude) / y.exp();
        raise(direct + correction * direct, |a, b| a * b)
    })
}

/// `math.lgamma`: the logarithm of the gamma function's magnitude.
pub fn log_gamma(x: f64) -> Result<f64, GammaFailure> {
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x.floor() == x && x <= 2.0 {
        return if x <= 0.0 { Err(GammaFailure::Domain) } else { Ok(0.0) };
    }
    let magnitude = x.abs();
    if magnitude < 1e-20 {
        return Ok(-magnitude.ln());
    }
    let direct = lanczos_sum(magnitude).ln() - LANCZOS_G
        + (magnitude - 0.5) * ((magnitude + LANCZOS_G - 0.5).ln() - 1.0);
    let result = if x < 0.0 {
        const LOG_PI: f64 = 1.1447298858494002;
        LOG_PI - sine_of_pi_times(magnitude).abs().ln() - magnitude.ln() - direct
    } else {
        direct
    };
    if result.is_infinite() { Err(GammaFailure::Range) } else { Ok(result) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_sums() {
        let sum = |numbers: &[f64]| {
            let mut sum = ExactSum::default();
            numbers.iter().try_for_each(|number| sum.add(*number))?;
            sum.total()
        };
        assert_eq!(sum(&[0.1; 10]), Ok(1.0));
        assert_eq!(sum(&[1e100, 1.0, -1e100]), Ok(1.0));
        assert_eq!(sum(&[]), Ok(0.0));
        assert_eq!(sum(&[1e308, 1e308]), Err(SumFailure::Overflow));
        let both = sum(&[f64::INFINITY, f64::NEG_INFINITY]);
        assert_eq!(both, Err(SumFailure::OppositeInfinities));
    }

    #[test]
    fn norms() {
        assert_eq!(vector_norm(&[3.0, 4.0]), 5.0);
        assert_eq!(vector_norm(&[5e-324, 5e-324]), 5e-324);
        assert_eq!(vector_norm(&[f64::NAN, f64::INFINITY]), f64::INFINITY);
    }

    #[test]
    fn powers_of_two() {
        assert_eq!(split_exponent(5e-324), (0.5, -1073));
        assert_eq!(times_power_of_two(0.5, -1073), 5e-324);
        assert_eq!(times_power_of_two(1.5, -1074), 1e-323);
        assert_eq!(times_power_of_two(0.75, 1024), 0.75 * 2f64.powi(1023) * 2.0);
        assert_eq!(times_power_of_two(1.0, i64::MAX), f64::INFINITY);
        assert_eq!(times_power_of_two(-1.0, i64::MIN).to_bits(), (-0f64).to_bits());
    }

    #[test]
    fn neighbours() {
        assert_eq!(next_after(0.0, -1.0, 1), -5e-324);
        assert_eq!(next_after(1.0, 2.0, 3), 1.0000000000000007);
        assert_eq!(next_after(1.0, 2.0, u64::MAX), 2.0);
        assert_eq!(last_place(1.0), f64::EPSILON);
    }

    #[test]
    fn gamma_function() {
        assert_eq!(gamma(5.0), Ok(24.0));
        assert_eq!(gamma(0.5), Ok(1.7724538509055159));
        assert_eq!(gamma(-1.0), Err(GammaFailure::Domain));
        assert_eq!(gamma(200.0), Err(GammaFailure::Range));
        assert_eq!(log_gamma(1.0), Ok(0.0));
        assert_eq!(log_gamma(-0.5), Ok(1.265512123484645));
    }
}
