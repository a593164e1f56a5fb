//! Making a program that nobody wrote out of one that somebody did.

use std::path::PathBuf;

use fastrand::Rng;

use crate::files_below;

/// What of the operating system a program could touch; none that names it is taken.
const FORBIDDEN: &[&str] = &["os", "shutil", "pathlib", "tempfile", "open", "fileinput", "stdin"];

/// Words and signs that are put in from nowhere.
const STRANGE: &[&str] = &[
    "yield",
    "await",
    "async",
    "return",
    "raise",
    "del",
    "global",
    "nonlocal",
    "lambda",
    "import",
    "from",
    "finally",
    "except",
    "except*",
    "try:",
    "else:",
    "with",
    "break",
    "continue",
    "pass",
    "yield from",
    "*",
    "**",
    ":=",
    "@",
    "...",
    "()",
    "[]",
    "{}",
    "None",
    "self",
    "__class__",
    "super()",
    "not",
    "in",
    "is",
    "if",
    "for",
    "while True:",
    "\\",
    "f'{",
    "}'",
    "'''",
    "\t",
    "\u{c}",
    "\u{0}",
    "é",
    "𝔘",
    "\u{200b}",
    "next",
    "iter",
    "type",
    "object",
    "int",
    "locals()",
    "globals()",
    ".__dict__",
    ".__init__",
    ".gi_frame",
    ".close()",
    ".throw(ValueError)",
    ".send(None)",
];

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "255",
    "256",
    "65536",
    "2147483647",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "10**30",
    "0.0",
    "-0.0",
    "1e308",
    "1e400",
    "float('nan')",
    "1j",
    "True",
    "None",
    "''",
    "b''",
    "[]",
    "()",
];

/// Pairs of words of which one becomes the other.
const TURNS: &[(&str, &str)] = &[
    ("yield", "return"),
    ("await", "yield"),
    ("async", ""),
    ("return", "yield"),
    ("raise", "return"),
    ("break", "continue"),
    ("continue", "break"),
    ("except", "except*"),
    ("finally", "else"),
    ("else", "finally"),
    ("def", "async def"),
    ("class", "def"),
    ("with", "async with"),
    ("for", "async for"),
    ("in", "not in"),
    ("if", "while"),
    ("while", "if"),
    ("is", "=="),
    ("==", "!="),
    ("<", ">="),
    ("+", "*"),
    ("*", "**"),
    ("-", "<<"),
    ("+=", "="),
    ("=", ":="),
    ("=", "+="),
    ("(", "["),
    (")", "]"),
    ("[", "{"),
    ("]", "}"),
    (":", ""),
    (",", ""),
    (".", ","),
    ("send", "throw"),
    ("throw", "close"),
    ("close", "send"),
    ("append", "extend"),
    ("pass", "yield"),
    ("pass", "raise"),
    ("pass", "return"),
    ("True", "False"),
    ("None", "self"),
];

/// A piece of a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Word,
    Number,
    String,
    Sign,
    /// Blanks and comments.
    Blank,
    LineEnd,
}

type Token<'a> = (Kind, &'a str);

/// The programs that are changed.
pub struct Corpus {
    programs: Vec<String>,
}

impl Corpus {
    /// The programs below these folders.
    pub fn read(folders: &[PathBuf]) -> Corpus {
        let files = folders.iter().flat_map(|folder| files_below(folder, "py"));
        let programs: Vec<String> = files
            .filter_map(|path| crate::read_text(&path))
            .filter(|text| is_harmless(text))
            .collect();
        assert!(programs.len() > 100, "there are programs to change");
        Corpus { programs }
    }

    /// The program with this number.
    pub fn program(&self, number: u64) -> String {
        let mut rng = Rng::with_seed(number);
        let mut text = self.any(&mut rng).to_owned();
        // Most cases get few changes, so that they still are programs.
        let changes = 1 + rng.usize(0..4) * rng.usize(0..2);
        for _ in 0..changes {
            text = match rng.u8(0..10) {
                0..5 => self.change_token(&text, &mut rng),
                5..8 => change_line(&text, self.any(&mut rng), &mut rng),
                8 => self.splice(&text, &mut rng),
                _ => rename(&text, &mut rng),
            };
        }
        text
    }

    fn any<'a>(&'a self, rng: &mut Rng) -> &'a str {
        &self.programs[rng.usize(0..self.programs.len())]
    }

    /// Changes one word, number, string or sign.
    fn change_token(&self, text: &str, rng: &mut Rng) -> String {
        let mut tokens = tokens(text);
        let Some(at) = choose(&tokens, rng, |kind| !matches!(kind, Kind::Blank | Kind::LineEnd))
        else {
            return text.to_owned();
        };
        let (kind, word) = tokens[at];
        let others = crate::mutate::tokens(self.any(rng));
        match rng.u8(0..12) {
            0 => {
                tokens.remove(at);
            }
            1 => tokens.insert(at, (kind, word)),
            2 => {
                if let Some(other) = choose(&tokens, rng, |other| other != Kind::Blank) {
                    tokens.swap(at, other);
                }
            }
            3..6 => {
                if let Some(other) = choose(&tokens, rng, |other| other == kind) {
                    tokens[at] = tokens[other];
                }
            }
            6 => {
                if let Some(other) = choose(&others, rng, |other| other == kind) {
                    tokens[at] = others[other];
                }
            }
            7 => tokens
                .splice(at..at, [(kind, any(STRANGE, rng)), (Kind::Blank, " ")])
                .for_each(drop),
            8 if kind == Kind::Number => tokens[at].1 = any(NUMBERS, rng),
            _ => {
                // The next word of the program that has a counterpart.
                let turned = (at..tokens.len()).chain(0..at).find_map(|at| {
                    let turns: Vec<&str> = TURNS
                        .iter()
                        .filter(|(from, _)| *from == tokens[at].1)
                        .map(|(_, to)| *to)
                        .collect();
                    (!turns.is_empty()).then(|| (at, any(&turns, rng)))
                });
                if let Some((at, to)) = turned {
                    tokens[at].1 = to;
                }
            }
        }
        tokens.iter().map(|(_, word)| *word).collect()
    }

    /// Puts a statement of another program, with what is indented below it, between two lines.
    fn splice(&self, text: &str, rng: &mut Rng) -> String {
        let other: Vec<&str> = self.any(rng).split_inclusive('\n').collect();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let starts: Vec<usize> = (0..other.len()).filter(|&at| indent(other[at]) == 0).collect();
        let Some(&start) = starts.get(rng.usize(0..starts.len().max(1))) else {
            return text.to_owned();
        };
        let end = starts.iter().copied().find(|&at| at > start).unwrap_or(other.len());
        let at = rng.usize(0..=lines.len());
        let depth = lines.get(at).map_or(0, |line| indent(line));
        let block: Vec<String> =
            other[start..end].iter().map(|line| format!("{}{line}", " ".repeat(depth))).collect();
        lines.splice(at..at, block.iter().map(String::as_str));
        lines.concat()
    }
}

