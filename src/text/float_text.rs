//! Floats as text: `repr`, the layouts of formatting, parsing, hexadecimal form; and the exact
//! questions about a float's value: its integer, its ratio, its rounding to decimal places.

use super::TextError;
use super::classify::{decimal_value, is_space};
use super::error::push_repeated;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};
use std::cmp::Ordering;

/// More digits than any finite double has after the point, or in all: the rest are zeros.
const EXACT_DIGITS: usize = 1100;

/// The digit-producing part of a float's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatKind {
    /// The shortest digits that read back as the same float.
    Shortest,
    /// A number of digits after the point.
    Fixed,
    /// Scientific notation with a number of digits after the point.
    Exponent,
    /// A number of significant digits, scientific only where that is shorter.
    General,
}

/// How `layout` shows a float.
#[derive(Clone, Copy, Debug)]
pub struct FloatStyle {
    pub kind: FloatKind,
    pub precision: usize,
    /// `E`, `INF` and `NAN` instead of `e`, `inf` and `nan`.
    pub upper: bool,
    /// The flag `#`: keep the point and trailing zeros.
    pub alternate: bool,
    /// Show at least one digit after the point, as `repr` does.
    pub add_point_zero: bool,
    /// The flag `z`: no minus sign before a result that is zero.
    pub no_negative_zero: bool,
}

impl FloatStyle {
    /// A style without flags.
    pub fn new(kind: FloatKind, precision: usize) -> Self {
        FloatStyle {
            kind,
            precision,
            upper: false,
            alternate: false,
            add_point_zero: false,
            no_negative_zero: false,
        }
    }
}

/// `repr(value)`.
pub fn repr(value: f64) -> String {
    // In this range Rust's own shortest form is the same.
    if (1e-4..65_536.0).contains(&value.abs()) {
        return format!("{value:?}");
    }
    let style = FloatStyle { add_point_zero: true, ..FloatStyle::new(FloatKind::Shortest, 0) };
    // Only a huge precision can fail, and the shortest form has none.
    layout(value, &style).unwrap_or_default()
}

/// Decimal digits of a finite `magnitude` and the position of the point relative to their start.
fn digits_of(magnitude: f64, style: &FloatStyle) -> (String, i64) {
    let scientific = match style.kind {
        FloatKind::Fixed => {
            let text = format!("{:.*}", style.precision.min(EXACT_DIGITS), magnitude);
            let point = text.find('.').unwrap_or(text.len()) as i64;
            return (text.replace('.', ""), point);
        }
        FloatKind::Shortest => return shortest_digits(magnitude),
        FloatKind::Exponent => format!("{:.*e}", style.precision.min(EXACT_DIGITS), magnitude),
        FloatKind::General => {
            format!("{:.*e}", style.precision.saturating_sub(1).min(EXACT_DIGITS), magnitude)
        }
    };
    digits_of_scientific(&scientific)
}

fn digits_of_scientific(text: &str) -> (String, i64) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    (mantissa.replace('.', ""), exponent + 1)
}

/// The fewest digits that read back as `magnitude`, the nearest to it among them.
///
/// Where two are equally near, Rust takes the upper one and Python the even one. That happens only
/// to numbers from 2**16 to 2**53 that have a fraction, and rounding those to as many decimal
/// places gives what Python takes.
fn shortest_digits(magnitude: f64) -> (String, i64) {
    const TIES: std::ops::Range<f64> = 65_536.0..9_007_199_254_740_992.0;
    let (digits, point) = digits_of_scientific(&format!("{magnitude:e}"));
    let places = digits.len() as i64 - point;
    if places > 0 && TIES.contains(&magnitude) {
        return digits_of(magnitude, &FloatStyle::new(FloatKind::Fixed, places as usize));
    }
    (digits, point)
}

