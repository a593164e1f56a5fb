//! From the text to the tokens the grammar reads.
//!
//! logos (see `token.rs`) finds the raw tokens. This pass knows what a token's place means: lines
//! and indentation become `Newline`, `Indent` and `Dedent`, lines are joined inside brackets and
//! after a backslash, string literals are followed to their end, and f-strings are taken apart
//! into text and the tokens of their fields.
//!
//! `Newline`, `Indent` and `Dedent` are given the empty place behind the last real token, so that
//! a statement's span, taken from its first to its last token, ends where CPython's does.

use logos::{Lexer, Logos};

use crate::complexity::Complexity;
use crate::error::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
use crate::identifiers;
use crate::numbers;
use crate::span::Span;
use crate::token::{SpannedToken, Token};

/// CPython's limits.
const MAX_INDENTS: usize = 100;
const MAX_BRACKETS: usize = 200;
const MAX_FORMATS: usize = 150;
const TAB_SIZE: u32 = 8;

/// All tokens of a text, up to its end or to the first thing that is no token.
#[derive(Debug, Default)]
pub struct Tokens {
    pub tokens: Vec<SpannedToken>,
    pub error: Option<SyntaxError>,
    /// Whether `error` is reported even if the parser stops in front of it. CPython looks ahead
    /// for characters that are no tokens, but not at indentation or inside f-strings.
    pub error_goes_first: bool,
    /// The brackets that are open where the tokens end: the text ended too early.
    pub open_brackets: Vec<Bracket>,
    /// Whether the text ended inside an f-string.
    pub ends_in_format: bool,
    pub warnings: Vec<SyntaxWarning>,
}

/// An open bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    pub character: char,
    pub position: u32,
    place: BracketPlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BracketPlace {
    Ordinary,
    /// The `{` of an f-string's field, before and behind the colon of its format specification.
    Field,
    FieldSpecification,
}

/// Tokenizes `source`; the tokens begin with `start`.
pub fn tokenize(source: &str, start: Token) -> Tokens {
    let mut layout = Layout {
        source,
        lexer: Token::lexer(source),
        output: Tokens::default(),
        indents: vec![Indentation::default()],
        brackets: Vec::new(),
        formats: Vec::new(),
        last_end: 0,
        complexity: Complexity::default(),
    };
    layout.output.tokens.push(SpannedToken { token: start, span: Span::default() });
    if let Err(error) = layout.run() {
        let silent = "unexpected character after line continuation character";
        layout.output.error_goes_first = layout.formats.is_empty()
            && error.kind == SyntaxErrorKind::SyntaxError
            && error.message != silent;
        layout.output.error = Some(error);
    }
    layout.output.ends_in_format = !layout.formats.is_empty();
    layout.output.open_brackets = layout.brackets;
    layout.output
}

/// The width of a line's leading space, counted in two ways: with tabs as in a terminal and with
/// tabs as one column. Two lines are comparable only when both ways agree.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Indentation {
    column: u32,
    plain_column: u32,
}

/// An f-string that is being read.
#[derive(Clone, Copy)]
struct Format {
    start: u32,
    quote: u8,
    triple: bool,
    raw: bool,
    /// How many brackets were open outside of it.
    outer_brackets: usize,
}

struct Layout<'source> {
    source: &'source str,
    lexer: Lexer<'source, Token>,
    output: Tokens,
    indents: Vec<Indentation>,
    brackets: Vec<Bracket>,
    formats: Vec<Format>,
    /// Where the last real token ended.
    last_end: u32,
    complexity: Complexity,
}

type Outcome<T = ()> = Result<T, SyntaxError>;

/// Whether the opening of a literal ends with three quotes.
fn is_triple(opening: &str) -> bool {
    opening.ends_with("'''") || opening.ends_with("\"\"\"")
}

fn error_at(message: impl Into<String>, position: usize) -> SyntaxError {
    SyntaxError::new(message, Span::new(position, position))
}

