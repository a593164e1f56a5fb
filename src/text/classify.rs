//! Character classes: what `str.isalpha`, `isdigit`, `isidentifier` and their siblings ask, for
//! single characters and whole strings, as of Unicode 15.1.

use super::unicode_tables::{ADDED_IN_16, DECIMAL_ZEROS, DIGITS, NUMERIC_LETTERS};
use ouro_grammar::surrogate::is_surrogate;
use unicode_general_category::{GeneralCategory, get_general_category};

fn in_ranges(ranges: &[(u32, u32)], c: char) -> bool {
    let code = c as u32;
    let after = ranges.partition_point(|(first, _)| *first <= code);
    after > 0 && code <= ranges[after - 1].1
}

/// The general category in Unicode 15.1; a stored lone surrogate is a surrogate.
pub fn category(c: char) -> GeneralCategory {
    if is_surrogate(c) {
        return GeneralCategory::Surrogate;
    }
    if c > '\u{7f}' && in_ranges(ADDED_IN_16, c) {
        return GeneralCategory::Unassigned;
    }
    match c {
        // Unicode 16 moved this vowel sign from Mn to Mc.
        '\u{1171e}' => GeneralCategory::NonspacingMark,
        _ => get_general_category(c),
    }
}

/// Whether Unicode 15.1 knows `c`.
fn is_assigned(c: char) -> bool {
    c.is_ascii() || category(c) != GeneralCategory::Unassigned
}

/// `Py_UNICODE_ISALPHA`: a letter of any kind.
pub fn is_alpha(c: char) -> bool {
    use GeneralCategory::*;
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    matches!(
        category(c),
        UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter
    )
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let after = DECIMAL_ZEROS.partition_point(|zero| *zero <= c as u32);
    let value = c as u32 - DECIMAL_ZEROS[after.checked_sub(1)?];
    (value < 10).then_some(value)
}

/// `str.isdecimal` of one character.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// `str.isdigit` of one character: decimals, superscripts, circled digits and the like.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && in_ranges(DIGITS, c))
}

/// `str.isnumeric` of one character: also fractions, Roman numerals and number ideographs.
pub fn is_numeric(c: char) -> bool {
    use GeneralCategory::*;
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    matches!(category(c), DecimalNumber | LetterNumber | OtherNumber)
        || is_digit(c)
        || in_ranges(NUMERIC_LETTERS, c)
}

/// `str.isalnum` of one character.
pub fn is_alnum(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_alpha(c) || is_numeric(c) }
}

/// `str.isspace` of one character: Unicode's white space and the four ASCII separators.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

/// Whether `str.splitlines` ends a line at `c`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `repr` shows `c` as itself.
pub fn is_printable(c: char) -> bool {
    use GeneralCategory::*;
    if c.is_ascii() {
        return matches!(c, ' '..='~');
    }
    !matches!(
        category(c),
        Control
            | Format
            | Surrogate
            | PrivateUse
            | Unassigned
            | LineSeparator
            | ParagraphSeparator
            | SpaceSeparator
    )
}

/// Whether `c` has the property Uppercase.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() && is_assigned(c) }
}

/// Whether `c` has the property Lowercase.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    // U+0295 is a lower-case letter until Unicode 15.1 and a caseless one since.
    c == '\u{295}' || (c.is_lowercase() && is_assigned(c))
}

/// Whether `c` is a title-case letter such as 'ǅ'.
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && category(c) == GeneralCategory::TitlecaseLetter
}

/// Whether an identifier may begin with `c`.
pub fn is_identifier_start(c: char) -> bool {
    c == '_' || (unicode_ident::is_xid_start(c) && is_assigned(c))
}

/// Whether an identifier may go on with `c`.
pub fn is_identifier_continue(c: char) -> bool {
    unicode_ident::is_xid_continue(c) && is_assigned(c)
}

/// `str.isidentifier`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_identifier_start) && chars.all(is_identifier_continue)
}

/// Whether `text` is not empty and `holds` for each of its characters: the shape of `isalpha`,
/// `isdigit`, `isdecimal`, `isnumeric`, `isalnum` and `isspace`.
pub fn all_chars(text: &str, holds: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(holds)
}

/// `str.isupper`: at least one cased character and none that is lower or title case.
pub fn is_upper_text(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if is_lower(c) || is_title(c) {
            return false;
        }
        cased = cased || is_upper(c);
    }
    cased
}

/// `str.islower`: at least one cased character and none that is upper or title case.
pub fn is_lower_text(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if is_upper(c) || is_title(c) {
            return false;
        }
        cased = cased || is_lower(c);
    }
    cased
}

/// `str.istitle`: upper and title case only at the start of words, lower case only inside them.
pub fn is_title_text(text: &str) -> bool {
    let (mut cased, mut inside_word) = (false, false);
    for c in text.chars() {
        if is_upper(c) || is_title(c) {
            if inside_word {
                return false;
            }
            (cased, inside_word) = (true, true);
        } else if is_lower(c) {
            if !inside_word {
                return false;
            }
            cased = true;
        } else {
            inside_word = false;
        }
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_three_kinds() {
        assert!(is_decimal('٣') && is_digit('²') && !is_decimal('²'));
        assert!(is_numeric('½') && !is_digit('½') && is_numeric('万') && is_alpha('万'));
        assert_eq!(decimal_value('٣'), Some(3));
    }

    #[test]
    fn what_unicode_16_added_is_unassigned() {
        assert!(!is_printable('\u{1c89}') && !is_alpha('\u{1c89}') && !is_upper('\u{1c89}'));
        assert!(!is_identifier("\u{1c89}"));
    }

    #[test]
    fn separators_are_spaces() {
        assert!(is_space('\x1c') && is_space('\u{3000}') && !is_space('\u{200b}'));
    }

    #[test]
    fn case_of_whole_texts() {
        assert!(is_title_text("Hello World") && !is_title_text("HeLlo") && !is_title_text(""));
        assert!(is_upper_text("A1") && !is_upper_text("1") && is_lower_text("ß"));
        assert!(is_title_text("ǅ") && !is_upper_text("ǅ") && !is_lower_text("ǅ"));
    }
}
