//! Letter case: the full Unicode mappings behind `str.upper`, `lower`, `title`, `capitalize`,
//! `casefold` and `swapcase`.

use super::classify::{category, is_lower, is_title, is_upper};
use super::unicode_tables::{CASE_FOLD, TITLE};
use unicode_general_category::GeneralCategory;

/// Appends the upper case of `c`.
fn push_upper(out: &mut String, c: char) {
    match c {
        // Upper-case forms that came with Unicode 16.
        '\u{19b}' | '\u{264}' => out.push(c),
        _ if !c.is_ascii() && category(c) == GeneralCategory::Unassigned => out.push(c),
        _ => push_known(out, c, c.to_uppercase()),
    }
}

/// Appends a mapping, unless it leads to a letter that Unicode 15.1 does not know.
fn push_known(out: &mut String, c: char, mapped: impl Iterator<Item = char>) {
    let start = out.len();
    for m in mapped {
        if !m.is_ascii() && category(m) == GeneralCategory::Unassigned {
            out.truncate(start);
            out.push(c);
            return;
        }
        out.push(m);
    }
}

/// Appends the lower case of `c`, wherever it stands.
fn push_lower(out: &mut String, c: char) {
    if !c.is_ascii() && category(c) == GeneralCategory::Unassigned {
        out.push(c);
    } else {
        push_known(out, c, c.to_lowercase());
    }
}

/// Appends the lower case of the character at `at`: a capital sigma at the end of a word becomes
/// the final form 'ς'.
fn push_lower_at(out: &mut String, chars: &[char], at: usize) {
    if chars[at] != 'Σ' {
        return push_lower(out, chars[at]);
    }
    let before = chars[..at].iter().rev().find(|c| !is_case_ignorable(**c));
    let after = chars[at + 1..].iter().find(|c| !is_case_ignorable(**c));
    let is_final = before.is_some_and(|c| is_cased(*c)) && !after.is_some_and(|c| is_cased(*c));
    out.push(if is_final { 'ς' } else { 'σ' });
}

/// Appends the title case of `c`.
fn push_title(out: &mut String, c: char) {
    match c {
        '\u{10d0}'..='\u{10ff}' => out.push(c),
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        _ => match TITLE.binary_search_by_key(&c, |entry| entry.0) {
            Ok(found) => out.push_str(TITLE[found].1),
            Err(_) => push_upper(out, c),
        },
    }
}

/// Appends the case folding of `c`.
fn push_folded(out: &mut String, c: char) {
    match c {
        '\u{13a0}'..='\u{13f5}' => out.push(c),
        '\u{13f8}'..='\u{13fd}' => out.extend(char::from_u32(c as u32 - 8)),
        '\u{ab70}'..='\u{abbf}' => out.extend(char::from_u32(c as u32 - 0xab70 + 0x13a0)),
        _ => match CASE_FOLD.binary_search_by_key(&c, |entry| entry.0) {
            Ok(found) => out.push_str(CASE_FOLD[found].1),
            Err(_) => push_lower(out, c),
        },
    }
}

fn is_cased(c: char) -> bool {
    is_upper(c) || is_lower(c) || is_title(c)
}

/// The property Case_Ignorable: marks, formats, modifiers, and the punctuation of words.
fn is_case_ignorable(c: char) -> bool {
    use GeneralCategory::*;
    matches!(
        c,
        '\'' | '.'
            | ':'
            | '\u{b7}'
            | '\u{387}'
            | '\u{55f}'
            | '\u{5f4}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{2024}'
            | '\u{2027}'
            | '\u{fe13}'
            | '\u{fe52}'
            | '\u{fe55}'
            | '\u{ff07}'
            | '\u{ff0e}'
            | '\u{ff1a}'
    ) || matches!(
        category(c),
        NonspacingMark | EnclosingMark | Format | ModifierLetter | ModifierSymbol
    )
}

/// The first character of the lower case of `c`.
pub fn simple_lower(c: char) -> char {
    let mut out = String::new();
    push_lower(&mut out, c);
    out.chars().next().unwrap_or(c)
}

/// The first character of the upper case of `c`.
pub fn simple_upper(c: char) -> char {
    let mut out = String::new();
    push_upper(&mut out, c);
    out.chars().next().unwrap_or(c)
}

/// `str.upper`.
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    mapped(text, push_upper)
}

/// `str.lower`.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for at in 0..chars.len() {
        push_lower_at(&mut out, &chars, at);
    }
    out
}

/// `str.casefold`.
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    mapped(text, push_folded)
}

fn mapped(text: &str, push: fn(&mut String, char)) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut out, c);
    }
    out
}

/// `str.title`: title case at the start of each run of cased characters, lower case inside.
pub fn title(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut inside_word = false;
    for (at, c) in chars.iter().enumerate() {
        if inside_word {
            push_lower_at(&mut out, &chars, at);
        } else {
            push_title(&mut out, *c);
        }
        inside_word = is_cased(*c);
    }
    out
}

/// `str.capitalize`: the first character in title case, the rest in lower case.
pub fn capitalize(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if at == 0 {
            push_title(&mut out, *c);
        } else {
            push_lower_at(&mut out, &chars, at);
        }
    }
    out
}

/// `str.swapcase`.
pub fn swapcase(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if is_upper(*c) {
            push_lower_at(&mut out, &chars, at);
        } else if is_lower(*c) {
            push_upper(&mut out, *c);
        } else {
            out.push(*c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_mappings() {
        assert_eq!(upper("straße ﬁ ŉ"), "STRASSE FI ʼN");
        assert_eq!(title("ﬁnal ǆ ა"), "Final ǅ ა");
        assert_eq!(casefold("Straße Ꭰꭰ ſ"), "strasse ᎠᎠ s");
        assert_eq!(capitalize("ǆABC"), "ǅabc");
        assert_eq!(swapcase("aBß"), "AbSS");
    }

    #[test]
    fn sigma_at_the_end_of_a_word() {
        assert_eq!(lower("ΑΣ ΣΑ Σ Α'Σ ΑΣ.Β"), "ας σα σ α'ς ασ.β");
    }

    #[test]
    fn letters_without_a_capital_in_15_1() {
        assert_eq!(upper("\u{19b}\u{264}"), "\u{19b}\u{264}");
    }
}