impl<'source> Layout<'source> {
    fn run(&mut self) -> Outcome {
        let mut at_line_start = true;
        loop {
            if self.in_format_text() {
                self.format_text()?;
                continue;
            }
            if at_line_start {
                self.line_start()?;
                at_line_start = false;
            }
            let Some(found) = self.lexer.next() else { return self.end_of_text() };
            let range = self.lexer.span();
            let span = Span::new(range.start, range.end);
            let Ok(token) = found else {
                if self.lexer.slice() == "\\"
                    && self.lexer.remainder().is_empty()
                    && !self.brackets.is_empty()
                {
                    continue;
                }
                return Err(self.not_a_token(span));
            };
            match token {
                Token::LineEnd => {
                    if self.brackets.is_empty() {
                        self.newline();
                        at_line_start = true;
                    }
                }
                Token::LineContinuation => self.line_continuation(range.start)?,
                Token::Comment => {}
                Token::Name => {
                    identifiers::check(self.source, span)?;
                    self.push(token, span)?;
                }
                Token::Number => {
                    self.output.warnings.extend(numbers::check(self.source, span)?);
                    self.push(token, span)?;
                }
                Token::String => self.string(span)?,
                Token::FormatStart => self.format_start(span)?,
                Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => {
                    self.open_bracket(token, span, BracketPlace::Ordinary)?;
                }
                Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                    self.close_bracket(token, span)?;
                }
                Token::Colon | Token::ColonEqual if self.in_field() => {
                    // Behind the colon the text of the format specification begins.
                    self.seek(range.start + 1);
                    self.push(Token::Colon, Span::new(range.start, range.start + 1))?;
                    if let Some(field) = self.brackets.last_mut() {
                        field.place = BracketPlace::FieldSpecification;
                    }
                }
                _ => self.push(token, span)?,
            }
        }
    }

    fn push(&mut self, token: Token, span: Span) -> Outcome {
        self.complexity.count(token, span, self.brackets.len())?;
        self.output.tokens.push(SpannedToken { token, span });
        self.last_end = span.end;
        Ok(())
    }

    /// Adds a token that stands for the layout and not for text.
    fn push_layout(&mut self, token: Token) {
        let span = Span { start: self.last_end, end: self.last_end };
        self.output.tokens.push(SpannedToken { token, span });
    }

    fn last_token(&self) -> Token {
        self.output.tokens.last().map_or(Token::StartModule, |last| last.token)
    }

    fn newline(&mut self) {
        let nothing_on_line = matches!(
            self.last_token(),
            Token::StartModule
                | Token::StartExpression
                | Token::Newline
                | Token::Indent
                | Token::Dedent
        );
        if !nothing_on_line {
            self.push_layout(Token::Newline);
        }
        self.complexity.end_of_line();
    }

    /// Continues reading at `position`.
    fn seek(&mut self, position: usize) {
        let current = self.lexer.span().end;
        if position >= current {
            self.lexer.bump(position - current);
        } else {
            self.lexer = Token::lexer(self.source);
            self.lexer.bump(position);
        }
    }

    /// Reads the indentation of the next line that is not blank.
    fn line_start(&mut self) -> Outcome {
        let bytes = self.source.as_bytes();
        let mut line = self.lexer.span().end;
        let (position, indentation) = loop {
            let (position, indentation) = self.leading_space(line)?;
            match bytes.get(position) {
                Some(b'#' | b'\n' | b'\r') => line = self.next_line(position),
                None => {
                    self.seek(bytes.len());
                    return Ok(());
                }
                Some(_) => break (position, indentation),
            }
        };
        self.seek(position);
        let current = self.indents.last().copied().unwrap_or_default();
        let inconsistent = || {
            error_at("inconsistent use of tabs and spaces in indentation", line)
                .with_kind(SyntaxErrorKind::TabError)
        };
        if indentation.column == current.column {
            if indentation.plain_column != current.plain_column {
                return Err(inconsistent());
            }
        } else if indentation.column > current.column {
            if indentation.plain_column <= current.plain_column {
                return Err(inconsistent());
            }
            if self.indents.len() >= MAX_INDENTS {
                return Err(error_at("too many levels of indentation", line)
                    .with_kind(SyntaxErrorKind::IndentationError));
            }
            self.indents.push(indentation);
            self.push_layout(Token::Indent);
        } else {
            let is_outer = |outer: &&Indentation| outer.column <= indentation.column;
            let outer = self.indents.iter().rev().find(is_outer).copied().unwrap_or_default();
            if outer.column != indentation.column {
                return Err(error_at(
                    "unindent does not match any outer indentation level",
                    self.line_end(position),
                )
                .with_kind(SyntaxErrorKind::IndentationError));
            }
            if outer.plain_column != indentation.plain_column {
                return Err(inconsistent());
            }
            while self.indents.last().is_some_and(|inner| inner.column > indentation.column) {
                self.indents.pop();
                self.push_layout(Token::Dedent);
            }
        }
        Ok(())
    }

    /// Measures the space at the start of the line at `position`. A backslash may join the line
    /// with the next one; the first line's width counts.
    fn leading_space(&self, mut position: usize) -> Outcome<(usize, Indentation)> {
        let bytes = self.source.as_bytes();
        let mut width = Indentation::default();
        let mut first_width = None;
        loop {
            match bytes.get(position) {
                Some(b' ') => {
                    width.column += 1;
                    width.plain_column += 1;
                }
                Some(b'\t') => {
                    width.column = (width.column / TAB_SIZE + 1) * TAB_SIZE;
                    width.plain_column += 1;
                }
                Some(b'\x0C') => width = Indentation::default(),
                Some(b'\\') if matches!(bytes.get(position + 1), Some(b'\n' | b'\r')) => {
                    first_width.get_or_insert(width);
                    let next = self.next_line(position);
                    if next >= bytes.len() {
                        return Err(self.ended_after_backslash(position));
                    }
                    position = next;
                    continue;
                }
                _ => return Ok((position, first_width.unwrap_or(width))),
            }
            position += 1;
        }
    }

    /// Where the line that holds `position` ends, its line end not counted.
    fn line_end(&self, position: usize) -> usize {
        let rest = &self.source.as_bytes()[position..];
        position + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
    }

    /// Where the line after the one that holds `position` starts.
    fn next_line(&self, position: usize) -> usize {
        let end = self.line_end(position);
        let rest = &self.source.as_bytes()[end..];
        end + if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) }
    }

    fn line_continuation(&mut self, backslash: usize) -> Outcome {
        if self.lexer.remainder().is_empty() && self.brackets.is_empty() {
            return Err(self.ended_after_backslash(backslash));
        }
        Ok(())
    }

    fn ended_after_backslash(&self, backslash: usize) -> SyntaxError {
        error_at("unexpected EOF while parsing", backslash + 1).incomplete()
    }

    fn end_of_text(&mut self) -> Outcome {
        if !self.brackets.is_empty() {
            return Ok(());
        }
        self.newline();
        while self.indents.len() > 1 {
            self.indents.pop();
            self.push_layout(Token::Dedent);
        }
        Ok(())
    }

    fn not_a_token(&self, span: Span) -> SyntaxError {
        let position = span.start as usize;
        let character = self.source[position..].chars().next().unwrap_or('\0');
        if character == '\\' {
            if position + 1 == self.source.len() {
                return self.ended_after_backslash(position);
            }
            return error_at(
                "unexpected character after line continuation character",
                position + 1,
            );
        }
        identifiers::invalid_character(character, position)
    }

    // Strings.

    fn string(&mut self, opening: Span) -> Outcome {
        let start = opening.start as usize;
        let bytes = self.source.as_bytes();
        let quote = bytes[opening.end as usize - 1];
        let triple = is_triple(&self.source[start..opening.end as usize]);
        let mut position = opening.end as usize;
        loop {
            match bytes.get(position) {
                None => return Err(self.unterminated(start, position, quote, triple, "string")),
                Some(b'\\') => position += self.escape_length(position),
                Some(b'\n' | b'\r') if !triple => {
                    return Err(self.unterminated(start, position, quote, triple, "string"));
                }
                Some(byte) if *byte == quote => {
                    if !triple {
                        position += 1;
                        break;
                    }
                    if bytes[position..].iter().take(3).filter(|byte| **byte == quote).count() == 3
                    {
                        position += 3;
                        break;
                    }
                    position += 1;
                }
                Some(_) => position += 1,
            }
        }
        self.seek(position);
        self.push(Token::String, Span::new(start, position))
    }

    /// How many bytes a backslash takes with it: an escaped line end counts as one character.
    fn escape_length(&self, backslash: usize) -> usize {
        match &self.source.as_bytes()[backslash + 1..] {
            [] => 1,
            [b'\r', b'\n', ..] => 3,
            _ => 2,
        }
    }

    fn unterminated(
        &self,
        start: usize,
        detected: usize,
        quote: u8,
        triple: bool,
        what: &str,
    ) -> SyntaxError {
        if let Some(format) = self.formats.last()
            && what == "string"
            && format.quote == quote
            && format.triple == triple
        {
            return error_at("f-string: expecting '}'", start);
        }
        let text = &self.source[..detected];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let line = 1 + text.bytes().filter(|byte| *byte == b'\n').count();
        let kind = if triple { "triple-quoted " } else { "" };
        let error =
            error_at(format!("unterminated {kind}{what} literal (detected at line {line})"), start);
        if triple { error.incomplete() } else { error }
    }

    // f-strings.

    fn format_start(&mut self, span: Span) -> Outcome {
        if self.formats.len() >= MAX_FORMATS {
            return Err(error_at("too many nested f-strings", span.start as usize));
        }
        let text = &self.source[span.start as usize..span.end as usize];
        self.formats.push(Format {
            start: span.start,
            quote: text.as_bytes()[text.len() - 1],
            triple: is_triple(text),
            raw: text.contains(['r', 'R']),
            outer_brackets: self.brackets.len(),
        });
        self.push(Token::FormatStart, span)
    }

    /// Whether the innermost f-string is at a place for text, not inside a field's expression.
    fn in_format_text(&self) -> bool {
        let Some(format) = self.formats.last() else { return false };
        match self.brackets.get(format.outer_brackets..) {
            Some([.., field]) => field.place == BracketPlace::FieldSpecification,
            _ => true,
        }
    }

    /// Whether the innermost open bracket is a field of an f-string.
    fn in_field(&self) -> bool {
        self.brackets.last().is_some_and(|bracket| bracket.place == BracketPlace::Field)
    }

    /// Reads text of an f-string up to the next brace or its end.
    fn format_text(&mut self) -> Outcome {
        let Some(&Format { start, quote, triple, raw, outer_brackets }) = self.formats.last()
        else {
            return Ok(());
        };
        let bytes = self.source.as_bytes();
        let in_specification = self.brackets.len() > outer_brackets;
        let begin = self.lexer.span().end;
        let mut position = begin;
        let quotes = if triple { 3 } else { 1 };
        let token = if raw { Token::RawFormatText } else { Token::FormatText };
        let end = loop {
            let rest = &bytes[position..];
            match rest {
                [] if in_specification && !triple => break None,
                [] => {
                    return Err(self.unterminated(
                        start as usize,
                        position,
                        quote,
                        triple,
                        "f-string",
                    ));
                }
                [b'\n' | b'\r', ..] if !triple => {
                    if in_specification {
                        break None;
                    }
                    return Err(self.unterminated(
                        start as usize,
                        position,
                        quote,
                        triple,
                        "f-string",
                    ));
                }
                [b'\\', b'{' | b'}', ..] => {
                    if !raw {
                        let message = format!("invalid escape sequence '\\{}'", rest[1] as char);
                        let span = Span::new(position, position + 2);
                        self.output.warnings.push(SyntaxWarning { message, span });
                    }
                    position += 1;
                }
                [b'\\', b'N', b'{', ..] if !raw => {
                    position += 3;
                    while !matches!(bytes.get(position), None | Some(b'}' | b'\n' | b'\r'))
                        && bytes.get(position) != Some(&quote)
                    {
                        position += 1;
                    }
                    if bytes.get(position) == Some(&b'}') {
                        position += 1;
                    }
                }
                [b'\\', ..] => position += self.escape_length(position),
                [b'{', b'{', ..] | [b'}', b'}', ..] if !in_specification => position += 2,
                [b'{' | b'}', ..] => break Some(rest[0]),
                [byte, ..]
                    if *byte == quote
                        && rest.len() >= quotes
                        && rest[..quotes].iter().all(|byte| *byte == quote) =>
                {
                    break Some(quote);
                }
                _ => position += 1,
            }
        };
        let position = position.min(bytes.len());
        self.seek(position);
        if position > begin {
            self.push(token, Span::new(begin, position))?;
        }
        match end {
            Some(b'{') => {
                self.seek(position + 1);
                let span = Span::new(position, position + 1);
                self.open_bracket(Token::LeftBrace, span, BracketPlace::Field)?;
                self.check_specification_depth(outer_brackets, position)?;
            }
            Some(b'}') if in_specification => {
                self.seek(position + 1);
                self.close_bracket(Token::RightBrace, Span::new(position, position + 1))?;
            }
            Some(b'}') => return Err(error_at("f-string: single '}' is not allowed", position)),
            Some(_) => {
                // An open field stays open, as in CPython: the parser refuses it.
                self.formats.pop();
                self.seek(position + quotes);
                return self.push(Token::FormatEnd, Span::new(position, position + quotes));
            }
            None => {
                // A line end closes the text of a specification; only `}` may follow.
                if let Some(field) = self.brackets.last_mut() {
                    field.place = BracketPlace::Field;
                }
            }
        }
        Ok(())
    }

    /// A field in a specification in a specification is as deep as CPython goes.
    fn check_specification_depth(&self, outer_brackets: usize, position: usize) -> Outcome {
        let specifications = self.brackets[outer_brackets..]
            .iter()
            .filter(|bracket| bracket.place == BracketPlace::FieldSpecification)
            .count();
        if specifications > 2 {
            return Err(error_at("f-string: expressions nested too deeply", position - 1));
        }
        Ok(())
    }

    // Brackets.

    fn open_bracket(&mut self, token: Token, span: Span, place: BracketPlace) -> Outcome {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(error_at("too many nested parentheses", span.start as usize));
        }
        let character = match token {
            Token::LeftParenthesis => '(',
            Token::LeftBracket => '[',
            _ => '{',
        };
        self.push(token, span)?;
        self.brackets.push(Bracket { character, position: span.start, place });
        Ok(())
    }

    fn close_bracket(&mut self, token: Token, span: Span) -> Outcome {
        let (opening, closing) = match token {
            Token::RightParenthesis => ('(', ')'),
            Token::RightBracket => ('[', ']'),
            _ => ('{', '}'),
        };
        let position = span.start as usize;
        let Some(open) = self.brackets.last().copied() else {
            return Err(error_at(format!("unmatched '{closing}'"), position));
        };
        if open.character != opening {
            if open.place == BracketPlace::Field {
                return Err(error_at(format!("f-string: unmatched '{closing}'"), position));
            }
            let mut message = format!(
                "closing parenthesis '{closing}' does not match opening parenthesis '{}'",
                open.character
            );
            let between = &self.source.as_bytes()[open.position as usize..position];
            if between.contains(&b'\n') {
                let before = &self.source.as_bytes()[..open.position as usize];
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                message.push_str(&format!(" on line {line}"));
            }
            return Err(error_at(message, position));
        }
        self.brackets.pop();
        self.push(token, span)
    }
}
