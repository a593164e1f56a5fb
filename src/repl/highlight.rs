//! The colours of what is typed.

use std::collections::HashSet;
use std::ops::Range;

use ouro_grammar::token::Token;

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::functions;

/// The names that are coloured as built-in: functions, classes, exceptions.
pub fn builtin_names() -> HashSet<&'static str> {
    const CLASSES: [&str; 22] = [
        "bool",
        "bytearray",
        "bytes",
        "classmethod",
        "dict",
        "enumerate",
        "filter",
        "float",
        "frozenset",
        "int",
        "list",
        "map",
        "object",
        "property",
        "range",
        "reversed",
        "set",
        "slice",
        "staticmethod",
        "str",
        "super",
        "tuple",
    ];
    let exceptions = ExceptionKind::ALL.iter().map(|kind| kind.name());
    functions::names().chain(CLASSES).chain(["type", "zip"]).chain(exceptions).collect()
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Keyword,
    Builtin,
    /// The name after `def` or `class`.
    Definition,
    Text,
    Number,
    Comment,
    /// A command of the prompt.
    Command,
    /// The bracket at the cursor and its partner.
    Bracket,
}

impl Style {
    /// How a terminal is told; empty for plain text.
    pub fn escape(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Keyword => "\x1b[1;34m",
            Style::Builtin => "\x1b[36m",
            Style::Definition => "\x1b[1m",
            Style::Text => "\x1b[32m",
            Style::Number => "\x1b[33m",
            Style::Comment => "\x1b[90m",
            Style::Command => "\x1b[35m",
            Style::Bracket => "\x1b[1;4m",
        }
    }
}

/// The pieces of a text in its order, without gaps.
pub fn pieces(
    text: &str,
    cursor: Option<usize>,
    is_builtin: &dyn Fn(&str) -> bool,
) -> Vec<(Range<usize>, Style)> {
    if text.starts_with(':') {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let mut pieces = vec![(0..end, Style::Command)];
        if end < text.len() {
            pieces.push((end..text.len(), Style::Plain));
        }
        return pieces;
    }
    let tokens = ouro_grammar::tokens(text);
    let pair = cursor.and_then(|cursor| bracket_pair(text, cursor));
    let mut pieces: Vec<(Range<usize>, Style)> = Vec::new();
    let mut end = 0;
    let mut after_definition = false;
    let mut after_dot = false;
    for spanned in &tokens {
        let span = spanned.span.start as usize..spanned.span.end as usize;
        if span.is_empty() || span.start < end || text.get(span.clone()).is_none() {
            continue;
        }
        gap(text, end..span.start, &mut pieces);
        let word = &text[span.clone()];
        let style = match spanned.token {
            Token::Name if after_definition => Style::Definition,
            Token::Name if !after_dot && is_builtin(word) => Style::Builtin,
            Token::Name => Style::Plain,
            Token::Number => Style::Number,
            Token::String
            | Token::FormatStart
            | Token::FormatText
            | Token::RawFormatText
            | Token::FormatEnd => Style::Text,
            Token::Match | Token::Case | Token::Type => Style::Keyword,
            _ if pair.is_some_and(|(a, b)| span.start == a || span.start == b) => Style::Bracket,
            _ if word.starts_with(|c: char| c.is_ascii_alphabetic()) => Style::Keyword,
            _ => Style::Plain,
        };
        after_definition = matches!(spanned.token, Token::Def | Token::Class);
        after_dot = spanned.token == Token::Dot;
        end = span.end;
        pieces.push((span, style));
    }
    gap(text, end..text.len(), &mut pieces);
    pieces
}

/// What lies between tokens: space, comments, and what is no token, such as the text of a string
/// that has not been closed yet.
fn gap(text: &str, range: Range<usize>, pieces: &mut Vec<(Range<usize>, Style)>) {
    let mut start = range.start;
    for line in text[range].split_inclusive('\n') {
        let end = start + line.len();
        let style = match line.trim_start().chars().next() {
            Some('#') => Style::Comment,
            Some('"' | '\'') => Style::Text,
            _ => Style::Plain,
        };
        pieces.push((start..end, style));
        start = end;
    }
}

/// The bracket under the cursor, or else before it, and its partner.
fn bracket_pair(text: &str, cursor: usize) -> Option<(usize, usize)> {
    const OPEN: &[u8] = b"([{";
    const CLOSE: &[u8] = b")]}";
    let bytes = text.as_bytes();
    let is_bracket = |place: usize| {
        bytes.get(place).is_some_and(|byte| OPEN.contains(byte) || CLOSE.contains(byte))
    };
    let place = [Some(cursor), cursor.checked_sub(1)]
        .into_iter()
        .flatten()
        .find(|&place| is_bracket(place))?;
    let mut depth = 0i32;
    let mut step = |place: usize| {
        depth += i32::from(OPEN.contains(&bytes[place])) - i32::from(CLOSE.contains(&bytes[place]));
        depth == 0
    };
    let partner = match OPEN.contains(&bytes[place]) {
        true => (place..bytes.len()).find(|&place| step(place)),
        false => (0..=place).rev().find(|&place| step(place)),
    };
    partner.map(|partner| (place, partner))
}

#[cfg(test)]
mod tests {
    use super::{Style, pieces};

    fn styles(text: &str, cursor: Option<usize>) -> Vec<(&str, Style)> {
        let pieces = pieces(text, cursor, &|name| name == "print");
        let whole: String = pieces.iter().map(|(range, _)| &text[range.clone()]).collect();
        assert_eq!(whole, text, "no piece is missing");
        let named = pieces.into_iter().map(|(range, style)| (&text[range], style));
        named.filter(|(_, style)| *style != Style::Plain).collect()
    }

    #[test]
    fn words_have_their_colours() {
        assert_eq!(
            styles("async def f(x): # why\n    print('a', 1)", None),
            [
                ("async", Style::Keyword),
                ("def", Style::Keyword),
                ("f", Style::Definition),
                (" # why\n", Style::Comment),
                ("print", Style::Builtin),
                ("'a'", Style::Text),
                ("1", Style::Number),
            ]
        );
        assert_eq!(styles("x = 'open", None), [(" 'open", Style::Text)]);
        assert_eq!(styles(":advance 5", None), [(":advance", Style::Command)]);
    }

    #[test]
    fn brackets_at_the_cursor_are_a_pair() {
        assert_eq!(styles("f(a)", Some(4)), [("(", Style::Bracket), (")", Style::Bracket)]);
        assert_eq!(styles("f(a", Some(2)), []);
    }
}
