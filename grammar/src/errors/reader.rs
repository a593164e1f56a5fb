//! The machinery of the second reading: a cursor over tokens, alternatives, memory, and errors.

use std::collections::HashMap;
use std::rc::Rc;

use super::piece::{Found, Piece, Shape};
use super::{never_closed, unexpected_indent};
use crate::complexity::parser_overflow;
use crate::error::{Shown, SyntaxError, SyntaxErrorKind};
use crate::layout::{Bracket, Tokens};
use crate::source_text::LineIndex;
use crate::span::Span;
use crate::token::{SpannedToken, Token};

/// How many rules may be inside each other, about as in CPython.
const MAX_DEPTH: u32 = 6000;

/// A rule whose outcome is remembered.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    Expression,
    NamedExpression,
    InvalidNamedExpression,
    StarExpression,
    Disjunction,
    Conjunction,
    Inversion,
    BitOr,
    Sum,
    Term,
    Factor,
    AwaitPrimary,
    Primary,
    Atom,
    Strings,
    StarTarget,
    TargetWithStarAtom,
    TargetPrimary,
    DeleteTarget,
    SimpleStatement,
    Block,
    Arguments,
    ClosedPattern,
    StarPattern,
    TypeParam,
    GeneratorClauses,
}

type Memory<T> = HashMap<(Rule, usize, bool), (Option<T>, usize)>;

/// Reads tokens by the rules of CPython's grammar. Every rule is a method that returns `None`
/// where it does not fit; once an error is found no rule fits any more, so that it ends all.
pub struct Reader<'text> {
    source: &'text str,
    tokens: &'text [SpannedToken],
    /// What stands behind the last token, if it is no token.
    lexical_error: Option<&'text SyntaxError>,
    open_brackets: &'text [Bracket],
    /// How many brackets are open behind each token from `start` on.
    levels: Vec<u16>,
    start: usize,
    pub mark: usize,
    /// One more than the furthest token that was looked at.
    fill: usize,
    /// The same as it was after the first pass.
    first_fill: usize,
    /// Whether the rules for mistakes are tried: only in the second pass.
    pub with_mistakes: bool,
    error: Option<SyntaxError>,
    memory: Memory<Found>,
    depth: u32,
}

