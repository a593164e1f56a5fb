//! Numbers by the format mini-language: `format(5, '+08_x')`, `f'{ratio:.1%}'`.

use super::error::push_repeated;
use super::float_text::{FloatKind, FloatStyle, layout};
use super::format_spec::{Alignment, FormatSpec, Target, pad, unknown_format_code};
use super::int_text::{IntRef, decimal, prefix};
use super::number_division::int_to_float;
use super::{TextError, float_text};
use ouro_grammar::surrogate::from_code_point;

/// A number's text in its parts, before grouping and padding.
struct NumberText<'a> {
    sign: char,
    prefix: &'a str,
    digits: &'a str,
    /// What follows the digits: a fraction, an exponent, a percent sign, `inf`.
    rest: &'a str,
    group_size: usize,
}

/// `format(value, spec)` for an integer whose type is called `type_name`.
pub fn format_int(
    value: IntRef,
    spec: &str,
    type_name: &str,
    digit_limit: usize,
) -> Result<String, TextError> {
    if spec.is_empty() {
        return decimal(value, digit_limit);
    }
    let spec = FormatSpec::parse(spec, Target::Int, type_name)?;
    match spec.kind {
        None | Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') => {}
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            return format_parsed_float(int_to_float(value)?, &spec);
        }
        Some(kind) => return Err(unknown_format_code(kind, type_name)),
    }
    if spec.precision.is_some() {
        return Err(TextError::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        let message = "Negative zero coercion (z) not allowed in integer format specifier";
        return Err(TextError::value(message));
    }
    let radix = match spec.kind {
        Some('c') => return format_character(value, &spec),
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        _ => 10,
    };
    let mut digits = match (radix, value) {
        (10, IntRef::Big(_)) => decimal(value, digit_limit)?.trim_start_matches('-').to_string(),
        _ => value.magnitude_digits(radix),
    };
    let mut prefix = if spec.alternate { prefix(radix) } else { "" };
    if spec.kind == Some('X') {
        digits.make_ascii_uppercase();
        prefix = if spec.alternate { "0X" } else { "" };
    }
    let parts = NumberText {
        sign: if value.is_negative() { '-' } else { '+' },
        prefix,
        digits: &digits,
        rest: "",
        group_size: if radix == 10 { 3 } else { 4 },
    };
    assemble(&parts, &spec)
}

/// The type `c`: the character with that code point.
fn format_character(value: IntRef, spec: &FormatSpec) -> Result<String, TextError> {
    if spec.sign.is_some() {
        let message = "Sign not allowed with integer format specifier 'c'";
        return Err(TextError::value(message));
    }
    if spec.alternate {
        let message = "Alternate form (#) not allowed with integer format specifier 'c'";
        return Err(TextError::value(message));
    }
    let IntRef::Small(value) = value else {
        return Err(TextError::overflow("Python int too large to convert to C long"));
    };
    let character =
        character(value).ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
    pad(character.encode_utf8(&mut [0; 4]), spec)
}

/// The character with a code point, `None` outside Unicode.
pub fn character(code_point: i64) -> Option<char> {
    u32::try_from(code_point).ok().and_then(from_code_point)
}

/// `format(value, spec)` for a float whose type is called `type_name`.
pub fn format_float(value: f64, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(float_text::repr(value));
    }
    let spec = FormatSpec::parse(spec, Target::Float, type_name)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => {
            format_parsed_float(value, &spec)
        }
        Some(kind) => Err(unknown_format_code(kind, type_name)),
    }
}

/// The real or imaginary part of a complex number: as a float, but without `.0`.
pub fn format_complex_part(value: f64, spec: &FormatSpec) -> Result<String, TextError> {
    format_as_float(value, spec, false)
}

fn format_parsed_float(value: f64, spec: &FormatSpec) -> Result<String, TextError> {
    format_as_float(value, spec, spec.kind.is_none())
}

fn format_as_float(
    value: f64,
    spec: &FormatSpec,
    add_point_zero: bool,
) -> Result<String, TextError> {
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(TextError::value("precision too big"));
    }
    let kind = match (spec.kind, spec.precision) {
        (Some('e' | 'E'), _) => FloatKind::Exponent,
        (Some('f' | 'F' | '%'), _) => FloatKind::Fixed,
        (None, None) => FloatKind::Shortest,
        _ => FloatKind::General,
    };
    let style = FloatStyle {
        kind,
        precision: spec.precision.unwrap_or(6),
        upper: matches!(spec.kind, Some('E' | 'F' | 'G')),
        alternate: spec.alternate,
        add_point_zero,
        no_negative_zero: spec.no_negative_zero,
    };
    let is_percent = spec.kind == Some('%');
    let mut text = layout(if is_percent { value * 100.0 } else { value }, &style)?;
    if is_percent {
        text.push('%');
    }
    if spec.width.is_none() && spec.grouping.is_none() && matches!(spec.sign, None | Some('-')) {
        return Ok(text);
    }
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ('-', unsigned),
        None => ('+', text.as_str()),
    };
    let end = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    let (digits, rest) = unsigned.split_at(end);
    assemble(&NumberText { sign, prefix: "", digits, rest, group_size: 3 }, spec)
}

