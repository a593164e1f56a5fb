//! Python's division: `/` rounded correctly whatever the size, `//`, `%` and `divmod` rounding
//! towards minus infinity, for integers and floats; and conversion of integers to floats.

use super::TextError;
use super::float_text::compose;
use super::int_text::{IntRef, IntValue};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

/// Integers up to here are floats without rounding.
const EXACT_IN_FLOAT: u64 = 1 << 53;

/// The float nearest to an integer, ties to even.
pub fn int_to_float(value: IntRef) -> Result<f64, TextError> {
    let float = match value {
        IntRef::Small(value) => value as f64,
        IntRef::Big(value) => value.to_f64().unwrap_or(f64::INFINITY),
    };
    if float.is_finite() {
        return Ok(float);
    }
    Err(TextError::overflow("int too large to convert to float"))
}

/// `left / right` of two integers.
pub fn int_true_divide(left: IntRef, right: IntRef) -> Result<f64, TextError> {
    if let (IntRef::Small(left), IntRef::Small(right)) = (left, right) {
        if right == 0 {
            return Err(TextError::zero_division("division by zero"));
        }
        if left.unsigned_abs() <= EXACT_IN_FLOAT && right.unsigned_abs() <= EXACT_IN_FLOAT {
            return Ok(left as f64 / right as f64);
        }
    }
    let negative = left.is_negative() != right.is_negative();
    let (left, right) = (left.to_big(), right.to_big());
    if right.is_zero() {
        return Err(TextError::zero_division("division by zero"));
    }
    if left.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    let (dividend, divisor) = (left.magnitude(), right.magnitude());
    // A quotient of 56 or 57 bits holds what decides about the rounding, but for the remainder.
    let shift = 56 - (dividend.bits() as i64 - divisor.bits() as i64);
    let (quotient, rest) = if shift >= 0 {
        (dividend << shift as u64).div_rem(divisor)
    } else {
        dividend.div_rem(&(divisor << shift.unsigned_abs()))
    };
    let magnitude = quotient
        .to_u64()
        .and_then(|quotient| compose(quotient, !rest.is_zero(), -shift))
        .ok_or_else(|| TextError::overflow("integer division result too large for a float"))?;
    Ok(if negative { -magnitude } else { magnitude })
}

/// `left // right` of two integers.
pub fn int_floor_divide(left: IntRef, right: IntRef) -> Result<IntValue, TextError> {
    match (left, right) {
        (_, IntRef::Small(0)) => {
            Err(TextError::zero_division("integer division or modulo by zero"))
        }
        (IntRef::Small(left), IntRef::Small(right)) => {
            Ok(IntValue::from(Integer::div_floor(&i128::from(left), &i128::from(right))))
        }
        _ => Ok(IntValue::from(left.to_big().div_floor(&right.to_big()))),
    }
}

/// `left % right` of two integers.
pub fn int_modulo(left: IntRef, right: IntRef) -> Result<IntValue, TextError> {
    match (left, right) {
        (_, IntRef::Small(0)) => Err(TextError::zero_division("integer modulo by zero")),
        (IntRef::Small(_), IntRef::Small(-1)) => Ok(IntValue::Small(0)),
        (IntRef::Small(left), IntRef::Small(right)) => Ok(IntValue::Small(left.mod_floor(&right))),
        _ => Ok(IntValue::from(left.to_big().mod_floor(&right.to_big()))),
    }
}

/// `divmod(left, right)` of two integers.
pub fn int_divmod(left: IntRef, right: IntRef) -> Result<(IntValue, IntValue), TextError> {
    match (left, right) {
        (_, IntRef::Small(0)) => {
            Err(TextError::zero_division("integer division or modulo by zero"))
        }
        (IntRef::Small(left), IntRef::Small(right)) => {
            let (quotient, rest) = i128::from(left).div_mod_floor(&i128::from(right));
            Ok((IntValue::from(quotient), IntValue::from(rest)))
        }
        _ => {
            let (quotient, rest) = left.to_big().div_mod_floor(&right.to_big());
            Ok((IntValue::from(quotient), IntValue::from(rest)))
        }
    }
}

