//! The encodings `unicode_escape` and `raw_unicode_escape`: text as the inside of a string literal.

use super::codec_errors::CodecError;
use ouro_grammar::surrogate::{from_code_point, to_code_point};
use std::fmt::Write;

/// Text as an ASCII string literal.
pub fn encode(text: &str) -> Vec<u8> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // Writing to a string cannot fail.
        let _ = match c {
            '\t' => out.write_str("\\t"),
            '\n' => out.write_str("\\n"),
            '\r' => out.write_str("\\r"),
            '\\' => out.write_str("\\\\"),
            ' '..='~' => out.write_char(c),
            _ => match to_code_point(c) {
                code @ 0..=0xff => write!(out, "\\x{code:02x}"),
                code => write_code(&mut out, code),
            },
        };
    }
    out.into_bytes()
}

/// Text as a raw string literal in Latin-1.
pub fn encode_raw(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match to_code_point(c) {
            code @ 0..=0xff => out.push(code as u8),
            code => {
                let mut escape = String::new();
                // Writing to a string cannot fail.
                let _ = write_code(&mut escape, code);
                out.extend(escape.into_bytes());
            }
        }
    }
    out
}

fn write_code(out: &mut String, code: u32) -> std::fmt::Result {
    if code <= 0xffff { write!(out, "\\u{code:04x}") } else { write!(out, "\\U{code:08x}") }
}

/// Decodes from `at` until the end or the first error; `raw` knows no escapes but `\u` and `\U`.
pub fn decode(out: &mut String, bytes: &[u8], mut at: usize, raw: bool) -> Result<(), CodecError> {
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            out.push(char::from(byte));
            at += 1;
        } else if raw {
            at = decode_raw_escape(out, bytes, at)?;
        } else {
            at = decode_escape(out, bytes, at)?;
        }
    }
    Ok(())
}

fn decode_raw_escape(out: &mut String, bytes: &[u8], at: usize) -> Result<usize, CodecError> {
    const NAME: &str = "rawunicodeescape";
    match bytes.get(at + 1) {
        Some(b'u') => hexadecimal(out, bytes, at, 4, NAME, "truncated \\uXXXX escape"),
        Some(b'U') => hexadecimal(out, bytes, at, 8, NAME, "truncated \\UXXXXXXXX escape"),
        // Two backslashes are two backslashes, and the second begins no escape.
        Some(b'\\') => {
            out.push_str("\\\\");
            Ok(at + 2)
        }
        _ => {
            out.push('\\');
            Ok(at + 1)
        }
    }
}

fn decode_escape(out: &mut String, bytes: &[u8], at: usize) -> Result<usize, CodecError> {
    const NAME: &str = "unicodeescape";
    let Some(&escape) = bytes.get(at + 1) else {
        let reason = "\\ at end of string";
        return Err(CodecError { encoding: NAME, start: at, end: at + 1, reason });
    };
    let simple = match escape {
        b'\n' => return Ok(at + 2),
        b'\\' | b'\'' | b'"' => char::from(escape),
        b'a' => '\x07',
        b'b' => '\x08',
        b'f' => '\x0c',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'v' => '\x0b',
        b'x' => return hexadecimal(out, bytes, at, 2, NAME, "truncated \\xXX escape"),
        b'u' => return hexadecimal(out, bytes, at, 4, NAME, "truncated \\uXXXX escape"),
        b'U' => return hexadecimal(out, bytes, at, 8, NAME, "truncated \\UXXXXXXXX escape"),
        b'N' => return named(out, bytes, at),
        b'0'..=b'7' => {
            let digits = bytes[at + 1..].iter().take(3).take_while(|b| matches!(b, b'0'..=b'7'));
            let (count, code) =
                digits.fold((0, 0), |(count, code), b| (count + 1, code * 8 + u32::from(b - b'0')));
            out.extend(from_code_point(code));
            return Ok(at + 1 + count);
        }
        _ => {
            out.push('\\');
            return Ok(at + 1);
        }
    };
    out.push(simple);
    Ok(at + 2)
}

/// An escape of `count` hexadecimal digits.
fn hexadecimal(
    out: &mut String,
    bytes: &[u8],
    at: usize,
    count: usize,
    encoding: &'static str,
    truncated: &'static str,
) -> Result<usize, CodecError> {
    let mut code = 0u32;
    for place in at + 2..at + 2 + count {
        match bytes.get(place).and_then(|byte| char::from(*byte).to_digit(16)) {
            Some(digit) => code = code.wrapping_mul(16).wrapping_add(digit),
            None => {
                return Err(CodecError { encoding, start: at, end: place, reason: truncated });
            }
        }
    }
    let end = at + 2 + count;
    match from_code_point(code) {
        Some(c) => {
            out.push(c);
            Ok(end)
        }
        None => {
            let reason = match encoding {
                "unicodeescape" => "illegal Unicode character",
                _ => "\\Uxxxxxxxx out of range",
            };
            Err(CodecError { encoding, start: at, end, reason })
        }
    }
}

/// `\N{NAME}`.
fn named(out: &mut String, bytes: &[u8], at: usize) -> Result<usize, CodecError> {
    let error = |end, reason| Err(CodecError { encoding: "unicodeescape", start: at, end, reason });
    const MALFORMED: &str = "malformed \\N character escape";
    if bytes.get(at + 2) != Some(&b'{') {
        return error(at + 2, MALFORMED);
    }
    let Some(length) = memchr::memchr(b'}', &bytes[at + 3..]) else {
        return error(bytes.len(), MALFORMED);
    };
    if length == 0 {
        return error(at + 3, MALFORMED);
    }
    let end = at + 3 + length + 1;
    let name = std::str::from_utf8(&bytes[at + 3..end - 1]).ok();
    match name.and_then(unicode_names2::character) {
        Some(c) => {
            out.push(c);
            Ok(end)
        }
        None => error(end, "unknown Unicode character name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], raw: bool) -> Result<String, (usize, usize, &'static str)> {
        let mut out = String::new();
        decode(&mut out, bytes, 0, raw).map_err(|error| (error.start, error.end, error.reason))?;
        Ok(out)
    }

    #[test]
    fn there_and_back() {
        let text = "a\té\\'\"\0\x7f€😀";
        assert_eq!(encode(text), br#"a\t\xe9\\'"\x00\x7f\u20ac\U0001f600"#);
        assert_eq!(decoded(&encode(text), false).as_deref(), Ok(text));
        assert_eq!(encode_raw("é€\\"), b"\xe9\\u20ac\\");
        assert_eq!(decoded(b"\xe9\\u20ac\\x", true).as_deref(), Ok("é€\\x"));
    }

    #[test]
    fn escapes() {
        assert_eq!(decoded(br"\101\777\q\N{BULLET}", false).as_deref(), Ok("A\u{1ff}\\q•"));
        assert_eq!(decoded(br"\x4g", false), Err((0, 3, "truncated \\xXX escape")));
        assert_eq!(decoded(br"\U00110000", false), Err((0, 10, "illegal Unicode character")));
        assert_eq!(decoded(br"\N{foo}", false), Err((0, 7, "unknown Unicode character name")));
        assert_eq!(decoded(b"\\", false), Err((0, 1, "\\ at end of string")));
    }
}
