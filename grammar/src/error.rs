//! What is wrong with a program's text, and warnings about it.

use std::fmt;

use crate::span::Span;

/// Why a text is not a Python program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    pub message: String,
    /// The bytes that CPython's carets stand under.
    pub span: Span,
    /// How much of that place CPython shows.
    pub shown: Shown,
    /// More input after the end could make the text right: a prompt should go on reading.
    pub incomplete: bool,
}

/// How much of an error's place a traceback shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The line and carets under the span.
    Carets,
    /// The error is the end of the text: a caret behind the last line of a string, only that line
    /// for a file.
    EndOfText,
    /// The line without carets: CPython's `offset` is 0.
    Line,
    /// Nothing, not even the name of the file: CPython's `lineno` is 0.
    Nothing,
}

/// The exception that reports the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// The text nests deeper than CPython's parser can go.
    MemoryError,
    /// The text nests deeper than CPython's compiler can go.
    RecursionError,
}

/// The span of an error that is reported where the parser has come to.
pub(crate) const AT_PARSER: Span = Span { start: u32::MAX, end: u32::MAX };

/// A `SyntaxWarning`: the program is valid, but part of it is likely a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    pub span: Span,
}

impl SyntaxError {
    /// A plain `SyntaxError` at `span`.
    pub fn new(message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError {
            kind: SyntaxErrorKind::SyntaxError,
            message: message.into(),
            span,
            shown: Shown::Carets,
            incomplete: false,
        }
    }

    /// The error for a rule that nothing better is known about.
    pub fn invalid(span: Span) -> SyntaxError {
        SyntaxError::new("invalid syntax", span)
    }

    /// The same error as another exception.
    pub fn with_kind(mut self, kind: SyntaxErrorKind) -> SyntaxError {
        self.kind = kind;
        self
    }

    /// The same error with another way to show its place.
    pub fn with_shown(mut self, shown: Shown) -> SyntaxError {
        self.shown = shown;
        self
    }

    /// The same error, marked as curable by more input.
    pub fn incomplete(mut self) -> SyntaxError {
        self.incomplete = true;
        self
    }
}

impl fmt::Display for SyntaxErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            SyntaxErrorKind::SyntaxError => "SyntaxError",
            SyntaxErrorKind::IndentationError => "IndentationError",
            SyntaxErrorKind::TabError => "TabError",
            SyntaxErrorKind::MemoryError => "MemoryError",
            SyntaxErrorKind::RecursionError => "RecursionError",
        })
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.kind, self.message)
    }
}

impl std::error::Error for SyntaxError {}