/// A float as text in the given style, with a `-` where it is negative.
pub fn layout(value: f64, style: &FloatStyle) -> Result<String, TextError> {
    if style.kind == FloatKind::Fixed
        && value.is_finite()
        && style.precision <= EXACT_DIGITS
        && !style.alternate
        && !style.no_negative_zero
    {
        return Ok(format!("{value:.*}", style.precision));
    }
    if !value.is_finite() {
        let text = match (value.is_nan(), style.upper) {
            (true, false) => "nan",
            (true, true) => "NAN",
            (false, false) => "inf",
            (false, true) => "INF",
        };
        return Ok(if value < 0.0 { format!("-{text}") } else { text.to_string() });
    }
    let (mut digits, point) = digits_of(value.abs(), style);
    let is_zero = digits.bytes().all(|digit| digit == b'0');
    let mut out = String::with_capacity(digits.len() + 8);
    if value.is_sign_negative() && !(style.no_negative_zero && is_zero) {
        out.push('-');
    }
    let precision = style.precision;
    let (scientific, fraction_digits) = match style.kind {
        FloatKind::Fixed => (false, precision),
        FloatKind::Exponent => (true, precision),
        FloatKind::Shortest => {
            let scientific = point <= -4 || point > 16;
            let point = if scientific { 1 } else { point };
            (scientific, (digits.len() as i64 - point).max(0) as usize)
        }
        FloatKind::General => {
            let precision = precision.max(1);
            if !style.alternate {
                let kept = digits.trim_end_matches('0').len().max(1);
                digits.truncate(kept);
            }
            let largest = precision as i64 - i64::from(style.add_point_zero);
            let scientific = point <= -4 || point > largest;
            let point = if scientific { 1 } else { point };
            let length = if style.alternate { precision as i64 } else { digits.len() as i64 };
            (scientific, (length - point).max(0) as usize)
        }
    };
    push_decimal(&mut out, &digits, if scientific { 1 } else { point }, fraction_digits)?;
    if fraction_digits == 0 {
        if style.add_point_zero && !scientific {
            out.push_str(".0");
        } else if style.alternate {
            out.push('.');
        }
    }
    if scientific {
        let exponent = point - 1;
        out.push(if style.upper { 'E' } else { 'e' });
        out.push(if exponent < 0 { '-' } else { '+' });
        out.push_str(&format!("{:02}", exponent.abs()));
    }
    Ok(out)
}

/// Appends `digits` with the point after the first `point` of them and `fraction` digits behind it,
/// zeros standing in where there are none.
fn push_decimal(
    out: &mut String,
    digits: &str,
    point: i64,
    fraction: usize,
) -> Result<(), TextError> {
    let whole = point.clamp(0, digits.len() as i64) as usize;
    if point <= 0 {
        out.push('0');
    }
    out.push_str(&digits[..whole]);
    push_repeated(out, '0', (point - digits.len() as i64).max(0) as usize)?;
    if fraction > 0 {
        out.push('.');
        let leading = (-point).max(0) as usize;
        push_repeated(out, '0', leading.min(fraction))?;
        let wanted = fraction.saturating_sub(leading);
        let rest = &digits[whole..];
        out.push_str(&rest[..rest.len().min(wanted)]);
        push_repeated(out, '0', wanted.saturating_sub(rest.len()))?;
    }
    Ok(())
}

/// The number that `float(text)` reads: white space around it, underscores between digits, digits
/// of every script; `None` where `text` is no float.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim_matches(is_space);
    if text.is_ascii() {
        return parse_ascii(text);
    }
    let ascii: Option<String> = text
        .chars()
        .map(|c| if c.is_ascii() { Some(c) } else { decimal_value(c).and_then(digit_char) })
        .collect();
    parse_ascii(&ascii?)
}

fn digit_char(value: u32) -> Option<char> {
    char::from_digit(value, 10)
}

fn parse_ascii(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match unsigned.bytes().next()? {
        b'0'..=b'9' | b'.' => {}
        // Rust reads the same three names, in any case, but also what begins with a further sign.
        b'i' | b'I' | b'n' | b'N' => return text.parse().ok(),
        _ => return None,
    }
    if !unsigned.contains('_') {
        return text.parse().ok();
    }
    let bytes = text.as_bytes();
    let between_digits = |at: usize| {
        at > 0
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    if (0..bytes.len()).any(|at| bytes[at] == b'_' && !between_digits(at)) {
        return None;
    }
    text.replace('_', "").parse().ok()
}

/// `float.hex`.
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52) & 0x7ff {
        0 if fraction == 0 => format!("{sign}0x0.0p+0"),
        0 => format!("{sign}0x0.{fraction:013x}p-1022"),
        biased => format!("{sign}0x1.{fraction:013x}p{:+}", biased as i64 - 1023),
    }
}

