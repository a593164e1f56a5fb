//! Reading a pattern or template: characters, with a backslash and what it escapes as one.

use super::RegexError;
use ouro_grammar::surrogate;

/// One character, or a backslash with the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Plain(u32),
    Escape(u32),
}

impl Token {
    /// How many characters it is written with.
    pub fn width(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// As it is written.
    pub fn text(self) -> String {
        match self {
            Token::Plain(c) => text_of(&[c]),
            Token::Escape(c) => format!("\\{}", text_of(&[c])),
        }
    }
}

/// Code points as text.
pub fn text_of(code_points: &[u32]) -> String {
    code_points.iter().filter_map(|&c| surrogate::from_code_point(c)).collect()
}

pub struct Tokens<'a> {
    characters: &'a [u32],
    /// Text, not bytes.
    pub is_text: bool,
    index: usize,
    next: Option<Token>,
}

impl<'a> Tokens<'a> {
    pub fn new(characters: &'a [u32], is_text: bool) -> Result<Tokens<'a>, RegexError> {
        let mut tokens = Tokens { characters, is_text, index: 0, next: None };
        tokens.advance()?;
        Ok(tokens)
    }

    fn advance(&mut self) -> Result<(), RegexError> {
        let Some(&c) = self.characters.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        self.index += 1;
        if c != u32::from('\\') {
            self.next = Some(Token::Plain(c));
            return Ok(());
        }
        let Some(&escaped) = self.characters.get(self.index) else {
            let place = self.characters.len() - 1;
            return Err(RegexError::at("bad escape (end of pattern)", place));
        };
        self.index += 1;
        self.next = Some(Token::Escape(escaped));
        Ok(())
    }

    pub fn peek(&self) -> Option<Token> {
        self.next
    }

    pub fn take(&mut self) -> Result<Option<Token>, RegexError> {
        let this = self.next;
        self.advance()?;
        Ok(this)
    }

    /// The next token if it is this plain character.
    pub fn accept(&mut self, c: char) -> Result<bool, RegexError> {
        if self.is_next(c) {
            self.advance()?;
            return Ok(true);
        }
        Ok(false)
    }

    pub fn is_next(&self, c: char) -> bool {
        self.next == Some(Token::Plain(u32::from(c)))
    }

    /// Up to `count` plain characters of a kind.
    pub fn take_while(
        &mut self,
        count: usize,
        belongs: impl Fn(char) -> bool,
    ) -> Result<String, RegexError> {
        let mut text = String::new();
        for _ in 0..count {
            match self.next {
                Some(Token::Plain(c)) if char::from_u32(c).is_some_and(&belongs) => {
                    text.extend(char::from_u32(c));
                    self.advance()?;
                }
                _ => break,
            }
        }
        Ok(text)
    }

    /// All up to a terminator, which is consumed.
    pub fn until(&mut self, terminator: char, name: &str) -> Result<String, RegexError> {
        let mut text = String::new();
        let mut length = 0;
        loop {
            match self.take()? {
                None if length == 0 => return Err(self.error(format!("missing {name}"), 0)),
                None => {
                    let message = format!("missing {terminator}, unterminated name");
                    return Err(self.error(message, length));
                }
                Some(Token::Plain(c)) if c == u32::from(terminator) => {
                    if length == 0 {
                        return Err(self.error(format!("missing {name}"), 1));
                    }
                    return Ok(text);
                }
                Some(token) => {
                    text.push_str(&token.text());
                    length += token.width();
                }
            }
        }
    }

    /// Where the next token begins.
    pub fn position(&self) -> usize {
        self.index - self.next.map_or(0, Token::width)
    }

    /// Goes back to a place where a token began.
    pub fn seek(&mut self, position: usize) -> Result<(), RegexError> {
        self.index = position;
        self.advance()
    }

    /// An error so many characters before the next token.
    pub fn error(&self, message: impl Into<String>, back: usize) -> RegexError {
        let mut message = message.into();
        if !self.is_text {
            message = message
                .chars()
                .map(|c| match c as u32 {
                    0..=127 => c.to_string(),
                    code @ 128..=255 => format!("\\x{code:02x}"),
                    code => format!("\\u{code:04x}"),
                })
                .collect();
        }
        RegexError::at(message, self.position().saturating_sub(back))
    }

    /// Checks that a text can be the name of a group.
    pub fn check_group_name(&self, name: &str, offset: usize) -> Result<(), RegexError> {
        let length = name.chars().count() + offset;
        let is_name = crate::text::classify::is_identifier(name);
        if (self.is_text || name.is_ascii()) && is_name {
            return Ok(());
        }
        Err(self.error(format!("bad character in group name {}", quoted(name)), length))
    }
}

/// A text as `repr` shows it.
pub fn quoted(text: &str) -> String {
    crate::text::escapes::repr_str(text)
}

/// A text of nothing but the ten ASCII digits.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The characters that stand behind a backslash for control characters.
pub fn control_escape(c: u32) -> Option<u32> {
    Some(match char::from_u32(c)? {
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => 92,
        _ => return None,
    })
}

pub fn is_octal(c: char) -> bool {
    c.is_digit(8)
}

pub fn is_ascii_letter(c: u32) -> bool {
    char::from_u32(c).is_some_and(|c| c.is_ascii_alphabetic())
}