impl<'text> Reader<'text> {
    pub fn new(source: &'text str, tokens: &'text Tokens, start: usize) -> Reader<'text> {
        let mut level = 0u16;
        let levels = tokens.tokens[start..]
            .iter()
            .map(|spanned| {
                match spanned.token {
                    Token::LeftParenthesis
                    | Token::WithParenthesis
                    | Token::LeftBracket
                    | Token::LeftBrace => level += 1,
                    Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                        level = level.saturating_sub(1);
                    }
                    _ => {}
                }
                level
            })
            .collect();
        Reader {
            source,
            tokens: &tokens.tokens,
            lexical_error: tokens.error.as_ref(),
            open_brackets: &tokens.open_brackets,
            levels,
            start,
            mark: start,
            fill: start,
            first_fill: start,
            with_mistakes: false,
            error: None,
            memory: HashMap::new(),
            depth: 0,
        }
    }

    /// Reads the text without and then with the rules for mistakes. `None` if nothing is wrong.
    pub fn read_twice(&mut self) -> Option<SyntaxError> {
        if self.text_of_mode().is_some() {
            return None;
        }
        self.first_fill = self.fill;
        if self.error.is_none() {
            let last = self.fill.saturating_sub(1);
            self.memory.clear();
            self.mark = self.start;
            self.with_mistakes = true;
            if self.text_of_mode().is_none() && self.error.is_none() {
                self.error = Some(self.generic_error(last));
            }
        }
        self.error.take()
    }

    /// Reads statements, or one expression if that is what the text has to be.
    fn text_of_mode(&mut self) -> Option<()> {
        match self.tokens.first().map(|first| first.token) {
            Some(Token::StartExpression) => self.lone_expression(),
            _ => self.file(),
        }
    }

    /// The error where no rule knows the mistake: the furthest token of the first pass is wrong.
    fn generic_error(&self, last: usize) -> SyntaxError {
        match self.tokens.get(last).map(|spanned| spanned.token) {
            Some(Token::Indent) => unexpected_indent(self.place(self.fill - 1)),
            Some(Token::Dedent) => {
                let furthest = self.furthest_token();
                SyntaxError::new("unexpected unindent", self.place(furthest))
                    .with_kind(SyntaxErrorKind::IndentationError)
                    .with_shown(self.shown(furthest))
            }
            Some(_) => SyntaxError::invalid(self.place(last)),
            None => {
                let position = self.line_start(self.end_of_text().start as usize);
                SyntaxError::invalid(Span::new(position, position)).with_shown(Shown::Line)
            }
        }
    }

    pub fn furthest_token(&self) -> usize {
        self.fill.saturating_sub(1)
    }

    /// Whether the first pass has looked at the end of the text: more text could go on from there.
    pub fn first_pass_reached_end(&self) -> bool {
        let rest = self.tokens.get(self.first_fill.saturating_sub(1)..).unwrap_or_default();
        rest.iter().all(|spanned| spanned.token == Token::Dedent)
    }

    // Places.

    /// Where CPython says that the token at `index` stands.
    pub fn place(&self, index: usize) -> Span {
        let Some(spanned) = self.tokens.get(index) else { return self.end_of_text() };
        let end = spanned.span.end as usize;
        match spanned.token {
            Token::Newline => {
                // A comment belongs to the line end; a backslash may lead to the next line.
                let mut start = self.skip_space(end);
                while self.source.as_bytes().get(start) == Some(&b'\\') {
                    start = self.skip_space(self.line_end(start) + 1);
                }
                let line_end = self.line_end(start);
                Span::new(start, (line_end + 1).min(self.source.len()).max(start))
            }
            Token::Indent | Token::Dedent => {
                let next = self.tokens[index..].iter().find(|later| {
                    !matches!(later.token, Token::Indent | Token::Dedent | Token::Newline)
                });
                match next {
                    Some(next) => {
                        // CPython counts from 1 here, so that it points in front of the token.
                        let next = next.span.start as usize;
                        let at_line_start = self.line_start(next) == next;
                        let position = if at_line_start { next } else { next - 1 };
                        Span::new(position, position)
                    }
                    None => self.end_of_text(),
                }
            }
            _ => spanned.span,
        }
    }

    /// How the place of the token at `index` is shown.
    fn shown(&self, index: usize) -> Shown {
        let rest = self.tokens.get(index..).unwrap_or_default();
        let first = rest.first().map(|spanned| spanned.token);
        let ends_text = rest.iter().all(|spanned| spanned.token == Token::Dedent);
        match first {
            _ if ends_text => Shown::EndOfText,
            Some(Token::Dedent) if self.place(index).start == 0 => Shown::Line,
            Some(Token::Dedent) => {
                let start = self.place(index).start as usize;
                if self.line_start(start) == start { Shown::Line } else { Shown::Carets }
            }
            _ => Shown::Carets,
        }
    }

    /// The end of the last line.
    fn end_of_text(&self) -> Span {
        let text = self.source.strip_suffix('\n').unwrap_or(self.source);
        let position = text.strip_suffix('\r').unwrap_or(text).len();
        Span::new(position, position)
    }

    fn line_start(&self, position: usize) -> usize {
        self.source[..position].rfind(['\n', '\r']).map_or(0, |line_end| line_end + 1)
    }

    fn skip_space(&self, position: usize) -> usize {
        let rest = self.source.get(position..).unwrap_or_default();
        position + rest.len() - rest.trim_start_matches([' ', '\t', '\x0C']).len()
    }

    /// The end of the line that holds `position`, its line end not counted.
    fn line_end(&self, position: usize) -> usize {
        let position = position.min(self.source.len());
        let rest = &self.source.as_bytes()[position..];
        position + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
    }

    /// The line of the token at `index`, counted from 1.
    pub fn line(&self, index: usize) -> u32 {
        LineIndex::new(self.source).line(self.place(index).start)
    }

    /// From the first byte of the token at `start` to the last one read.
    pub fn span_from(&self, start: usize) -> Span {
        let last = self.mark.saturating_sub(1).max(start);
        self.place(start).to(self.place(last))
    }

    // Tokens.

    /// The token at the cursor; the end of the text is `None`.
    pub fn peek(&mut self) -> Option<Token> {
        self.peek_at(self.mark)
    }

    fn peek_at(&mut self, index: usize) -> Option<Token> {
        self.fill = self.fill.max(index + 1);
        let Some(spanned) = self.tokens.get(index) else {
            if let Some(error) = self.lexical_error {
                self.error.get_or_insert(error.clone());
            } else if let Some(bracket) = self.open_brackets.last() {
                let error = never_closed(bracket.character, bracket.position as usize);
                self.error.get_or_insert(error);
            }
            return None;
        };
        Some(match spanned.token {
            Token::Match | Token::Case | Token::Type => Token::Name,
            Token::WithParenthesis => Token::LeftParenthesis,
            Token::RawFormatText => Token::FormatText,
            token => token,
        })
    }

    /// Takes `token`, and returns its index.
    pub fn token(&mut self, token: Token) -> Option<usize> {
        if self.error.is_some() || self.peek() != Some(token) || self.error.is_some() {
            return None;
        }
        self.mark += 1;
        Some(self.mark - 1)
    }

    /// Takes one of `tokens`.
    pub fn any_token(&mut self, tokens: &[Token]) -> Option<usize> {
        tokens.iter().find_map(|token| self.token(*token))
    }

    /// Takes `token`, or else finds the error that it was expected.
    pub fn forced(&mut self, token: Token, text: &str) -> Option<usize> {
        if self.error.is_some() {
            return None;
        }
        match self.token(token) {
            Some(index) => Some(index),
            None => self.raise(format!("expected '{text}'"), self.place(self.mark)),
        }
    }

    /// Takes the end of the text.
    pub fn end(&mut self) -> Option<()> {
        (self.error.is_none() && self.peek().is_none() && self.error.is_none()).then_some(())
    }

    /// Takes any name.
    pub fn name(&mut self) -> Option<Found> {
        let index = self.token(Token::Name)?;
        Some(self.piece(index, Shape::Name))
    }

    /// Takes the name `word`.
    pub fn word(&mut self, word: &str) -> Option<usize> {
        if self.peek() == Some(Token::Name) && self.text(self.mark) == word {
            return self.token(Token::Name);
        }
        None
    }

    /// The text of the token at `index`.
    pub fn text(&self, index: usize) -> &'text str {
        let span = self.tokens.get(index).map_or(Span::default(), |spanned| spanned.span);
        self.source.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The text that a piece stands on.
    pub fn piece_text(&self, piece: &Piece) -> &'text str {
        self.source.get(piece.span.start as usize..piece.span.end as usize).unwrap_or_default()
    }

    /// Whether the number at a place is an imaginary one.
    pub fn is_imaginary(&self, number: Span) -> bool {
        let text = self.source.get(number.start as usize..number.end as usize);
        text.is_some_and(|text| text.ends_with(['j', 'J']))
    }

    /// Whether the last token that was read stands inside brackets.
    pub fn inside_brackets(&self) -> bool {
        let last = self.mark.saturating_sub(1);
        last >= self.start && self.levels.get(last - self.start).is_some_and(|level| *level > 0)
    }

    /// The expression from the token at `start` to the last one read.
    pub fn piece(&self, start: usize, shape: Shape) -> Found {
        Rc::new(Piece { span: self.span_from(start), shape })
    }

    // Combinations.

    /// Tries one alternative; the cursor goes back if it does not fit.
    pub fn alternative<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        if self.depth >= MAX_DEPTH {
            self.error = Some(parser_overflow(self.place(self.mark)));
            return None;
        }
        let mark = self.mark;
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        if result.is_none() || self.error.is_some() {
            self.mark = mark;
            return None;
        }
        result
    }

    /// Tries a rule that may be absent.
    pub fn optional<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        let result = self.alternative(rule);
        if self.error.is_some() { None } else { Some(result) }
    }

    /// Whether a rule fits here; the cursor stays.
    pub fn looks_like<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> bool {
        let mark = self.mark;
        let result = self.alternative(rule);
        self.mark = mark;
        result.is_some()
    }

    /// Goes on where a rule does not fit.
    pub fn unless<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<()> {
        let fits = self.looks_like(rule);
        (!fits && self.error.is_none()).then_some(())
    }

    /// Reads a rule as often as it fits.
    pub fn many<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        while let Some(item) = self.alternative(&mut rule) {
            list.push(item);
        }
        if self.error.is_some() { None } else { Some(list) }
    }

    /// Reads a rule at least once.
    pub fn some<T>(&mut self, rule: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.many(rule).filter(|list| !list.is_empty())
    }

    /// Reads a rule at least once, with commas between.
    pub fn separated<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = vec![self.alternative(&mut rule)?];
        while let Some(item) = self.alternative(|reader| {
            reader.token(Token::Comma)?;
            rule(reader)
        }) {
            list.push(item);
        }
        if self.error.is_some() { None } else { Some(list) }
    }

    /// Reads a rule, or remembers how it went at this place before.
    pub fn remembered(
        &mut self,
        rule: Rule,
        read: impl FnOnce(&mut Self) -> Option<Found>,
    ) -> Option<Found> {
        let key = (rule, self.mark, self.with_mistakes);
        if let Some((result, end)) = self.memory.get(&key) {
            if result.is_some() {
                self.mark = *end;
            }
            return result.clone();
        }
        let result = self.alternative(read);
        if self.error.is_none() {
            self.memory.insert(key, (result.clone(), self.mark));
        }
        result
    }

    /// Reads a rule of which only the fit matters, and remembers it.
    pub fn remembered_fit(
        &mut self,
        rule: Rule,
        read: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let start = self.mark;
        self.remembered(rule, |reader| {
            read(reader)?;
            Some(reader.piece(start, Shape::Name))
        })
        .map(drop)
    }

    /// Tries a rule for a mistake, if this is the pass for it.
    pub fn mistake(&mut self, rule: impl FnOnce(&mut Self) -> Option<()>) {
        if self.with_mistakes {
            let mark = self.mark;
            self.alternative(rule);
            self.mark = mark;
        }
    }

    /// Reads a rule as if there were no rules for mistakes.
    pub fn without_mistakes<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = std::mem::replace(&mut self.with_mistakes, false);
        let result = self.alternative(rule);
        self.with_mistakes = before;
        result
    }

    // Errors.

    /// The error that ends the reading.
    pub fn raise<T>(&mut self, message: impl Into<String>, span: Span) -> Option<T> {
        if self.error.is_none() {
            self.error = Some(SyntaxError::new(message, span));
        }
        None
    }

    /// An error at the furthest token.
    pub fn raise_at_furthest<T>(&mut self, message: impl Into<String>) -> Option<T> {
        if self.error.is_none() {
            let last = self.furthest_token();
            let error = SyntaxError::new(message, self.place(last));
            self.error = Some(error.with_shown(self.shown(last)));
        }
        None
    }

    /// An error from `start` to the end of the furthest token.
    pub fn raise_up_to_furthest<T>(&mut self, start: u32, message: impl Into<String>) -> Option<T> {
        // CPython counts one byte less than the token has.
        let last = self.place(self.furthest_token());
        let end = if last.start == last.end { last.end } else { last.end - 1 };
        self.raise(message, Span { start, end: end.max(start) })
    }

    /// An error at the cursor.
    pub fn raise_here<T>(&mut self, message: impl Into<String>) -> Option<T> {
        let _ = self.peek();
        let span = self.place(self.mark);
        self.raise(message, span)
    }

    /// The error that `what`, which begins at the token `keyword`, has no block.
    pub fn raise_no_block<T>(&mut self, what: &str, keyword: usize) -> Option<T> {
        let line = self.line(keyword);
        self.raise_indentation(format!("expected an indented block after {what} on line {line}"))
    }

    pub fn raise_indentation<T>(&mut self, message: impl Into<String>) -> Option<T> {
        if self.error.is_none() {
            let span = self.place(self.furthest_token());
            let error = SyntaxError::new(message, span);
            let shown = self.shown(self.furthest_token());
            self.error = Some(error.with_kind(SyntaxErrorKind::IndentationError).with_shown(shown));
        }
        None
    }
}
