//! Powers, shifts and roots as Python computes them.

use super::TextError;
use super::complex_text::Complex;
use super::error::ErrorKind;
use super::int_text::{IntRef, IntValue};
use super::number_division::{int_to_float, sign};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The most bits that the result of a power or a shift may have.
const LARGEST_RESULT_BITS: u64 = 1 << 33;

/// What a power of integers is: an integer, or a float where the exponent is negative.
#[derive(Clone, Debug, PartialEq)]
pub enum Power {
    Int(IntValue),
    Float(f64),
}

/// `base ** exponent` of two integers.
pub fn int_power(base: IntRef, exponent: IntRef) -> Result<Power, TextError> {
    if exponent.is_negative() {
        return real_power(int_to_float(base)?, int_to_float(exponent)?).map(Power::Float);
    }
    if let (IntRef::Small(base), IntRef::Small(exponent)) = (base, exponent)
        && let Ok(exponent) = u32::try_from(exponent)
        && let Some(power) = base.checked_pow(exponent)
    {
        return Ok(Power::Int(IntValue::Small(power)));
    }
    let (base, exponent) = (base.to_big(), exponent.to_big());
    if base.is_zero() || base.is_one() {
        return Ok(Power::Int(IntValue::from(base.into_owned())));
    }
    if *base == -BigInt::one() {
        let power = if exponent.bit(0) { -1 } else { 1 };
        return Ok(Power::Int(IntValue::Small(power)));
    }
    let exponent = exponent.to_u32().ok_or_else(TextError::memory)?;
    if (base.bits() - 1).saturating_mul(u64::from(exponent)) > LARGEST_RESULT_BITS {
        return Err(TextError::memory());
    }
    Ok(Power::Int(IntValue::from(base.pow(exponent))))
}

/// `pow(base, exponent, modulus)`.
pub fn modular_power(
    base: IntRef,
    exponent: IntRef,
    modulus: IntRef,
) -> Result<IntValue, TextError> {
    let (base, exponent, modulus) = (base.to_big(), exponent.to_big(), modulus.to_big());
    if modulus.is_zero() {
        return Err(TextError::value("pow() 3rd argument cannot be 0"));
    }
    if modulus.magnitude().is_one() {
        return Ok(IntValue::Small(0));
    }
    if exponent.sign() != Sign::Minus {
        return Ok(IntValue::from(base.modpow(&exponent, &modulus)));
    }
    let inverse = base
        .modinv(&modulus)
        .ok_or_else(|| TextError::value("base is not invertible for the given modulus"))?;
    Ok(IntValue::from(inverse.modpow(&exponent.abs(), &modulus)))
}

fn is_odd_integer(value: f64) -> bool {
    value.abs() % 2.0 == 1.0
}

/// What a power of floats is: complex where a negative number is raised to a fraction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FloatPower {
    Real(f64),
    Complex(Complex),
}

/// `base ** exponent` of two floats.
pub fn float_power(base: f64, exponent: f64) -> Result<FloatPower, TextError> {
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.floor() != exponent {
        let power = Complex::new(base, 0.0).power(Complex::new(exponent, 0.0))?;
        return Ok(FloatPower::Complex(power));
    }
    real_power(base, exponent).map(FloatPower::Real)
}

fn real_power(base: f64, exponent: f64) -> Result<f64, TextError> {
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        let message = "0.0 cannot be raised to a negative power";
        return Err(TextError::zero_division(message));
    }
    if base.is_nan() && exponent != 0.0 {
        return Ok(base);
    }
    if exponent.is_nan() && base != 1.0 {
        return Ok(exponent);
    }
    let magnitude = base.abs().powf(exponent);
    let negative = base.is_sign_negative() && !base.is_nan() && is_odd_integer(exponent);
    let power = if negative { -magnitude } else { magnitude };
    if power.is_infinite() && base.is_finite() && exponent.is_finite() {
        let message = "Numerical result out of range".to_string();
        return Err(TextError { kind: ErrorKind::NumericalRange, message });
    }
    Ok(power)
}

