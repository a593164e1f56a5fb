//! What a program did, without what says where it ran, and how two of these differ.

use std::fmt::Write as _;
use std::path::Path;

/// What a program did: its exit status and what it printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status, or a word for how else it ended.
    pub status: String,
    /// All of standard output.
    pub stdout: String,
    /// All of standard error.
    pub stderr: String,
}

impl Outcome {
    /// The text form in which outcomes are recorded and compared, the same as tests/record.py's.
    pub fn recording(&self) -> String {
        let mut text = format!("--- exit status\n{}\n", self.status);
        for (name, stream) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            let _ = writeln!(text, "--- {name}");
            text.push_str(stream);
            if !stream.is_empty() && !stream.ends_with('\n') {
                text.push_str("\n[no newline at the end]\n");
            }
        }
        text
    }
}

/// The root of the repository, where every program is started.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Takes out what says where a program ran instead of what it did: the path of the repository,
/// frames of CPython's own library with their source lines, and addresses.
pub fn normalise(text: &str) -> String {
    let text = text.replace(&format!("{}/", root().display()), "");
    let mut kept = String::with_capacity(text.len());
    let mut dropping: Option<String> = None;
    for line in text.split_inclusive('\n') {
        if dropping.as_ref().is_some_and(|indent| line.starts_with(indent.as_str())) {
            continue;
        }
        dropping = library_frame(line);
        if dropping.is_none() {
            kept.push_str(line);
        }
    }
    without_addresses(&kept)
}

/// If `line` is a traceback's line for a frame in CPython's library, the indentation of the
/// source lines that belong to it.
fn library_frame(line: &str) -> Option<String> {
    let start = line.find("File \"")?;
    let (indent, rest) = line.split_at(start);
    let in_library = (rest.contains("lib/python3.13/")
        || rest.starts_with("File \"<frozen runpy>\""))
        && rest.contains("\", line ");
    (in_library && indent.chars().all(|c| c == ' ' || c == '|')).then(|| format!("{indent}  "))
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let digits = part.bytes().take_while(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).count();
        result.push_str("0x");
        if digits >= 6 {
            result.push('…');
            result.push_str(&part[digits..]);
        } else {
            result.push_str(part);
        }
    }
    result
}

/// The lines of `expected` and `actual` that differ, between a few that do not.
pub fn difference(expected: &str, actual: &str) -> String {
    const CONTEXT: usize = 3;
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = expected.iter().zip(&actual).take_while(same).count();
    let limit = expected.len().min(actual.len()) - head;
    let tail = expected.iter().rev().zip(actual.iter().rev()).take(limit).take_while(same).count();
    let mut text = String::new();
    let mut lines = |sign: char, lines: &[&str]| {
        for line in lines {
            let _ = writeln!(text, "    {sign} {line}");
        }
    };
    lines(' ', &expected[head.saturating_sub(CONTEXT)..head]);
    lines('-', &expected[head..expected.len() - tail]);
    lines('+', &actual[head..actual.len() - tail]);
    lines(
        ' ',
        &expected[expected.len() - tail..(expected.len() - tail + CONTEXT).min(expected.len())],
    );
    text
}
