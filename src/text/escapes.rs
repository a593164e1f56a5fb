//! `repr` and `ascii` of strings and bytes: the quote that needs least escaping, and `\x`, `\u`,
//! `\U` for what is not printable.

use super::classify::is_printable;
use ouro_grammar::surrogate::to_code_point;
use std::fmt::Write;

/// The quote for a text: double only where it holds single quotes and no double ones.
fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

/// `repr` of a string.
pub fn repr_str(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_repr_str(&mut out, text);
    out
}

/// `ascii` of something whose `repr` is given: escapes what is not ASCII in it.
pub fn escape_non_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { push_escape(&mut out, c) }
    }
    out
}

fn push_repr_str(out: &mut String, text: &str) {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    out.push(quote);
    // Runs that need no escape are copied whole.
    let mut run = 0;
    for (at, c) in text.char_indices() {
        let plain = c != quote && c != '\\' && is_printable(c);
        if !plain {
            out.push_str(&text[run..at]);
            push_escape(out, c);
            run = at + c.len_utf8();
        }
    }
    out.push_str(&text[run..]);
    out.push(quote);
}

/// Appends the escape of a character: a short one, or its code point in hexadecimal.
fn push_escape(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = match c {
        '\\' | '\'' | '"' => write!(out, "\\{c}"),
        '\t' => write!(out, "\\t"),
        '\n' => write!(out, "\\n"),
        '\r' => write!(out, "\\r"),
        _ => match to_code_point(c) {
            code @ ..=0xff => write!(out, "\\x{code:02x}"),
            code @ ..=0xffff => write!(out, "\\u{code:04x}"),
            code => write!(out, "\\U{code:08x}"),
        },
    };
}

/// `repr` of bytes.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for byte in bytes {
        let c = *byte as char;
        if (' '..='~').contains(&c) && c != quote && c != '\\' {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ouro_grammar::surrogate::from_code_point;

    #[test]
    fn quotes() {
        assert_eq!(repr_str("it's"), "\"it's\"");
        assert_eq!(repr_str("it's \"so\""), "'it\\'s \"so\"'");
        assert_eq!(repr_bytes(b"'\"\\\x00\xff\n"), r#"b'\'"\\\x00\xff\n'"#);
    }

    #[test]
    fn escapes() {
        let surrogate = from_code_point(0xd83d).unwrap();
        let text = format!("é\u{a0}\u{200b}\t\x7f😀\u{10ffff}{surrogate}");
        assert_eq!(repr_str(&text), r"'é\xa0\u200b\t\x7f😀\U0010ffff\ud83d'");
        assert_eq!(escape_non_ascii("['é']"), r"['\xe9']");
    }
}
