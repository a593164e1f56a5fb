//! Number literals: what may follow one, and what one is worth.

use num_bigint::BigInt;
use num_traits::Num;

use crate::ast::Constant;
use crate::error::{Shown, SyntaxError, SyntaxWarning};
use crate::span::Span;

/// How many decimal digits an int literal may have, as in CPython.
const MAX_DECIMAL_DIGITS: usize = 4300;

/// Judges the number that the lexer found at `span` by its digits and by what follows it: the
/// patterns of the lexer stop at the last character that still fits, so that `0b12` arrives here
/// as `0b1` and `1_` as `1`.
pub fn check(source: &str, span: Span) -> Result<Option<SyntaxWarning>, SyntaxError> {
    let start = span.start as usize;
    let end = span.end as usize;
    let bytes = source.as_bytes();
    let text = &bytes[start..end];
    let following = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b'\n');
    let next = following(0);
    let error = |message: String, at: usize| Err(SyntaxError::new(message, Span::new(at, at)));

    if text == b"0"
        && let Some((kind, name)) = radix_name(next)
    {
        // `0x` and no digit that the lexer could take.
        let after = if following(1) == b'_' { 2 } else { 1 };
        let digit = following(after);
        if kind < 10 && digit.is_ascii_digit() {
            let message = format!("invalid digit '{}' in {name} literal", digit as char);
            return error(message, end + after);
        }
        return error(format!("invalid {name} literal"), end + after - 1);
    }
    let (radix, name) = match text {
        [b'0', letter, ..] if radix_name(*letter).is_some() => {
            radix_name(*letter).unwrap_or((10, "decimal"))
        }
        _ if text.ends_with(b"j") || text.ends_with(b"J") => (10, "imaginary"),
        _ => (10, "decimal"),
    };
    if radix < 10 {
        let after = usize::from(next == b'_');
        let digit = following(after);
        if digit.is_ascii_digit() {
            let message = format!("invalid digit '{}' in {name} literal", digit as char);
            return error(message, end + after);
        }
    }
    let is_integer = text.iter().all(|byte| byte.is_ascii_digit() || *byte == b'_');
    if next == b'_' && text.last() != Some(&b'.') && name != "imaginary" {
        return error(format!("invalid {name} literal"), end);
    }
    if is_integer && text[0] == b'0' {
        let zeros = text.iter().take_while(|byte| matches!(byte, b'0' | b'_')).count();
        if zeros < text.len() {
            return Err(SyntaxError::new(
                "leading zeros in decimal integer literals are not permitted; \
                 use an 0o prefix for octal integers",
                Span::new(start, start + zeros),
            ));
        }
    }
    if matches!(next, b'e' | b'E') && matches!(following(1), b'+' | b'-') && name == "decimal" {
        return error("invalid decimal literal".to_owned(), end + 1);
    }
    let rest = &bytes[end..];
    let keyword_follows = [&b"and"[..], b"else", b"for", b"if", b"in", b"is", b"or", b"not"]
        .iter()
        .any(|keyword| rest.starts_with(keyword));
    if keyword_follows {
        let message = format!("invalid {name} literal");
        return Ok(Some(SyntaxWarning { message, span }));
    }
    if next.is_ascii_alphanumeric() || next == b'_' {
        return error(format!("invalid {name} literal"), end - 1);
    }
    Ok(None)
}

fn radix_name(letter: u8) -> Option<(u32, &'static str)> {
    match letter {
        b'x' | b'X' => Some((16, "hexadecimal")),
        b'o' | b'O' => Some((8, "octal")),
        b'b' | b'B' => Some((2, "binary")),
        _ => None,
    }
}

/// The value of the number literal `text`, which the lexer has checked.
pub fn evaluate(text: &str, span: Span) -> Result<Constant, SyntaxError> {
    let malformed = || SyntaxError::invalid(span);
    let digits: String = text.chars().filter(|character| *character != '_').collect();
    if let Some(imaginary) = digits.strip_suffix(['j', 'J']) {
        return imaginary.parse().map(Constant::Imaginary).map_err(|_| malformed());
    }
    let radix = digits.as_bytes().get(1).and_then(|letter| radix_name(*letter));
    if let Some((radix, _)) = radix {
        return integer(&digits[2..], radix).map(Constant::Int).ok_or_else(malformed);
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        if digits.len() > MAX_DECIMAL_DIGITS {
            let message = format!(
                "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: \
                 value has {} digits; use sys.set_int_max_str_digits() to increase the limit - \
                 Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                digits.len()
            );
            return Err(SyntaxError::new(message, span).with_shown(Shown::Line));
        }
        return integer(&digits, 10).map(Constant::Int).ok_or_else(malformed);
    }
    digits.parse().map(Constant::Float).map_err(|_| malformed())
}

fn integer(digits: &str, radix: u32) -> Option<BigInt> {
    match i64::from_str_radix(digits, radix) {
        Ok(small) => Some(BigInt::from(small)),
        Err(_) => BigInt::from_str_radix(digits, radix).ok(),
    }
}