/// `float.fromhex`.
pub fn from_hex(text: &str) -> Result<f64, TextError> {
    let invalid = || TextError::value("invalid hexadecimal floating-point string");
    let trimmed = text.trim_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']);
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let magnitude = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => hex_magnitude(lower.strip_prefix("0x").unwrap_or(lower), invalid)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn hex_magnitude(text: &str, invalid: impl Fn() -> TextError) -> Result<f64, TextError> {
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
                return Err(invalid());
            }
            // An exponent beyond i64 has the same effect as a very large one.
            let limit = i64::MAX / 4;
            let magnitude = digits.parse::<i64>().unwrap_or(limit).min(limit);
            (mantissa, if exponent.starts_with('-') { -magnitude } else { magnitude })
        }
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return Err(invalid());
    }
    let (mut significand, mut scale, mut sticky) = (0u64, exponent, false);
    for (in_fraction, digit) in
        whole.chars().map(|c| (false, c)).chain(fraction.chars().map(|c| (true, c)))
    {
        let digit = u64::from(digit.to_digit(16).ok_or_else(&invalid)?);
        if significand >> 59 == 0 {
            significand = significand << 4 | digit;
            scale -= if in_fraction { 4 } else { 0 };
        } else {
            sticky |= digit != 0;
            scale += if in_fraction { 0 } else { 4 };
        }
    }
    compose(significand, sticky, scale)
        .ok_or_else(|| TextError::overflow("hexadecimal value too large to represent as a float"))
}

/// `significand * 2**scale` rounded half to even, `sticky` telling that something not zero was cut
/// off below; `None` where it is too large.
pub(super) fn compose(significand: u64, sticky: bool, scale: i64) -> Option<f64> {
    if significand == 0 {
        return Some(0.0);
    }
    let top = scale.checked_add(63 - i64::from(significand.leading_zeros()))?;
    if top > 1023 {
        return None;
    }
    // The exponent of the last bit that the float has room for.
    let last = (top - 52).max(-1074);
    let drop = last - scale;
    let kept = match drop {
        ..=0 => significand << (-drop).min(63),
        1..=64 => {
            let wide = u128::from(significand);
            let quotient = (wide >> drop) as u64;
            let rest = wide & ((1 << drop) - 1);
            let half = 1u128 << (drop - 1);
            let up = rest > half || (rest == half && (sticky || quotient & 1 == 1));
            quotient + u64::from(up)
        }
        _ => 0,
    };
    let result = scale_by_power_of_two(kept as f64, last);
    result.is_finite().then_some(result)
}

/// `value * 2**exponent` for results that need no rounding or overflow.
fn scale_by_power_of_two(mut value: f64, mut exponent: i64) -> f64 {
    while exponent > 0 {
        let step = exponent.min(1000);
        value *= 2f64.powi(step as i32);
        exponent -= step;
    }
    while exponent < 0 {
        let step = (-exponent).min(1000);
        value /= 2f64.powi(step as i32);
        exponent += step;
    }
    value
}

/// A finite float as `mantissa * 2**exponent` with an odd or zero mantissa.
pub fn decompose(value: f64) -> (i64, i64) {
    let bits = value.to_bits();
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let (mantissa, exponent) = match (bits >> 52) & 0x7ff {
        0 => (fraction, -1074),
        biased => (fraction | 1 << 52, biased as i64 - 1075),
    };
    if mantissa == 0 {
        return (0, 0);
    }
    let zeros = mantissa.trailing_zeros();
    let odd = mantissa >> zeros;
    (if value < 0.0 { -odd } else { odd }, exponent + i64::from(zeros))
}

/// `float.as_integer_ratio`.
pub fn as_integer_ratio(value: f64) -> Result<(BigInt, BigInt), TextError> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(TextError::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(value);
    Ok(if exponent >= 0 {
        (BigInt::from(mantissa) << exponent as u64, BigInt::one())
    } else {
        (BigInt::from(mantissa), BigInt::one() << (-exponent) as u64)
    })
}

