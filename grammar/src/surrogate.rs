//! Lone surrogates in Ouro's strings.
//!
//! Python's strings may hold code points U+D800 to U+DFFF, Rust's may not. Ouro keeps strings as
//! valid UTF-8 and stores each lone surrogate as one of the 2,048 private-use code points from
//! U+10F000 on, which no script has been seen to use; everything that turns code points into
//! numbers or bytes (`ord`, `encode`, `repr`, escapes) goes through the two functions here.
//! A program that asks for a code point of that private range itself is refused.

const BASE: u32 = 0x10F000;

/// The character that stands for `code_point`, or `None` if it is beyond U+10FFFF or inside the
/// private range that stands for surrogates.
pub fn from_code_point(code_point: u32) -> Option<char> {
    match code_point {
        0xD800..=0xDFFF => char::from_u32(BASE + (code_point - 0xD800)),
        BASE..=0x10F7FF => None,
        _ => char::from_u32(code_point),
    }
}

/// The Python code point that `character` stands for.
pub fn to_code_point(character: char) -> u32 {
    match character as u32 {
        stored @ BASE..=0x10F7FF => stored - BASE + 0xD800,
        other => other,
    }
}

/// Whether `character` stands for a lone surrogate.
pub fn is_surrogate(character: char) -> bool {
    (BASE..=0x10F7FF).contains(&(character as u32))
}