/// `value << count`.
pub fn shift_left(value: IntRef, count: IntRef) -> Result<IntValue, TextError> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    if sign(value) == 0 {
        return Ok(IntValue::Small(0));
    }
    let IntRef::Small(count) = count else {
        return Err(TextError::overflow("too many digits in integer"));
    };
    if let IntRef::Small(small) = value
        && count < 64
        && i128::from(small).unsigned_abs().leading_zeros() > count as u32 + 1
    {
        return Ok(IntValue::from(i128::from(small) << count));
    }
    if count as u64 > LARGEST_RESULT_BITS {
        return Err(TextError::memory());
    }
    Ok(IntValue::from(value.to_big().as_ref() << count as u64))
}

/// `value >> count`.
pub fn shift_right(value: IntRef, count: IntRef) -> Result<IntValue, TextError> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    Ok(match (value, count) {
        (IntRef::Small(value), IntRef::Small(count)) => IntValue::Small(value >> count.min(63)),
        (IntRef::Big(value), IntRef::Small(count)) => IntValue::from(value >> count as u64),
        (value, IntRef::Big(_)) => IntValue::Small(if value.is_negative() { -1 } else { 0 }),
    })
}

/// `int.bit_length`.
pub fn bit_length(value: IntRef) -> u64 {
    match value {
        IntRef::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
        IntRef::Big(value) => value.bits(),
    }
}

/// `int.bit_count`: the ones in the binary form of the absolute value.
pub fn bit_count(value: IntRef) -> u64 {
    match value {
        IntRef::Small(value) => u64::from(value.unsigned_abs().count_ones()),
        IntRef::Big(value) => value.magnitude().count_ones(),
    }
}

/// `math.isqrt`: the largest integer whose square is at most `value`.
pub fn integer_square_root(value: IntRef) -> Result<IntValue, TextError> {
    if value.is_negative() {
        return Err(TextError::value("isqrt() argument must be nonnegative"));
    }
    Ok(match value {
        IntRef::Small(value) => IntValue::Small(value.isqrt()),
        IntRef::Big(value) => IntValue::from(value.sqrt()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(value: i64) -> IntRef<'static> {
        IntRef::Small(value)
    }

    #[test]
    fn powers_of_integers() {
        assert_eq!(int_power(small(-2), small(3)), Ok(Power::Int(IntValue::Small(-8))));
        assert_eq!(int_power(small(2), small(-1)), Ok(Power::Float(0.5)));
        let wide = int_power(small(2), small(64));
        assert_eq!(wide, Ok(Power::Int(IntValue::from(1i128 << 64))));
        assert_eq!(int_power(small(3), small(1 << 40)), Err(TextError::memory()));
        assert_eq!(int_power(small(-1), small(1 << 40)), Ok(Power::Int(IntValue::Small(1))));
    }

    #[test]
    fn modular_powers() {
        assert_eq!(modular_power(small(2), small(-1), small(-5)), Ok(IntValue::Small(-2)));
        assert_eq!(modular_power(small(-7), small(-3), small(11)), Ok(IntValue::Small(5)));
        assert!(modular_power(small(2), small(-1), small(4)).is_err());
    }

    #[test]
    fn powers_of_floats() {
        assert_eq!(real_power(-0.0, 3.0).unwrap().to_bits(), (-0.0f64).to_bits());
        assert_eq!(real_power(f64::NEG_INFINITY, 3.0), Ok(f64::NEG_INFINITY));
        assert_eq!(real_power(f64::NEG_INFINITY, 0.5), Ok(f64::INFINITY));
        assert_eq!(real_power(1.0, f64::NAN), Ok(1.0));
        assert_eq!(real_power(-1.0, f64::INFINITY), Ok(1.0));
        assert_eq!(real_power(10.0, 400.0).unwrap_err().kind, ErrorKind::NumericalRange);
        assert_eq!(real_power(0.0, -1.0).unwrap_err().kind, ErrorKind::ZeroDivision);
    }

    #[test]
    fn shifts() {
        assert_eq!(shift_left(small(-1), small(63)), Ok(IntValue::Small(i64::MIN)));
        assert_eq!(shift_left(small(1), small(63)), Ok(IntValue::from(1i128 << 63)));
        assert_eq!(shift_right(small(-5), small(1)), Ok(IntValue::Small(-3)));
        assert_eq!(shift_right(small(-5), small(1 << 40)), Ok(IntValue::Small(-1)));
        assert_eq!(shift_left(small(1), small(1 << 40)), Err(TextError::memory()));
    }
}