/// Sign, prefix, grouped digits and rest, padded to the width.
fn assemble(parts: &NumberText, spec: &FormatSpec) -> Result<String, TextError> {
    let sign = match (parts.sign, spec.sign) {
        ('-', _) => "-",
        (_, Some('+')) => "+",
        (_, Some(' ')) => " ",
        _ => "",
    };
    let width = spec.width.unwrap_or(0);
    let around = sign.len() + parts.prefix.len() + parts.rest.len();
    // Zeros that fill the field are grouped like the digits.
    let fills_with_zeros = spec.fill == '0' && spec.align == Alignment::AfterSign;
    let least = if fills_with_zeros { width.saturating_sub(around) } else { 0 };
    let digits = match spec.grouping {
        _ if parts.digits.is_empty() => String::new(),
        Some(separator) => grouped(parts.digits, separator, parts.group_size, least)?,
        None => {
            let mut padded = String::with_capacity(parts.digits.len());
            push_repeated(&mut padded, '0', least.saturating_sub(parts.digits.len()))?;
            padded.push_str(parts.digits);
            padded
        }
    };
    let missing = width.saturating_sub(around + digits.len());
    let (left, inside) = match spec.align {
        Alignment::Left => (0, 0),
        Alignment::Right => (missing, 0),
        Alignment::Center => (missing / 2, 0),
        Alignment::AfterSign => (0, missing),
    };
    let mut out = String::with_capacity(around + digits.len());
    push_repeated(&mut out, spec.fill, left)?;
    out.push_str(sign);
    out.push_str(parts.prefix);
    push_repeated(&mut out, spec.fill, inside)?;
    out.push_str(&digits);
    out.push_str(parts.rest);
    push_repeated(&mut out, spec.fill, missing - left - inside)?;
    Ok(out)
}

/// `digits` in groups from the right, with zeros in front until they take up `least` places; a
/// separator never comes first, so the result may be one longer.
fn grouped(
    digits: &str,
    separator: char,
    group_size: usize,
    least: usize,
) -> Result<String, TextError> {
    // `count` digits need one separator for each full group before the last.
    let length_of = |count: usize| count + (count - 1) / group_size;
    let mut count = digits.len();
    if length_of(count) < least {
        count = count.max(least - least / (group_size + 1));
        while length_of(count) < least {
            count += 1;
        }
    }
    let mut padded = String::with_capacity(count);
    push_repeated(&mut padded, '0', count - digits.len())?;
    padded.push_str(digits);
    let mut out = String::with_capacity(length_of(count));
    for (at, digit) in padded.chars().enumerate() {
        if at > 0 && (count - at).is_multiple_of(group_size) {
            out.push(separator);
        }
        out.push(digit);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;

    fn int(value: i64, spec: &str) -> Result<String, String> {
        format_int(IntRef::Small(value), spec, "int", 4300).map_err(|error| error.message)
    }

    fn float(value: f64, spec: &str) -> Result<String, String> {
        format_float(value, spec, "float").map_err(|error| error.message)
    }

    #[test]
    fn integers() {
        for (value, spec, text) in [
            (1234567, ",", "1,234,567"),
            (123, "08,", "0,000,123"),
            (-255, "#010x", "-0x00000ff"),
            (255, "_b", "1111_1111"),
            (255, "#X", "0XFF"),
            (42, "*^+7", "**+42**"),
            (233, "c", "é"),
            (1234, ".2e", "1.23e+03"),
            (7, "=5", "    7"),
        ] {
            assert_eq!(int(value, spec).as_deref(), Ok(text), "{spec}");
        }
        let big = BigInt::from(10).pow(30);
        let text = format_int(IntRef::Big(&big), "_", "int", 4300).unwrap();
        assert_eq!(text, "1_000_000_000_000_000_000_000_000_000_000");
    }

    #[test]
    fn floats() {
        for (value, spec, text) in [
            (1234.5678, ",.2f", "1,234.57"),
            (0.5, ".0%", "50%"),
            (100.0, ".3", "1e+02"),
            (1e20, "#", "1.e+20"),
            (-0.001, "z.1f", "0.0"),
            (f64::INFINITY, "010", "0000000inf"),
            (f64::NAN, "F", "NAN"),
            (3.0, "g", "3"),
            (3.0, "#g", "3.00000"),
            (1e-5, "", "1e-05"),
            (2.5, ".0f", "2"),
        ] {
            assert_eq!(float(value, spec).as_deref(), Ok(text), "{spec}");
        }
    }

    #[test]
    fn refusals() {
        for (spec, message) in [
            (".2", "Precision not allowed in integer format specifier"),
            ("s", "Unknown format code 's' for object of type 'int'"),
            ("+c", "Sign not allowed with integer format specifier 'c'"),
            (",x", "Cannot specify ',' with 'x'."),
            (",n", "Cannot specify ',' with 'n'."),
        ] {
            assert_eq!(int(5, spec).unwrap_err(), message);
        }
        assert_eq!(float(1.0, ".9999999999f").unwrap_err(), "precision too big");
        let code = "Unknown format code 'd' for object of type 'float'";
        assert_eq!(float(1.0, "d").unwrap_err(), code);
    }
}
