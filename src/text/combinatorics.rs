//! Factorials, permutations and combinations of integers of any size.

use num_bigint::{BigInt, BigUint};
use num_traits::One;

/// Products of fewer factors than this are formed one factor after the other.
const SMALL_PRODUCT: u64 = 16;

/// `start * (start + 1) * … * (end - 1)`, by halves, which keeps the factors of each
/// multiplication about equally long.
fn product(start: u64, end: u64) -> BigUint {
    if end - start <= SMALL_PRODUCT {
        return (start..end).fold(BigUint::one(), |product, factor| product * factor);
    }
    let middle = start + (end - start) / 2;
    product(start, middle) * product(middle, end)
}

/// `math.factorial`.
pub fn factorial(n: u64) -> BigInt {
    BigInt::from(if n < 2 { BigUint::one() } else { product(2, n + 1) })
}

/// `math.perm` for `k <= n`: `n * (n - 1) * …`, `k` factors.
pub fn permutations(n: &BigInt, k: u64) -> BigInt {
    if let Ok(n) = u64::try_from(n)
        && k <= n
        && n < u64::MAX
    {
        return BigInt::from(product(n - k + 1, n + 1));
    }
    falling_product(n, 0, k)
}

/// The factors `n - start` down to `n - end + 1`.
fn falling_product(n: &BigInt, start: u64, end: u64) -> BigInt {
    if end - start <= SMALL_PRODUCT {
        return (start..end).fold(BigInt::one(), |product, down| product * (n - down));
    }
    let middle = start + (end - start) / 2;
    falling_product(n, start, middle) * falling_product(n, middle, end)
}

/// `math.comb` for `k <= n`, where `k` is the smaller of the two possible numbers.
pub fn combinations(n: &BigInt, k: u64) -> BigInt {
    match k {
        0 => BigInt::one(),
        1 => n.clone(),
        // C(n, k) = C(n, j) * C(n - j, k - j) / C(k, j), which keeps intermediate results short.
        _ if k > 32 => {
            let half = k / 2;
            combinations(n, half) * combinations(&(n - half), k - half)
                / combinations(&BigInt::from(k), half)
        }
        _ => permutations(n, k) / factorial(k),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers() {
        assert_eq!(factorial(0), BigInt::from(1));
        assert_eq!(factorial(20), BigInt::from(2_432_902_008_176_640_000u64));
        assert_eq!(permutations(&BigInt::from(5), 2), BigInt::from(20));
        assert_eq!(combinations(&BigInt::from(52), 5), BigInt::from(2_598_960));
        assert_eq!(combinations(&BigInt::from(7), 0), BigInt::from(1));
    }

    #[test]
    fn large_numbers() {
        let n = BigInt::from(200);
        let by_factorials = factorial(200) / (factorial(100) * factorial(100));
        assert_eq!(combinations(&n, 100), by_factorials);
        let huge = BigInt::from(1) << 70;
        assert_eq!(permutations(&huge, 2), &huge * (&huge - 1));
    }
}
