//! Integers as text: what `int(text, base)` reads, and decimal, binary, octal and hexadecimal forms.

use super::classify::{decimal_value, is_space};
use super::{TextError, escapes};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{ToPrimitive, Zero};
use std::borrow::Cow;

/// An integer of either representation, borrowed.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    Small(i64),
    Big(&'a BigInt),
}

/// An integer of either representation; `Big` holds only what does not fit an `i64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntValue {
    Small(i64),
    Big(BigInt),
}

impl From<BigInt> for IntValue {
    fn from(value: BigInt) -> Self {
        match value.to_i64() {
            Some(small) => IntValue::Small(small),
            None => IntValue::Big(value),
        }
    }
}

impl From<i64> for IntValue {
    fn from(value: i64) -> Self {
        IntValue::Small(value)
    }
}

impl From<i128> for IntValue {
    fn from(value: i128) -> Self {
        match i64::try_from(value) {
            Ok(small) => IntValue::Small(small),
            Err(_) => IntValue::Big(BigInt::from(value)),
        }
    }
}

impl IntValue {
    /// The integer, borrowed.
    pub fn as_ref(&self) -> IntRef<'_> {
        match self {
            IntValue::Small(value) => IntRef::Small(*value),
            IntValue::Big(value) => IntRef::Big(value),
        }
    }
}

impl<'a> IntRef<'a> {
    /// Whether the integer is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(value) => value < 0,
            IntRef::Big(value) => value.sign() == Sign::Minus,
        }
    }

    /// The digits of the absolute value in a radix from 2 to 36, in lower case.
    pub fn magnitude_digits(self, radix: u32) -> String {
        match self {
            IntRef::Big(value) => value.magnitude().to_str_radix(radix),
            IntRef::Small(value) => match (value.unsigned_abs(), radix) {
                (value, 10) => value.to_string(),
                (value, 2) => format!("{value:b}"),
                (value, 8) => format!("{value:o}"),
                (value, 16) => format!("{value:x}"),
                (value, _) => BigUint::from(value).to_str_radix(radix),
            },
        }
    }

    /// The integer as a `BigInt` of its own.
    pub fn to_bigint(self) -> BigInt {
        self.to_big().into_owned()
    }

    /// The nearest float; infinite when out of range.
    pub fn to_f64(self) -> f64 {
        match self {
            IntRef::Small(value) => value as f64,
            IntRef::Big(value) => value.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The integer, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(value) => Some(value),
            IntRef::Big(value) => value.to_i64(),
        }
    }

    /// The integer as a `BigInt`, borrowed where it is one.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            IntRef::Small(value) => Cow::Owned(BigInt::from(value)),
            IntRef::Big(value) => Cow::Borrowed(value),
        }
    }
}

/// The digit limit of a fresh interpreter.
pub const DEFAULT_DIGIT_LIMIT: usize = 4300;

/// The number of decimal digits up to which no limit is ever enforced.
pub const DIGITS_ALWAYS_ALLOWED: usize = 640;

/// `str(value)`; `digit_limit` is that of `sys.set_int_max_str_digits`, 0 for none.
pub fn decimal(value: IntRef, digit_limit: usize) -> Result<String, TextError> {
    let value = match value {
        IntRef::Small(value) => return Ok(value.to_string()),
        IntRef::Big(value) => value,
    };
    let too_long = || {
        TextError::value(format!(
            "Exceeds the limit ({digit_limit} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // A digit holds a little more than 3.32 bits: far beyond the limit there is no need to count.
    let is_limited = digit_limit >= DIGITS_ALWAYS_ALLOWED;
    if is_limited && value.bits() / 4 > digit_limit as u64 {
        return Err(too_long());
    }
    let text = value.to_string();
    if is_limited && text.len() - usize::from(text.starts_with('-')) > digit_limit {
        return Err(too_long());
    }
    Ok(text)
}

/// `bin`, `oct` and `hex` of an integer: the sign, the prefix and the digits.
pub fn with_prefix(value: IntRef, radix: u32) -> String {
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{}{}", prefix(radix), value.magnitude_digits(radix))
}

/// The prefix of literals in a radix: `0b`, `0o`, `0x` or nothing.
pub fn prefix(radix: u32) -> &'static str {
    match radix {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    }
}

/// `int(text, base)`; `digit_limit` is that of `sys.set_int_max_str_digits`, 0 for none.
pub fn parse(text: &str, base: i64, digit_limit: usize) -> Result<IntValue, TextError> {
    // The common case: a short decimal number.
    if base == 10
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.len() < 18
        && let Ok(value) = text.parse()
    {
        return Ok(IntValue::Small(value));
    }
    check_base(base)?;
    let trimmed = text.trim_matches(is_space);
    let parsed = if trimmed.is_ascii() {
        parse_ascii(trimmed, base as u32, digit_limit)
    } else {
        let ascii: Option<String> = trimmed
            .chars()
            .map(|c| match decimal_value(c) {
                Some(value) => char::from_digit(value, 10),
                None => c.is_ascii().then_some(c),
            })
            .collect();
        ascii.and_then(|ascii| parse_ascii(&ascii, base as u32, digit_limit))
    };
    parsed.unwrap_or_else(|| Err(invalid_literal(&escapes::repr_str(text), base)))
}

/// `int(bytes, base)`.
pub fn parse_bytes(bytes: &[u8], base: i64, digit_limit: usize) -> Result<IntValue, TextError> {
    check_base(base)?;
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii());
    text.and_then(|text| parse_ascii(text.trim_matches(is_space), base as u32, digit_limit))
        .unwrap_or_else(|| Err(invalid_literal(&escapes::repr_bytes(bytes), base)))
}

fn check_base(base: i64) -> Result<(), TextError> {
    if base == 0 || (2..=36).contains(&base) {
        return Ok(());
    }
    Err(TextError::value("int() base must be >= 2 and <= 36, or 0"))
}

fn invalid_literal(repr: &str, base: i64) -> TextError {
    let shown: String = repr.chars().take(200).collect();
    TextError::value(format!("invalid literal for int() with base {base}: {shown}"))
}

/// Reads trimmed ASCII text; `None` where it is no integer.
fn parse_ascii(text: &str, base: u32, digit_limit: usize) -> Option<Result<IntValue, TextError>> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let prefixed = match unsigned.as_bytes() {
        [b'0', b'b' | b'B', ..] => 2,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'x' | b'X', ..] => 16,
        _ => 0,
    };
    let (radix, digits) = if prefixed != 0 && (base == 0 || base == prefixed) {
        let digits = &unsigned[2..];
        (prefixed, digits.strip_prefix('_').unwrap_or(digits))
    } else {
        (if base == 0 { 10 } else { base }, unsigned)
    };
    if digits.is_empty()
        || digits.starts_with('_')
        || digits.ends_with('_')
        || digits.contains("__")
        || !digits.bytes().all(|byte| byte == b'_' || (byte as char).is_digit(radix))
    {
        return None;
    }
    // In base 0, as in a program, a leading zero is for zero alone.
    if base == 0
        && radix == 10
        && digits.starts_with('0')
        && digits.bytes().any(|byte| !matches!(byte, b'0' | b'_'))
    {
        return None;
    }
    Some(value_of_digits(&digits.replace('_', ""), radix, negative, digit_limit))
}

