//! What is wrong with a text that the grammar refuses, in CPython's words.
//!
//! The generated parser only knows the token at which a text stops being Python. CPython's parser
//! tries alternatives in order, and when none fits it reads the text a second time with further
//! alternatives that describe usual mistakes. To name the same mistake at the same place, a
//! [`Reader`](reader::Reader) reads the refused statement as CPython would: rule by rule, twice,
//! without building a tree. The files follow the grammar: statements, expressions, calls,
//! parameters, patterns, targets, f-strings.

mod calls;
mod compound;
mod displays;
mod expressions;
mod format_strings;
mod parameters;
mod patterns;
mod piece;
mod reader;
mod statements;
mod targets;

use crate::error::{AT_PARSER, SyntaxError, SyntaxErrorKind};
use crate::layout::Tokens;
use crate::span::Span;
use crate::token::{SpannedToken, Token};

use reader::Reader;

/// Says why `tokens` are refused. `failed` is the index of a token at or behind the mistake, and
/// `found` what the parser thought of it.
pub fn diagnose(source: &str, tokens: &Tokens, failed: usize, found: SyntaxError) -> SyntaxError {
    if let Some(error) = &tokens.error
        && (tokens.error_goes_first || failed >= tokens.tokens.len())
        && !is_unexpected_indent(tokens, failed, &found)
    {
        let reached = failed >= tokens.tokens.len();
        return SyntaxError { incomplete: error.incomplete && reached, ..error.clone() };
    }
    if found.message != "invalid syntax" {
        let mut found = found;
        if found.span == AT_PARSER {
            found.span = Reader::new(source, tokens, 0).place(failed);
        }
        return prefer_open_bracket(source, tokens, failed, found);
    }
    let start = top_level_statement(&tokens.tokens, failed, found.span.start);
    let mut reader = Reader::new(source, tokens, start);
    let found_error = reader.read_twice();
    let reached = reader.furthest_token();
    let mut error = found_error.unwrap_or(found);
    if error.span == AT_PARSER {
        error.span = reader.place(failed);
    }
    error.incomplete = reader.first_pass_reached_end();
    prefer_open_bracket(source, tokens, reached, error)
}

/// Whether the parser stopped at indentation that no rule expects: that is reported first.
fn is_unexpected_indent(tokens: &Tokens, failed: usize, found: &SyntaxError) -> bool {
    found.message == "invalid syntax"
        && tokens.tokens.get(failed).is_some_and(|spanned| spanned.token == Token::Indent)
}

/// A bracket that is still open at the end of the text is the likelier mistake, when the reader
/// has already left the line on which it stands.
fn prefer_open_bracket(
    source: &str,
    tokens: &Tokens,
    reached: usize,
    error: SyntaxError,
) -> SyntaxError {
    if tokens.ends_in_format || tokens.error.is_some() {
        return error;
    }
    let Some(bracket) = tokens.open_brackets.last() else { return error };
    let position = bracket.position as usize;
    let Some(last) = tokens.tokens.get(reached.min(tokens.tokens.len().saturating_sub(1))) else {
        return error;
    };
    let between = source.get(position..last.span.start as usize).unwrap_or_default();
    if !between.contains('\n') {
        return error;
    }
    let incomplete = error.incomplete;
    SyntaxError { incomplete, ..never_closed(bracket.character, position) }
}

/// The error for a bracket that is open at the end of the text.
fn never_closed(character: char, position: usize) -> SyntaxError {
    SyntaxError::new(format!("'{character}' was never closed"), Span::new(position, position))
}

/// Where the statement of the module's level begins that holds both the token in front of `failed`
/// and the byte `place`: if `failed` begins a line, the statement above may lack something.
fn top_level_statement(tokens: &[SpannedToken], failed: usize, place: u32) -> usize {
    let mut start = 1;
    let mut blocks = 0usize;
    let mut decorated = false;
    for (index, spanned) in tokens.iter().enumerate().take(failed).skip(1) {
        match spanned.token {
            Token::Indent => blocks += 1,
            Token::Dedent => blocks = blocks.saturating_sub(1),
            _ => {}
        }
        let begins_line = matches!(
            tokens[index - 1].token,
            Token::Newline | Token::Dedent | Token::StartModule | Token::StartExpression
        );
        let continues = matches!(
            spanned.token,
            Token::Else
                | Token::Elif
                | Token::Except
                | Token::Finally
                | Token::Indent
                | Token::Dedent
        );
        if blocks > 0 || !begins_line || continues {
            continue;
        }
        if spanned.span.start > place {
            break;
        }
        if !decorated {
            start = index;
        }
        decorated = spanned.token == Token::At;
    }
    start.min(tokens.len())
}

/// The error for an indentation that no rule expects.
fn unexpected_indent(span: Span) -> SyntaxError {
    SyntaxError::new("unexpected indent", span).with_kind(SyntaxErrorKind::IndentationError)
}
