//! Cutting text: `str.splitlines`, and `split` and `rsplit` at white space.

use super::classify::{is_line_break, is_space};

/// `str.splitlines`.
pub fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_line_break(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            end += 1;
        }
        lines.push(&text[start..if keep_ends { end } else { at }]);
        start = end;
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

/// `str.split(maxsplit=limit)` at runs of white space: gives each word to `take`. `None` for no
/// limit.
pub fn split_spaces<'a>(text: &'a str, limit: Option<usize>, mut take: impl FnMut(&'a str)) {
    if limit.is_none() && text.is_ascii() {
        return split_ascii_spaces(text, take);
    }
    let mut count = 0;
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if limit == Some(count) {
            return take(rest);
        }
        let (word, after) = rest.split_at(rest.find(is_space).unwrap_or(rest.len()));
        take(word);
        count += 1;
        rest = after.trim_start_matches(is_space);
    }
}

/// Which bytes of ASCII are white space.
const ASCII_SPACES: [bool; 256] = {
    let mut spaces = [false; 256];
    let bytes = b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f ";
    let mut at = 0;
    while at < bytes.len() {
        spaces[bytes[at] as usize] = true;
        at += 1;
    }
    spaces
};

/// The same for what most texts are.
#[inline]
fn split_ascii_spaces<'a>(text: &'a str, mut take: impl FnMut(&'a str)) {
    let mut start = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        if ASCII_SPACES[usize::from(byte)] {
            if start < at {
                take(&text[start..at]);
            }
            start = at + 1;
        }
    }
    if start < text.len() {
        take(&text[start..]);
    }
}

/// `str.rsplit(maxsplit=limit)` at runs of white space; `None` for no limit.
pub fn split_spaces_from_right(text: &str, limit: Option<usize>) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if limit == Some(words.len()) {
            words.push(rest);
            break;
        }
        let start = rest.char_indices().rev().find(|(_, c)| is_space(*c));
        let (before, word) = rest.split_at(start.map_or(0, |(at, c)| at + c.len_utf8()));
        words.push(word);
        rest = before.trim_end_matches(is_space);
    }
    words.reverse();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        assert_eq!(split_lines("a\r\nb\rc\n\nd\u{2028}", false), ["a", "b", "c", "", "d"]);
        assert_eq!(split_lines("a\r\nb", true), ["a\r\n", "b"]);
        assert!(split_lines("", false).is_empty());
    }

    #[test]
    fn words() {
        let split_spaces = |text: &'static str, limit| {
            let mut words = Vec::new();
            split_spaces(text, limit, |word| words.push(word));
            words
        };
        assert_eq!(split_spaces(" a  b\x1cc ", None), ["a", "b", "c"]);
        assert_eq!(split_spaces(" a  b  c ", Some(1)), ["a", "b  c "]);
        assert_eq!(split_spaces(" a ", Some(0)), ["a "]);
        assert_eq!(split_spaces_from_right(" a  b  c ", Some(1)), [" a  b", "c"]);
        assert!(split_spaces(" ", None).is_empty());
        let all: &'static str = (0..128).map(char::from).collect::<String>().leak();
        let words: Vec<&str> = all.split(is_space).filter(|word| !word.is_empty()).collect();
        assert_eq!(split_spaces(all, None), words);
    }
}