/// The value of checked digits.
fn value_of_digits(
    digits: &str,
    radix: u32,
    negative: bool,
    digit_limit: usize,
) -> Result<IntValue, TextError> {
    let count = digits.len();
    if digit_limit >= DIGITS_ALWAYS_ALLOWED && count > digit_limit && !radix.is_power_of_two() {
        return Err(TextError::value(format!(
            "Exceeds the limit ({digit_limit} digits) for integer string conversion: \
             value has {count} digits; use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    if let Ok(small) = i64::from_str_radix(digits, radix) {
        return Ok(IntValue::Small(if negative { -small } else { small }));
    }
    let magnitude = big_value(digits.as_bytes(), radix);
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Ok(IntValue::from(BigInt::from_biguint(sign, magnitude)))
}

/// Digit strings longer than this are read in two halves, which avoids quadratic time.
const SPLIT_DIGITS: usize = 4000;

fn big_value(digits: &[u8], radix: u32) -> BigUint {
    if digits.len() <= SPLIT_DIGITS || radix.is_power_of_two() {
        return BigUint::parse_bytes(digits, radix).unwrap_or_else(BigUint::zero);
    }
    let (high, low) = digits.split_at(digits.len() / 2);
    let scale = BigUint::from(radix).pow(low.len() as u32);
    big_value(high, radix) * scale + big_value(low, radix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, base: i64) -> Result<IntValue, String> {
        parse(text, base, 4300).map_err(|error| error.message)
    }

    #[test]
    fn reading() {
        for (text, base, value) in [
            (" 1_000\n", 10, 1000),
            ("-0x_ff", 16, -255),
            ("0b1", 16, 0xb1),
            ("0O17", 0, 15),
            ("00_0", 0, 0),
            ("１٢", 10, 12),
            ("-zz", 36, -1295),
            ("-9223372036854775808", 10, i64::MIN),
        ] {
            assert_eq!(read(text, base), Ok(IntValue::Small(value)), "{text}");
        }
        assert_eq!(read("9223372036854775808", 10), Ok(IntValue::from(1i128 << 63)));
    }

    #[test]
    fn refusing() {
        for (text, base) in
            [("", 10), ("_1", 10), ("1__1", 10), ("1_", 10), ("07", 0), ("0x", 16), ("+-1", 10)]
        {
            let message = format!("invalid literal for int() with base {base}: '{text}'");
            assert_eq!(read(text, base), Err(message));
        }
        assert_eq!(read("1", 37).unwrap_err(), "int() base must be >= 2 and <= 36, or 0");
    }

    #[test]
    fn digit_limit() {
        assert!(read(&"1".repeat(4300), 10).is_ok() && read(&"1".repeat(4301), 10).is_err());
        assert!(read(&"1".repeat(4301), 16).is_ok());
        let big = BigInt::from(10).pow(4300);
        assert!(decimal(IntRef::Big(&big), 4300).is_err());
        assert!(decimal(IntRef::Big(&(&big - 1)), 4300).is_ok());
        assert_eq!(decimal(IntRef::Big(&big), 0).map(|text| text.len()), Ok(4301));
    }

    #[test]
    fn long_digit_strings() {
        let text = format!("9{}7", "0".repeat(20_000));
        let IntValue::Big(value) = parse(&text, 10, 0).unwrap() else { panic!("a small value") };
        assert_eq!(value.to_string(), text);
    }

    #[test]
    fn prefixes() {
        assert_eq!(with_prefix(IntRef::Small(-255), 16), "-0xff");
        assert_eq!(with_prefix(IntRef::Small(0), 2), "0b0");
        assert_eq!(with_prefix(IntRef::Small(i64::MIN), 8), "-0o1000000000000000000000");
    }
}
