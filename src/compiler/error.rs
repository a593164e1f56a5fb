//! What the compiler refuses, and what it only warns about.

use ouro_grammar::span::Span;

/// Which exception a [`CompileError`] becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompileErrorKind {
    /// `SyntaxError`.
    Syntax,
    /// `RecursionError`: the tree is nested too deeply.
    Recursion,
}

/// A program that parses and yet means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    pub kind: CompileErrorKind,
    pub message: String,
    pub span: Span,
}

/// A program that means something its author hardly meant: Python's `SyntaxWarning`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    pub span: Span,
}

/// A result that fails with a [`CompileError`].
pub type Outcome<T = ()> = Result<T, CompileError>;

/// The error that says `message` of the source at `span`.
pub fn syntax_error<T>(message: impl Into<String>, span: Span) -> Outcome<T> {
    Err(CompileError { kind: CompileErrorKind::Syntax, message: message.into(), span })
}

/// The error of a tree nested too deeply.
pub fn too_deep<T>(span: Span) -> Outcome<T> {
    Err(CompileError {
        kind: CompileErrorKind::Recursion,
        message: "maximum recursion depth exceeded during compilation".to_owned(),
        span,
    })
}
