//! String and bytes literals: prefixes, escapes, and joining adjacent literals.

use std::rc::Rc;

use crate::builder::Builder;
use crate::error::SyntaxError;
use crate::identifiers;
use crate::span::Span;
use crate::surrogate;

/// The value of one literal.
pub enum StringValue {
    Text(String),
    Bytes(Vec<u8>),
}

/// The value of the string or bytes literal at `span`, which the layout pass has delimited.
pub fn evaluate(builder: &mut Builder, span: Span) -> Result<StringValue, SyntaxError> {
    let literal = builder.text(span);
    let prefix_length = literal.find(['"', '\'']).unwrap_or(0);
    let (prefix, quoted) = literal.split_at(prefix_length);
    let is_raw = prefix.contains(['r', 'R']);
    let is_bytes = prefix.contains(['b', 'B']);
    let quotes = match quoted.as_bytes() {
        [first, second, third, _, _, _, ..] if first == second && second == third => 3,
        _ => 1,
    };
    let body = quoted.get(quotes..quoted.len().saturating_sub(quotes)).unwrap_or_default();
    if is_bytes {
        if !body.is_ascii() {
            return Err(SyntaxError::new("bytes can only contain ASCII literal characters", span));
        }
        let body = with_unix_line_ends(body);
        let bytes = if is_raw { body.into_bytes() } else { unescape_bytes(builder, &body, span)? };
        return Ok(StringValue::Bytes(bytes));
    }
    text(builder, body, is_raw, span).map(StringValue::Text)
}

/// The text of a piece of an f-string, doubled braces taken as one.
pub fn evaluate_format_text(
    builder: &mut Builder,
    span: Span,
    is_raw: bool,
) -> Result<Rc<str>, SyntaxError> {
    let body = builder.text(span);
    // A named escape keeps its braces, so the braces are doubled only outside of it.
    let undoubled;
    let body = if body.contains("{{") || body.contains("}}") {
        undoubled = undouble_braces(body);
        &undoubled
    } else {
        body
    };
    text(builder, body, is_raw, span).map(Rc::from)
}

fn undouble_braces(body: &str) -> String {
    body.replace("{{", "{").replace("}}", "}")
}

/// The text of a literal's body.
fn text(
    builder: &mut Builder,
    body: &str,
    is_raw: bool,
    span: Span,
) -> Result<String, SyntaxError> {
    if let Some(reserved) = body.chars().find(|character| surrogate::is_surrogate(*character)) {
        let message = format!(
            "character U+{:X} is not supported by Ouro: it stands for a surrogate",
            reserved as u32
        );
        return Err(SyntaxError::new(message, span));
    }
    let body = with_unix_line_ends(body);
    if is_raw || !body.contains('\\') {
        return Ok(body);
    }
    unescape_text(builder, &body, span)
}

/// Python sees every line end as `\n`.
fn with_unix_line_ends(body: &str) -> String {
    if body.contains('\r') { body.replace("\r\n", "\n").replace('\r', "\n") } else { body.into() }
}

/// The value of up to `limit` octal digits in front of `digits`, and how many there are.
fn octal(digits: &[u8]) -> (u32, usize) {
    let length = digits.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
    let value = digits[..length].iter().fold(0, |value, digit| value * 8 + u32::from(digit - b'0'));
    (value, length)
}

/// What a one-letter escape stands for.
fn simple_escape(letter: u8) -> Option<u8> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

fn warn_octal(builder: &mut Builder, digits: &str, span: Span) {
    builder.warn(format!("invalid octal escape sequence '\\{digits}'"), span);
}

fn warn_escape(builder: &mut Builder, character: char, span: Span) {
    builder.warn(format!("invalid escape sequence '\\{character}'"), span);
}

fn unescape_bytes(builder: &mut Builder, body: &str, span: Span) -> Result<Vec<u8>, SyntaxError> {
    let bytes = body.as_bytes();
    let mut value = Vec::with_capacity(bytes.len());
    let mut position = 0;
    let mut warned = false;
    while let Some(&byte) = bytes.get(position) {
        if byte != b'\\' {
            value.push(byte);
            position += 1;
            continue;
        }
        let start = position;
        let letter = bytes.get(position + 1).copied().unwrap_or(b'\\');
        position += 2;
        match letter {
            b'\n' => {}
            b'0'..=b'7' => {
                let (code, length) = octal(&bytes[start + 1..]);
                position = start + 1 + length;
                if code > 0xFF && !warned {
                    warned = true;
                    warn_octal(builder, &body[start + 1..position], span);
                }
                value.push(code as u8);
            }
            b'x' => {
                let digits = body.get(position..position + 2);
                let Some(code) = digits.and_then(|digits| hexadecimal(digits, 2)) else {
                    let message = format!("(value error) invalid \\x escape at position {start}");
                    return Err(SyntaxError::new(message, span));
                };
                value.push(code as u8);
                position += 2;
            }
            _ => match simple_escape(letter) {
                Some(code) => value.push(code),
                None => {
                    if !warned {
                        warned = true;
                        warn_escape(builder, letter as char, span);
                    }
                    value.extend([b'\\', letter]);
                }
            },
        }
    }
    Ok(value)
}

