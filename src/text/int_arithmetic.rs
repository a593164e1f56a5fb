//! Sums, products, bitwise operations and comparison of integers of either representation.

use super::int_text::{IntRef, IntValue};
use num_bigint::BigInt;
use std::cmp::Ordering;

/// `left + right`.
pub fn add(left: IntRef, right: IntRef) -> IntValue {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => {
            IntValue::from(i128::from(left) + i128::from(right))
        }
        _ => IntValue::from(left.to_big().as_ref() + right.to_big().as_ref()),
    }
}

/// `left - right`.
pub fn subtract(left: IntRef, right: IntRef) -> IntValue {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => {
            IntValue::from(i128::from(left) - i128::from(right))
        }
        _ => IntValue::from(left.to_big().as_ref() - right.to_big().as_ref()),
    }
}

/// `left * right`.
pub fn multiply(left: IntRef, right: IntRef) -> IntValue {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => {
            IntValue::from(i128::from(left) * i128::from(right))
        }
        _ => IntValue::from(left.to_big().as_ref() * right.to_big().as_ref()),
    }
}

fn bitwise(
    left: IntRef,
    right: IntRef,
    small: impl Fn(i64, i64) -> i64,
    big: impl Fn(&BigInt, &BigInt) -> BigInt,
) -> IntValue {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => IntValue::Small(small(left, right)),
        _ => IntValue::from(big(&left.to_big(), &right.to_big())),
    }
}

/// `left & right`.
pub fn and(left: IntRef, right: IntRef) -> IntValue {
    bitwise(left, right, |left, right| left & right, |left, right| left & right)
}

/// `left | right`.
pub fn or(left: IntRef, right: IntRef) -> IntValue {
    bitwise(left, right, |left, right| left | right, |left, right| left | right)
}

/// `left ^ right`.
pub fn xor(left: IntRef, right: IntRef) -> IntValue {
    bitwise(left, right, |left, right| left ^ right, |left, right| left ^ right)
}

/// `-value`.
pub fn negate(value: IntRef) -> IntValue {
    match value {
        IntRef::Small(value) => IntValue::from(-i128::from(value)),
        IntRef::Big(value) => IntValue::from(-value),
    }
}

/// `abs(value)`.
pub fn absolute(value: IntRef) -> IntValue {
    match value {
        IntRef::Small(value) => IntValue::from(i128::from(value).abs()),
        IntRef::Big(value) => IntValue::from(BigInt::from(value.magnitude().clone())),
    }
}

/// `~value`.
pub fn invert(value: IntRef) -> IntValue {
    match value {
        IntRef::Small(value) => IntValue::Small(!value),
        IntRef::Big(value) => IntValue::from(!value.clone()),
    }
}

/// The order of two integers.
pub fn compare(left: IntRef, right: IntRef) -> Ordering {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => left.cmp(&right),
        _ => left.to_big().cmp(&right.to_big()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_take_the_smaller_form() {
        let (most, one) = (IntRef::Small(i64::MAX), IntRef::Small(1));
        let beyond = add(most, one);
        assert_eq!(beyond, IntValue::from(1i128 << 63));
        assert_eq!(subtract(beyond.as_ref(), one), IntValue::Small(i64::MAX));
        assert_eq!(multiply(beyond.as_ref(), IntRef::Small(0)), IntValue::Small(0));
        assert_eq!(negate(beyond.as_ref()), IntValue::Small(i64::MIN));
        assert_eq!(absolute(IntRef::Small(i64::MIN)), beyond);
        assert_eq!(and(beyond.as_ref(), most), IntValue::Small(0));
        assert_eq!(invert(beyond.as_ref()), IntValue::from(-(1i128 << 63) - 1));
    }
}