/// `int(value)`: the float without its fraction.
pub fn to_int(value: f64) -> Result<BigInt, TextError> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(TextError::overflow("cannot convert float infinity to integer"));
    }
    if let Some(small) = to_small_int(value) {
        return Ok(BigInt::from(small));
    }
    let (mantissa, exponent) = decompose(value.trunc());
    Ok(if mantissa.is_zero() { BigInt::ZERO } else { BigInt::from(mantissa) << exponent as u64 })
}

/// `int(value)` where it is finite and fits an `i64`.
pub fn to_small_int(value: f64) -> Option<i64> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (-LIMIT..LIMIT).contains(&value).then_some(value as i64)
}

/// `float.is_integer`.
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.trunc() == value
}

/// `round(value, places)`: the float nearest to the exact decimal rounding, ties to even.
pub fn round_to(value: f64, places: i64) -> Result<f64, TextError> {
    if !value.is_finite() || value == 0.0 || places > 323 {
        return Ok(value);
    }
    if places < -308 {
        return Ok(0.0 * value);
    }
    let text = if places >= 0 {
        format!("{:.*}", places as usize, value)
    } else {
        let (quotient, rest) = to_int(value.abs())?.div_rem(&BigInt::from(10).pow(-places as u32));
        let half = (rest * 2u32).cmp(&BigInt::from(10).pow(-places as u32));
        let up = match half {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => value.fract() != 0.0 || quotient.is_odd(),
        };
        let sign = if value < 0.0 { "-" } else { "" };
        format!("{sign}{}e{}", quotient + i32::from(up), -places)
    };
    match text.parse::<f64>() {
        Ok(rounded) if rounded.is_finite() => Ok(rounded),
        _ => Err(TextError::overflow("rounded value too large to represent")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_forms() {
        let cases = [
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-0.0, "-0.0"),
            (5e-324, "5e-324"),
            (930_372_537_056_242.2, "930372537056242.2"),
            (1.0 / 3.0, "0.3333333333333333"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ];
        for (value, text) in cases {
            assert_eq!(repr(value), text);
        }
    }

    #[test]
    fn reading() {
        assert_eq!(parse(" 1_000.5e1_0\u{3000}"), Some(1000.5e10));
        assert_eq!(parse("١٢.٥"), Some(12.5));
        assert_eq!(parse("-Infinity"), Some(f64::NEG_INFINITY));
        for wrong in ["", "_1", "1_", "1__0", "1_.0", "+-1", "1e", "infin", "0x10", "1 2", "."] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hexadecimal() {
        assert_eq!(hex(-1.5), "-0x1.8000000000000p+0");
        assert_eq!(hex(5e-324), "0x0.0000000000001p-1022");
        assert_eq!(from_hex(" 0x.8p1 "), Ok(1.0));
        assert_eq!(from_hex("0x1.00000000000008p0"), Ok(1.0));
        assert_eq!(from_hex("0x1.000000000000080000001p0"), Ok(1.0000000000000002));
        assert!(from_hex("0x1p1024").is_err() && from_hex("0x").is_err());
        assert_eq!(from_hex("0x1p-99999999999999999999"), Ok(0.0));
    }

    #[test]
    fn rounding_to_places() {
        assert_eq!(round_to(2.675, 2), Ok(2.67));
        assert_eq!(round_to(0.125, 2), Ok(0.12));
        assert_eq!(round_to(2500.0, -3), Ok(2000.0));
        assert_eq!(round_to(2500.5, -3), Ok(3000.0));
        assert_eq!(round_to(-51.0, -2), Ok(-100.0));
        assert!(round_to(1.7e308, -308).is_err());
    }

    #[test]
    fn exact_values() {
        assert_eq!(as_integer_ratio(0.75), Ok((BigInt::from(3), BigInt::from(4))));
        assert_eq!(to_int(-1e20), Ok(BigInt::from(-100_000_000_000_000_000_000i128)));
        assert_eq!(to_small_int(9.3e18), None);
    }
}
