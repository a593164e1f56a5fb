//! From the text of a Python program to its syntax tree: the first stage of Ouro.
//!
//! ```text
//! bytes ─ source_text ─▶ text ─ token, layout ─▶ tokens ─ soft_keywords, python.lalrpop, actions ─▶ ast
//! ```
//!
//! [`parse`] runs the whole way. What is wrong with a text is found at three places: the layout
//! pass finds what is no token, the generated parser where the text stops being Python, and
//! `errors` reads the refused text once more to say what its author most likely meant.

mod actions;
pub mod ast;
mod builder;
mod complexity;
pub mod dump;
mod error;
mod errors;
pub mod identifiers;
mod layout;
mod numbers;
mod soft_keywords;
mod source_text;
pub mod span;
mod strings;
pub mod surrogate;
pub mod token;

/// The parser generated from `python.lalrpop`. Lints are off because nobody writes this code: it is
/// made anew by each build, in LALRPOP's style.
#[allow(clippy::all, unused, missing_docs, unreachable_pub)]
mod python {
    include!(concat!(env!("OUT_DIR"), "/python.rs"));
}

use std::cell::Cell;

use lalrpop_util::ParseError;

pub use error::{Shown, SyntaxError, SyntaxErrorKind, SyntaxWarning};
pub use source_text::{LineIndex, decode, decode_file};

use builder::Builder;
use error::AT_PARSER;
use layout::Tokens;
use span::Span;
use token::{SpannedToken, Token};

/// What kind of text to expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A file.
    Module,
    /// The argument of `eval`: the tree is one expression statement.
    Expression,
    /// An input at a prompt: one compound statement or one line of simple ones.
    Interactive,
}

/// Parses a text.
pub fn parse(source: &str, mode: Mode) -> Result<ast::Module, SyntaxError> {
    if source.len() >= u32::MAX as usize {
        let error = SyntaxError::new("source code is too large", Span::default());
        return Err(error.with_kind(SyntaxErrorKind::MemoryError));
    }
    if source.contains('\0') {
        let message = "source code string cannot contain null bytes";
        let error = SyntaxError::new(message, Span::default());
        return Err(error.with_shown(Shown::Nothing));
    }
    let start = match mode {
        Mode::Module | Mode::Interactive => Token::StartModule,
        Mode::Expression => Token::StartExpression,
    };
    let mut tokens = layout::tokenize(source, start);
    soft_keywords::mark(&mut tokens.tokens, source);
    let warnings = std::mem::take(&mut tokens.warnings);
    let mut builder = Builder::new(source, warnings);
    let body = parse_tokens(source, &tokens, &mut builder)?;
    if mode == Mode::Interactive {
        check_single_input(&body, &tokens)?;
    }
    let mut warnings = builder.warnings;
    warnings.sort_by_key(|warning| warning.span.start);
    Ok(ast::Module { body, warnings })
}

/// The tokens of a text as far as it has any, for those who want to colour it: no comments, and
/// keywords that are such only in their place marked.
pub fn tokens(source: &str) -> Vec<SpannedToken> {
    let mut tokens = layout::tokenize(source, Token::StartModule);
    soft_keywords::mark(&mut tokens.tokens, source);
    tokens.tokens
}

fn parse_tokens(
    source: &str,
    tokens: &Tokens,
    builder: &mut Builder,
) -> Result<Vec<ast::Statement>, SyntaxError> {
    let consumed = Cell::new(0usize);
    let read = |spanned: &SpannedToken| Ok((spanned.span.start, spanned.token, spanned.span.end));
    let lexical_error = tokens.error.iter().map(|error| Err(Box::new(error.clone())));
    let stream = tokens
        .tokens
        .iter()
        .map(read)
        .chain(lexical_error)
        .inspect(|_| consumed.set(consumed.get() + 1));
    python::ProgramParser::new().parse(builder, stream).map_err(|error| {
        let mut failed = consumed.get().saturating_sub(1);
        let found = match error {
            ParseError::User { error } => *error,
            ParseError::UnrecognizedToken { token: (start, _, end), .. } => {
                SyntaxError::invalid(Span { start, end })
            }
            _ => {
                failed = tokens.tokens.len();
                SyntaxError::invalid(AT_PARSER)
            }
        };
        errors::diagnose(source, tokens, failed, found)
    })
}

/// Refuses more than one logical line at a prompt.
fn check_single_input(body: &[ast::Statement], tokens: &Tokens) -> Result<(), SyntaxError> {
    let [first, .., last] = body else { return Ok(()) };
    let between = tokens.tokens.iter().find(|spanned| {
        spanned.token == Token::Newline
            && spanned.span.start >= first.span.end
            && spanned.span.start < last.span.start
    });
    if let Some(line_end) = between {
        let message = "multiple statements found while compiling a single statement";
        return Err(SyntaxError::new(message, line_end.span));
    }
    Ok(())
}
