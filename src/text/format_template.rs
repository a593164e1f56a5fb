//! Templates of `str.format`: `'{0.name!r:>{width}}'` as literals and replacement fields.

use super::TextError;
use super::classify::decimal_value;
use super::format_spec::append_digit;
use ouro_grammar::surrogate::to_code_point;

/// A literal text and the replacement field behind it, if one follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub literal: &'a str,
    pub field: Option<Field<'a>>,
}

/// A replacement field, not yet looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What stands before `!` and `:`, such as `0.name[3]`.
    pub name: &'a str,
    pub conversion: Option<char>,
    pub spec: &'a str,
    /// Whether the specification holds fields itself.
    pub spec_has_fields: bool,
}

/// Reads a template piece by piece.
pub struct Template<'a> {
    rest: &'a str,
}

impl<'a> Template<'a> {
    /// A reader at the start of `text`.
    pub fn new(text: &'a str) -> Self {
        Template { rest: text }
    }

    /// What has not been read yet.
    pub fn rest(&self) -> &'a str {
        self.rest
    }

    fn take(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn piece(&mut self) -> Result<Piece<'a>, TextError> {
        let text = self.rest;
        let Some(at) = memchr::memchr2(b'{', b'}', text.as_bytes()) else {
            self.rest = "";
            return Ok(Piece { literal: text, field: None });
        };
        let brace = text.as_bytes()[at];
        self.rest = &text[at + 1..];
        if self.rest.as_bytes().first() == Some(&brace) {
            // A doubled brace: the first of the two belongs to the literal.
            self.rest = &self.rest[1..];
            return Ok(Piece { literal: &text[..=at], field: None });
        }
        if brace == b'}' {
            return Err(TextError::value("Single '}' encountered in format string"));
        }
        if self.rest.is_empty() {
            return Err(TextError::value("Single '{' encountered in format string"));
        }
        Ok(Piece { literal: &text[..at], field: Some(self.field()?) })
    }

    fn field(&mut self) -> Result<Field<'a>, TextError> {
        let start = self.rest;
        let end = loop {
            match self.take() {
                None => return Err(TextError::value("expected '}' before end of string")),
                Some('{') => return Err(TextError::value("unexpected '{' in field name")),
                Some('[') => {
                    // Up to the closing bracket, which is read next, everything is part of it.
                    let close = self.rest.find(']').unwrap_or(self.rest.len());
                    self.rest = &self.rest[close..];
                }
                Some(end @ ('}' | ':' | '!')) => break end,
                Some(_) => {}
            }
        };
        let name = &start[..start.len() - self.rest.len() - 1];
        let mut field = Field { name, conversion: None, spec: "", spec_has_fields: false };
        if end == '}' {
            return Ok(field);
        }
        if end == '!' {
            field.conversion = Some(self.take().ok_or_else(|| {
                TextError::value("end of string while looking for conversion specifier")
            })?);
            match self.take() {
                Some('}') => return Ok(field),
                Some(':') => {}
                Some(_) => {
                    let message = "expected ':' after conversion specifier";
                    return Err(TextError::value(message));
                }
                None => return Err(TextError::value("unmatched '{' in format spec")),
            }
        }
        let start = self.rest;
        let mut depth = 1;
        while let Some(c) = self.take() {
            match c {
                '{' => {
                    field.spec_has_fields = true;
                    depth += 1;
                }
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = &start[..start.len() - self.rest.len() - 1];
                return Ok(field);
            }
        }
        Err(TextError::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>, TextError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() { None } else { Some(self.piece()) }
    }
}

