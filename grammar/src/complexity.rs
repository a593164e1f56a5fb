//! How deep an expression may nest.
//!
//! The parser keeps its own stack and the tree is walked with recursion later, so depth has to be
//! bounded before the tree is built. Brackets are bounded by the layout pass; this counts what
//! nests without brackets.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::span::Span;
use crate::token::Token;

/// Operators that CPython's parser descends for: about as many as its stack can hold.
const MAX_DESCENTS: u32 = 3000;
/// Operators that make a tree deeper without the parser descending: about as many as CPython's
/// compiler can walk.
const MAX_CHAIN: u32 = 9000;

/// Counts operators on the path from a logical line to the current token. Commas and semicolons
/// begin a new operand beside the last one, so they reset the count of their bracket.
#[derive(Default)]
pub struct Complexity {
    current: Count,
    outer: Vec<Count>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    descents: u32,
    chain: u32,
    /// What the enclosing brackets had counted: a reset goes back to it.
    base_descents: u32,
    base_chain: u32,
    lambdas: u32,
}

impl Complexity {
    /// A new logical line begins.
    pub fn end_of_line(&mut self) {
        self.current = Count::default();
        self.outer.clear();
    }

    /// Counts `token`, which stands inside `depth` brackets.
    pub fn count(&mut self, token: Token, span: Span, depth: usize) -> Result<(), SyntaxError> {
        use Token::*;
        while self.outer.len() > depth {
            self.current = self.outer.pop().unwrap_or_default();
        }
        let count = &mut self.current;
        match token {
            LeftParenthesis | LeftBracket | LeftBrace => {
                count.chain += 1;
                let outer = *count;
                self.outer.push(outer);
                count.base_descents = outer.descents;
                count.base_chain = outer.chain;
                count.lambdas = 0;
            }
            Comma | Semicolon if count.lambdas == 0 => {
                count.descents = count.base_descents;
                count.chain = count.base_chain;
            }
            Lambda => {
                count.lambdas += 1;
                count.descents += 1;
            }
            Not | Tilde | DoubleStar | Else | Await => count.descents += 1,
            // A sign counts for both: it may be an operator between two operands.
            Plus | Minus => count.chain += 1,
            Star | Slash | DoubleSlash | Percent | At | Ampersand | Bar | Caret | LeftShift
            | RightShift | Dot | FormatStart => count.chain += 1,
            _ => {}
        }
        if count.descents > MAX_DESCENTS {
            return Err(overflow(span));
        }
        if count.chain > MAX_CHAIN {
            return Err(SyntaxError::new(
                "maximum recursion depth exceeded during compilation",
                span,
            )
            .with_kind(SyntaxErrorKind::RecursionError));
        }
        Ok(())
    }
}

/// Refuses more `elif`s than CPython's parser can descend for.
pub fn check_elifs(count: usize, span: Span) -> Result<(), SyntaxError> {
    if count > MAX_DESCENTS as usize {
        return Err(overflow(span));
    }
    Ok(())
}

fn overflow(span: Span) -> SyntaxError {
    SyntaxError::new("Parser stack overflowed - Python source too complex to parse", span)
        .with_kind(SyntaxErrorKind::MemoryError)
}
