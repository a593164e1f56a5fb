//! What the compiler refuses: programs that parse and yet mean nothing.

use ouro_grammar::span::Span;
use ouro_grammar::{SyntaxError, SyntaxErrorKind};

/// A result that fails with a [`SyntaxError`].
pub type Outcome<T = ()> = Result<T, SyntaxError>;

/// The error that says `message` of the source at `span`.
pub fn syntax_error<T>(message: impl Into<String>, span: Span) -> Outcome<T> {
    Err(SyntaxError::new(message, span))
}

/// The error of a tree nested too deeply.
pub fn too_deep<T>(span: Span) -> Outcome<T> {
    let error = SyntaxError::new("maximum recursion depth exceeded during compilation", span);
    Err(error.with_kind(SyntaxErrorKind::RecursionError))
}
