//! The text of a program and how to find a line in it.

use std::borrow::Cow;
use std::cell::OnceCell;

use ouro_grammar::span::Span;

/// A program's text under the name that tracebacks give it.
#[derive(Debug, Default)]
pub struct SourceFile {
    /// As `co_filename` shows it: the path as given, `<string>`, `<stdin>` …
    pub name: String,
    pub text: Cow<'static, str>,
    /// Its functions leave no entries in tracebacks: where CPython has C, there are none.
    pub is_without_entries: bool,
    /// CPython reads it line by line, so that at its end the last line is no longer known.
    pub is_read_by_lines: bool,
    /// Made when the first line is asked for: most sources of the library never fail.
    line_starts: OnceCell<Vec<u32>>,
}

/// A place as tracebacks count it: lines from 1, columns in bytes from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

impl SourceFile {
    pub fn new(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into(), ..SourceFile::default() }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(ends.map(|at| at as u32 + 1)).collect()
        })
    }

    /// The line that holds the byte at `offset`, counted from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts().partition_point(|&start| start <= offset) as u32
    }

    pub fn position(&self, span: Span) -> Position {
        let (line, end_line) = (self.line(span.start), self.line(span.end));
        Position {
            line,
            column: span.start - self.line_starts()[line as usize - 1],
            end_line,
            end_column: span.end - self.line_starts()[end_line as usize - 1],
        }
    }

    /// The text of a line counted from 1, without its line end; empty past the last line.
    pub fn line_text(&self, line: u32) -> &str {
        let Some(&start) = (line as usize).checked_sub(1).and_then(|i| self.line_starts().get(i))
        else {
            return "";
        };
        let end =
            self.line_starts().get(line as usize).map_or(self.text.len(), |&next| next as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }
}
