//! Which characters a name may hold, names in their normal form, and characters by their names.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;

use crate::error::SyntaxError;
use crate::span::Span;

/// Checks the name at `span`: the lexer takes any character beyond ASCII into a name.
pub fn check(source: &str, span: Span) -> Result<(), SyntaxError> {
    let text = &source[span.start as usize..span.end as usize];
    if text.is_ascii() {
        return Ok(());
    }
    for (offset, character) in text.char_indices() {
        let fits = if offset == 0 {
            character == '_' || unicode_ident::is_xid_start(character)
        } else {
            unicode_ident::is_xid_continue(character)
        };
        if !fits {
            return Err(invalid_character(character, span.start as usize + offset));
        }
    }
    Ok(())
}

/// The error for a character that can't be part of any token.
pub fn invalid_character(character: char, position: usize) -> SyntaxError {
    let code_point = character as u32;
    let message = if is_printable(character) {
        format!("invalid character '{character}' (U+{code_point:04X})")
    } else {
        format!("invalid non-printable character U+{code_point:04X}")
    };
    SyntaxError::new(message, Span::new(position, position))
}

fn is_printable(character: char) -> bool {
    !matches!(
        get_general_category(character),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::SpaceSeparator
    )
}

/// The name that `text` stands for: Python compares names in the form NFKC.
pub fn normalize(text: &str) -> String {
    text.nfkc().collect()
}

/// The character that Unicode calls `name`, in CPython's reading: letters may be small, but spaces
/// and hyphens count.
pub fn named_character(name: &str) -> Option<char> {
    let character = unicode_names2::character(name)?;
    let official = unicode_names2::name(character).map(|name| name.to_string());
    let official = official.unwrap_or_default();
    if ["CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "].iter().any(|p| official.starts_with(p)) {
        return (official == name).then_some(character);
    }
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|letter| letter.to_ascii_uppercase()).collect()
    };
    let is_exact = if letters(&official) == letters(name) {
        official.eq_ignore_ascii_case(name)
    } else {
        // One of the aliases, which the table does not tell.
        !name.contains('_') && !name.contains("  ") && name.trim() == name
    };
    is_exact.then_some(character)
}
