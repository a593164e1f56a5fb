//! How deep an expression may nest.
//!
//! The generated parser keeps its own stack, but the tree is walked with recursion later, so its
//! depth has to be bounded before it is built. Brackets are bounded by the layout pass; this
//! counts what nests without brackets, and answers as CPython does: its parser runs out of stack
//! where rules nest to the right, and its compiler where operators nest to the left.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::span::Span;
use crate::token::Token;

/// How many rules CPython's parser can have inside each other.
const MAX_DESCENTS: u32 = 5956;
/// How many levels CPython's compiler can walk down.
const MAX_CHAIN: u32 = 9960;

/// Counts operators on the path from a logical line to the current token. Commas and semicolons
/// begin a new operand beside the last one, so they take back what their bracket has counted.
#[derive(Default)]
pub struct Complexity {
    current: Count,
    outer: Vec<Count>,
    /// Whether the last token ends an operand, so that a sign behind it stands between two.
    after_operand: bool,
}

#[derive(Clone, Copy, Default)]
struct Count {
    /// Rules that nest to the right, in levels of CPython's parser.
    descents: u32,
    /// Operators that nest to the left.
    chain: u32,
    /// What the enclosing brackets had counted.
    outer_descents: u32,
    outer_chain: u32,
    /// How many lambdas are before their colon, where commas begin nothing new.
    lambdas: u32,
}

impl Complexity {
    /// A new logical line begins.
    pub fn end_of_line(&mut self) {
        self.current = Count::default();
        self.outer.clear();
        self.after_operand = false;
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
                count.outer_descents = outer.descents;
                count.outer_chain = outer.chain;
                count.lambdas = 0;
            }
            Comma | Semicolon if count.lambdas == 0 => {
                count.descents = count.outer_descents;
                count.chain = count.outer_chain;
            }
            Lambda => {
                count.lambdas += 1;
                count.descents += 2;
            }
            Colon => count.lambdas = count.lambdas.saturating_sub(1),
            DoubleStar => count.descents += 2,
            Not | Tilde | Else | Await => count.descents += 1,
            Plus | Minus if !self.after_operand => count.descents += 1,
            Plus | Minus | Star | Slash | DoubleSlash | Percent | At | Ampersand | Bar | Caret
            | LeftShift | RightShift | Dot => count.chain += 1,
            _ => {}
        }
        self.after_operand = matches!(
            token,
            Name | Number
                | String
                | FormatEnd
                | True
                | False
                | None
                | Ellipsis
                | RightParenthesis
                | RightBracket
                | RightBrace
        );
        if count.descents > MAX_DESCENTS {
            return Err(parser_overflow(span));
        }
        if count.chain > MAX_CHAIN {
            let message = "maximum recursion depth exceeded during compilation";
            let error = SyntaxError::new(message, span);
            return Err(error.with_kind(SyntaxErrorKind::RecursionError));
        }
        Ok(())
    }
}

/// Refuses more `elif`s than CPython's parser can descend for.
pub fn check_elifs(count: usize, span: Span) -> Result<(), SyntaxError> {
    if count > MAX_DESCENTS as usize { Err(parser_overflow(span)) } else { Ok(()) }
}

/// The error for a text that CPython's parser has too little stack for.
pub fn parser_overflow(span: Span) -> SyntaxError {
    SyntaxError::new("Parser stack overflowed - Python source too complex to parse", span)
        .with_kind(SyntaxErrorKind::MemoryError)
}