/// `round(value, -places)` of an integer: to a multiple of a power of ten, ties to even.
pub fn round_to_power_of_ten(value: IntRef, places: u64) -> IntValue {
    let big = value.to_big();
    // Three digits take less than ten bits: such a power of ten is more than twice the value.
    if places > big.bits() / 3 + 2 {
        return IntValue::Small(0);
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (quotient, rest) = Integer::div_mod_floor(big.as_ref(), &unit);
    let up = match (rest * 2u32).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    IntValue::from((quotient + i32::from(up)) * unit)
}

/// `left / right` of two floats.
pub fn float_true_divide(left: f64, right: f64) -> Result<f64, TextError> {
    if right == 0.0 {
        return Err(TextError::zero_division("float division by zero"));
    }
    Ok(left / right)
}

/// `left % right` of two floats: the result has the sign of `right`.
pub fn float_modulo(left: f64, right: f64) -> Result<f64, TextError> {
    if right == 0.0 {
        return Err(TextError::zero_division("float modulo by zero"));
    }
    Ok(modulo(left, right))
}

fn modulo(left: f64, right: f64) -> f64 {
    let rest = left % right;
    if rest == 0.0 {
        0f64.copysign(right)
    } else if (right < 0.0) != (rest < 0.0) {
        rest + right
    } else {
        rest
    }
}

/// `left // right` of two floats.
pub fn float_floor_divide(left: f64, right: f64) -> Result<f64, TextError> {
    if right == 0.0 {
        return Err(TextError::zero_division("float floor division by zero"));
    }
    Ok(floor_quotient(left, right))
}

fn floor_quotient(left: f64, right: f64) -> f64 {
    let rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest != 0.0 && (right < 0.0) != (rest < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0f64.copysign(left / right);
    }
    let floor = quotient.floor();
    // The quotient is meant to be whole; rounding may have left it just below.
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

/// `divmod(left, right)` of two floats.
pub fn float_divmod(left: f64, right: f64) -> Result<(f64, f64), TextError> {
    if right == 0.0 {
        return Err(TextError::zero_division("float divmod()"));
    }
    Ok((floor_quotient(left, right), modulo(left, right)))
}

/// The greatest common divisor, never negative.
pub fn gcd(left: IntRef, right: IntRef) -> IntValue {
    match (left, right) {
        (IntRef::Small(left), IntRef::Small(right)) => {
            IntValue::from(i128::from(left.unsigned_abs().gcd(&right.unsigned_abs())))
        }
        _ => IntValue::from(left.to_big().gcd(&right.to_big())),
    }
}

/// The sign of an integer: -1, 0 or 1.
pub fn sign(value: IntRef) -> i32 {
    match value {
        IntRef::Small(value) => value.signum() as i32,
        IntRef::Big(value) => match value.sign() {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_round_down() {
        let (seven, minus_two) = (IntRef::Small(7), IntRef::Small(-2));
        assert_eq!(int_floor_divide(seven, minus_two), Ok(IntValue::Small(-4)));
        assert_eq!(int_modulo(seven, minus_two), Ok(IntValue::Small(-1)));
        let least = IntRef::Small(i64::MIN);
        assert_eq!(int_floor_divide(least, IntRef::Small(-1)), Ok(IntValue::from(1i128 << 63)));
        assert_eq!(int_modulo(least, IntRef::Small(-1)), Ok(IntValue::Small(0)));
    }

    #[test]
    fn true_division_rounds_once() {
        let big = BigInt::from(1) << 1024;
        let half = int_true_divide(IntRef::Big(&big), IntRef::Big(&(&big * 2)));
        assert_eq!(half, Ok(0.5));
        assert!(int_true_divide(IntRef::Big(&big), IntRef::Small(1)).is_err());
        let odd = int_true_divide(IntRef::Small((1 << 53) + 1), IntRef::Small(1));
        assert_eq!(odd, Ok(9007199254740992.0));
        let tiny = int_true_divide(IntRef::Small(1), IntRef::Big(&(BigInt::from(1) << 1074)));
        assert_eq!(tiny, Ok(5e-324));
    }

    #[test]
    fn floats_keep_the_sign_of_the_divisor() {
        assert_eq!(float_divmod(-1e-20, 3.0), Ok((-1.0, 3.0)));
        assert_eq!(float_modulo(6.0, -3.0).unwrap().to_bits(), (-0.0f64).to_bits());
        assert_eq!(float_floor_divide(-0.0, 3.0).unwrap().to_bits(), (-0.0f64).to_bits());
    }

    #[test]
    fn rounding_integers() {
        for (value, places, rounded) in [(25, 1, 20), (15, 1, 20), (-15, 1, -20), (51, 2, 100)] {
            let result = round_to_power_of_ten(IntRef::Small(value), places);
            assert_eq!(result, IntValue::Small(rounded));
        }
        assert_eq!(round_to_power_of_ten(IntRef::Small(99), 400), IntValue::Small(0));
    }
}
