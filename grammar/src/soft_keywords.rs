//! Decides what one token of look-ahead can't: `match`, `case` and `type` as keywords, and the
//! parenthesis around all items of a `with` statement.
//!
//! `match` begins a statement when its logical line ends with a colon, which no expression and no
//! assignment does. `case` is a keyword only at the start of a line directly inside a `match`
//! block. `type` is one where another name follows.

use crate::token::{SpannedToken, Token};

/// Marks the soft keywords among `tokens`.
pub fn mark(tokens: &mut [SpannedToken], source: &str) {
    let mut marker = Marker { tokens, source };
    marker.mark();
}

struct Marker<'tokens> {
    tokens: &'tokens mut [SpannedToken],
    source: &'tokens str,
}

impl Marker<'_> {
    fn mark(&mut self) {
        // For each open block, whether it holds the cases of a match statement.
        let mut blocks: Vec<bool> = Vec::new();
        let mut match_header = false;
        let mut statement_start = true;
        let mut line_start = true;
        let mut depth = 0u32;
        for index in 0..self.tokens.len() {
            let token = self.tokens[index].token;
            if statement_start && token == Token::Name {
                let in_cases = blocks.last().copied().unwrap_or(false);
                match self.text(index) {
                    "match" if line_start && self.is_match_header(index) => {
                        self.tokens[index].token = Token::Match;
                        match_header = true;
                    }
                    "case" if line_start && in_cases => self.tokens[index].token = Token::Case,
                    "type" if self.token(index + 1) == Some(Token::Name) => {
                        self.tokens[index].token = Token::Type;
                    }
                    _ => {}
                }
            }
            line_start = false;
            statement_start = false;
            match token {
                Token::StartModule | Token::StartExpression | Token::Newline => {
                    line_start = true;
                    statement_start = true;
                    if self.token(index + 1) != Some(Token::Indent) {
                        match_header = false;
                    }
                }
                Token::Indent => {
                    blocks.push(std::mem::take(&mut match_header));
                    line_start = true;
                    statement_start = true;
                }
                Token::Dedent => {
                    blocks.pop();
                    line_start = true;
                    statement_start = true;
                }
                Token::Semicolon => statement_start = true,
                Token::Colon => statement_start = depth == 0,
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth += 1,
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                    depth = depth.saturating_sub(1);
                }
                Token::With
                    if self.token(index + 1) == Some(Token::LeftParenthesis)
                        && self.encloses_with_items(index + 1) =>
                {
                    self.tokens[index + 1].token = Token::WithParenthesis;
                    depth += 1;
                }
                _ => {}
            }
        }
    }

    fn token(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).map(|spanned| spanned.token)
    }

    fn text(&self, index: usize) -> &str {
        let span = self.tokens[index].span;
        &self.source[span.start as usize..span.end as usize]
    }

    /// Whether the line that starts with `match` at `index` is the header of a match statement:
    /// something follows, and the line ends with a colon.
    fn is_match_header(&self, index: usize) -> bool {
        let line = &self.tokens[index + 1..];
        let length = line.iter().position(|spanned| spanned.token == Token::Newline);
        length.is_some_and(|length| length >= 2 && line[length - 1].token == Token::Colon)
    }

    /// Whether the parenthesis at `index`, which follows `with`, holds with items: nothing but
    /// the colon may follow its end, and what is inside must not make it a single expression.
    fn encloses_with_items(&self, index: usize) -> bool {
        let mut depth = 0u32;
        let mut item_start = true;
        for position in index..self.tokens.len() {
            let token = self.tokens[position].token;
            match token {
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => {
                    depth += 1;
                    if depth == 1 {
                        if self.token(position + 1) == Some(Token::RightParenthesis) {
                            return false;
                        }
                        continue;
                    }
                }
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return self.token(position + 1) == Some(Token::Colon);
                    }
                }
                Token::Newline => return false,
                _ if depth > 1 => {}
                Token::For | Token::Async | Token::ColonEqual | Token::Yield => return false,
                Token::Star if item_start => return false,
                _ => {}
            }
            item_start = depth == 1 && token == Token::Comma;
        }
        false
    }
}