/// Whether a program names nothing by which it could reach files or other programs.
fn is_harmless(text: &str) -> bool {
    tokens(text).iter().all(|(kind, word)| *kind != Kind::Word || !FORBIDDEN.contains(word))
}

fn any<'a>(words: &[&'a str], rng: &mut Rng) -> &'a str {
    words[rng.usize(0..words.len())]
}

/// The place of any token of such a kind.
fn choose(tokens: &[Token], rng: &mut Rng, wanted: impl Fn(Kind) -> bool) -> Option<usize> {
    let places: Vec<usize> = (0..tokens.len()).filter(|&at| wanted(tokens[at].0)).collect();
    (!places.is_empty()).then(|| places[rng.usize(0..places.len())])
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Takes a line away, doubles, moves, or indents it, or takes one of another program.
fn change_line(text: &str, other: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = rng.usize(0..lines.len());
    let to = rng.usize(0..lines.len());
    let indented_like = |line: &str, model: &str| {
        format!("{}{}", " ".repeat(indent(model)), line.trim_start_matches(' '))
    };
    match rng.u8(0..9) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.swap(at, to),
        3 => lines.insert(to, indented_like(&lines[at], &lines[to])),
        4 => {
            let line = lines.remove(at);
            let to = to.min(lines.len());
            let model = lines.get(to).map_or("", String::as_str);
            lines.insert(to, indented_like(&line, model));
        }
        5 => lines[at].insert_str(0, any(&["    ", " ", "        ", "\t"], rng)),
        6 => lines[at] = lines[at].trim_start_matches(' ').to_owned(),
        7 => lines.truncate(at),
        _ => {
            let others: Vec<&str> = other.split_inclusive('\n').collect();
            if !others.is_empty() {
                lines.insert(at, indented_like(any(&others, rng), &lines[at]));
            }
        }
    }
    lines.concat()
}

/// Calls something what something else in the program is called.
fn rename(text: &str, rng: &mut Rng) -> String {
    let mut tokens = tokens(text);
    let is_word = |kind| kind == Kind::Word;
    if let (Some(old), Some(new)) = (choose(&tokens, rng, is_word), choose(&tokens, rng, is_word)) {
        let (old, new) = (tokens[old].1, tokens[new].1);
        for (_, word) in tokens.iter_mut().filter(|(_, word)| *word == old) {
            *word = new;
        }
    }
    tokens.iter().map(|(_, word)| *word).collect()
}

/// A program in pieces that put together are the program again. It need not be a right one: what the
/// interpreter's own lexer would refuse is cut somehow.
fn tokens(text: &str) -> Vec<Token<'_>> {
    const LONG_SIGNS: &[&str] = &[
        "...", "**=", "//=", ">>=", "<<=", "->", ":=", "==", "!=", "<=", ">=", "**", "//", "<<",
        ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
    ];
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let while_all =
            |accept: fn(char) -> bool| rest.find(|c| !accept(c)).unwrap_or(rest.len()).max(1);
        let (kind, length) = match first {
            '\n' => (Kind::LineEnd, 1),
            '#' => (Kind::Blank, rest.find('\n').unwrap_or(rest.len())),
            ' ' | '\t' => (Kind::Blank, while_all(|c| c == ' ' || c == '\t')),
            '\'' | '"' => (Kind::String, string_length(rest, first)),
            '0'..='9' => {
                (Kind::Number, while_all(|c| c.is_ascii_alphanumeric() || "._".contains(c)))
            }
            _ if first.is_alphabetic() || first == '_' => {
                (Kind::Word, while_all(|c| c.is_alphanumeric() || c == '_'))
            }
            _ => {
                let long = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign));
                (Kind::Sign, long.map_or(first.len_utf8(), |sign| sign.len()))
            }
        };
        let (token, behind) = rest.split_at(length);
        tokens.push((kind, token));
        rest = behind;
    }
    tokens
}

/// The length of the string literal at the start of `text`, to the end of the line if it has no end.
fn string_length(text: &str, quote: char) -> usize {
    let triple: String = [quote; 3].iter().collect();
    let end = if text.starts_with(&triple) { triple } else { quote.to_string() };
    let mut at = end.len();
    while let Some(next) = text[at..].chars().next() {
        if text[at..].starts_with(&end) {
            return at + end.len();
        }
        if next == '\n' && end.len() == 1 {
            return at;
        }
        at += next.len_utf8();
        if next == '\\' {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}