/// What a field's name begins with: which argument is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    Position(usize),
    Keyword(&'a str),
}

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    Attribute(&'a str),
    Index(usize),
    Key(&'a str),
}

/// Numbers the fields without a name, and sees that no template mixes both kinds of numbering.
#[derive(Clone, Debug, Default)]
pub struct FieldNumbering {
    next: usize,
    manual: Option<bool>,
}

impl FieldNumbering {
    /// The argument that the first part of a field's name stands for.
    pub fn argument<'a>(&mut self, first: &'a str) -> Result<Argument<'a>, TextError> {
        let number = integer(first)?;
        if number.is_none() && !first.is_empty() {
            return Ok(Argument::Keyword(first));
        }
        match (self.manual, number.is_some()) {
            (Some(true), false) => {
                return Err(TextError::value(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            (Some(false), true) => {
                return Err(TextError::value(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
            (_, manual) => self.manual = Some(manual),
        }
        Ok(Argument::Position(number.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        })))
    }
}

/// Divides a field's name into its first part and the look-ups that follow.
pub fn split_name(name: &str) -> (&str, Steps<'_>) {
    let (first, rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
    (first, Steps { rest })
}

/// The look-ups of a field's name, one after the other.
pub struct Steps<'a> {
    rest: &'a str,
}

impl<'a> Steps<'a> {
    /// The look-ups that a text consists of.
    pub fn new(text: &'a str) -> Self {
        Steps { rest: text }
    }

    /// What has not been read yet.
    pub fn rest(&self) -> &'a str {
        self.rest
    }

    fn step(&mut self) -> Result<Step<'a>, TextError> {
        let step = if let Some(rest) = self.rest.strip_prefix('.') {
            let (name, rest) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
            self.rest = rest;
            Step::Attribute(name)
        } else if let Some(rest) = self.rest.strip_prefix('[') {
            let (key, rest) = rest
                .split_once(']')
                .ok_or_else(|| TextError::value("Missing ']' in format string"))?;
            self.rest = rest;
            integer(key)?.map_or(Step::Key(key), Step::Index)
        } else {
            let message = "Only '.' or '[' may follow ']' in format field specifier";
            return Err(TextError::value(message));
        };
        if matches!(step, Step::Attribute("") | Step::Key("")) {
            return Err(TextError::value("Empty attribute in format string"));
        }
        Ok(step)
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Result<Step<'a>, TextError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() { None } else { Some(self.step()) }
    }
}

/// The position that the first part of a field's name gives, if it gives one.
pub fn first_argument(first: &str) -> Result<Option<usize>, TextError> {
    integer(first)
}

/// The number that a part of a field's name is, if it is one.
fn integer(text: &str) -> Result<Option<usize>, TextError> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut number = 0;
    for c in text.chars() {
        match decimal_value(c) {
            Some(digit) => number = append_digit(number, digit)?,
            None => return Ok(None),
        }
    }
    Ok(Some(number))
}

/// The error for a conversion other than `r`, `s` and `a`.
pub fn unknown_conversion(conversion: char) -> TextError {
    TextError::value(match conversion {
        '!'..='~' => format!("Unknown conversion specifier {conversion}"),
        _ => format!("Unknown conversion specifier \\x{:x}", to_code_point(conversion)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Template::new(text).find_map(Result::err).unwrap().message
    }

    #[test]
    fn pieces() {
        let pieces: Vec<Piece> =
            Template::new("{{é}} {a[}:!]!r:>{w}}.").map(Result::unwrap).collect();
        let literals: Vec<&str> = pieces.iter().map(|piece| piece.literal).collect();
        assert_eq!(literals, ["{", "é}", " ", "."]);
        let field =
            Field { name: "a[}:!]", conversion: Some('r'), spec: ">{w}", spec_has_fields: true };
        assert_eq!(pieces[2].field, Some(field));
    }

    #[test]
    fn broken_templates() {
        for (text, message) in [
            ("}", "Single '}' encountered in format string"),
            ("a{", "Single '{' encountered in format string"),
            ("{a", "expected '}' before end of string"),
            ("{a{b}}", "unexpected '{' in field name"),
            ("{a!", "end of string while looking for conversion specifier"),
            ("{a!r", "unmatched '{' in format spec"),
            ("{a!rx}", "expected ':' after conversion specifier"),
            ("{a:{b}", "unmatched '{' in format spec"),
        ] {
            assert_eq!(error(text), message, "{text}");
        }
    }

    #[test]
    fn names() {
        let (first, steps) = split_name("0.a[1][b].c");
        assert_eq!(first, "0");
        let steps: Vec<Step> = steps.map(Result::unwrap).collect();
        let expected = [Step::Attribute("a"), Step::Index(1), Step::Key("b"), Step::Attribute("c")];
        assert_eq!(steps, expected);
        let broken = |name| split_name(name).1.find_map(Result::err).unwrap().message;
        assert_eq!(broken("a["), "Missing ']' in format string");
        assert_eq!(broken("a[]"), "Empty attribute in format string");
        assert_eq!(broken("a[0]x"), "Only '.' or '[' may follow ']' in format field specifier");
    }

    #[test]
    fn numbering() {
        let mut numbering = FieldNumbering::default();
        assert_eq!(numbering.argument(""), Ok(Argument::Position(0)));
        assert_eq!(numbering.argument("x"), Ok(Argument::Keyword("x")));
        assert_eq!(numbering.argument(""), Ok(Argument::Position(1)));
        let switched = numbering.argument("0").unwrap_err().message;
        assert!(switched.starts_with("cannot switch from automatic"));
    }
}