fn hexadecimal(digits: &str, length: usize) -> Option<u32> {
    if digits.len() != length || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}

fn unescape_text(builder: &mut Builder, body: &str, span: Span) -> Result<String, SyntaxError> {
    let bytes = body.as_bytes();
    let mut value = String::with_capacity(bytes.len());
    let mut position = 0;
    let mut warned = false;
    while let Some(offset) = bytes[position..].iter().position(|byte| *byte == b'\\') {
        let start = position + offset;
        value.push_str(&body[position..start]);
        let Some(letter) = body[start + 1..].chars().next() else {
            value.push('\\');
            position = start + 1;
            break;
        };
        position = start + 1 + letter.len_utf8();
        match letter {
            '\n' => {}
            '0'..='7' => {
                let (code, length) = octal(&bytes[start + 1..]);
                position = start + 1 + length;
                if code > 0xFF && !warned {
                    warned = true;
                    warn_octal(builder, &body[start + 1..position], span);
                }
                value.extend(char::from_u32(code));
            }
            'x' | 'u' | 'U' => {
                let (length, name) = match letter {
                    'x' => (2, "\\xXX"),
                    'u' => (4, "\\uXXXX"),
                    _ => (8, "\\UXXXXXXXX"),
                };
                let found = bytes[position..]
                    .iter()
                    .take(length)
                    .take_while(|digit| digit.is_ascii_hexdigit())
                    .count();
                if found < length {
                    let reason = format!("truncated {name} escape");
                    return Err(unicode_error(body, start, position + found, &reason, span));
                }
                let code = hexadecimal(&body[position..position + length], length);
                let code = code.unwrap_or(u32::MAX);
                position += length;
                if code > 0x10FFFF {
                    let reason = "illegal Unicode character";
                    return Err(unicode_error(body, start, position, reason, span));
                }
                match surrogate::from_code_point(code) {
                    Some(character) => value.push(character),
                    None => {
                        let message = format!(
                            "character U+{code:X} is not supported by Ouro: \
                             it stands for a surrogate"
                        );
                        return Err(SyntaxError::new(message, span));
                    }
                }
            }
            'N' => {
                let (character, end) = named_character(body, start, span)?;
                value.push_str(&character);
                position = end;
            }
            _ => match u8::try_from(letter).ok().and_then(simple_escape) {
                Some(code) => value.push(code as char),
                None => {
                    if !warned && letter.is_ascii() && !matches!(letter, '{' | '}') {
                        warned = true;
                        warn_escape(builder, letter, span);
                    }
                    value.push('\\');
                    value.push(letter);
                }
            },
        }
    }
    value.push_str(&body[position..]);
    Ok(value)
}

/// Reads `\N{name}` at `start`: the character and where the escape ends.
fn named_character(body: &str, start: usize, span: Span) -> Result<(String, usize), SyntaxError> {
    let malformed = "malformed \\N character escape";
    let after = &body[start + 2..];
    let Some(rest) = after.strip_prefix('{') else {
        return Err(unicode_error(body, start, start + 2, malformed, span));
    };
    let Some(length) = rest.find('}') else {
        return Err(unicode_error(body, start, body.len(), malformed, span));
    };
    let end = start + 3 + length + 1;
    if length == 0 {
        return Err(unicode_error(body, start, end - 1, malformed, span));
    }
    match identifiers::named_character(&rest[..length]) {
        Some(character) => Ok((character.to_string(), end)),
        None => Err(unicode_error(body, start, end, "unknown Unicode character name", span)),
    }
}

/// CPython decodes escapes in a byte string in which each character beyond ASCII has become an
/// escape of ten bytes, and counts positions there.
fn unicode_error(body: &str, start: usize, end: usize, reason: &str, span: Span) -> SyntaxError {
    let length = |text: &str| -> usize {
        text.chars().map(|character| if character.is_ascii() { 1 } else { 10 }).sum()
    };
    let first = length(&body[..start]);
    let last = first + length(&body[start..end.min(body.len())]) - 1;
    let positions = if first == last {
        format!("byte in position {first}")
    } else {
        format!("bytes in position {first}-{last}")
    };
    let message =
        format!("(unicode error) 'unicodeescape' codec can't decode {positions}: {reason}");
    SyntaxError::new(message, span)
}
