//! Formatting with `%`: the fields of a template such as `'%-10s|%(ratio)5.1f'`, and texts and
//! numbers laid out by them.
//!
//! Finding the values is left to the caller, who has to do it while the template is read, as the
//! errors of both come in that order. The templates of `bytes` are read as Latin-1.

use super::TextError;
use super::error::push_repeated;
use super::float_text::{FloatKind, FloatStyle, layout};
use super::format_spec::first_chars;
use super::int_text::{IntRef, decimal, prefix};
use ouro_grammar::surrogate::to_code_point;

/// The key of a field, `name` in `%(name)s`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    None,
    Name(&'a str),
    /// The closing parenthesis is missing.
    Unterminated,
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    None,
    Given(usize),
    /// `*`: the next argument.
    Argument,
    /// More than the template may say.
    TooBig,
}

/// One field of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    pub key: Key<'a>,
    /// The flag `-`.
    pub left: bool,
    /// The flag `+`.
    pub plus: bool,
    /// The flag of a space.
    pub blank: bool,
    /// The flag `#`.
    pub alternate: bool,
    /// The flag `0`.
    pub zero: bool,
    pub width: Size,
    pub precision: Size,
    /// The conversion character; `None` where the template ends before it.
    pub conversion: Option<char>,
    /// Where the conversion stands in the template, in bytes.
    pub offset: usize,
}

impl Field<'_> {
    /// One that says nothing but its conversion.
    pub fn plain(conversion: u8) -> Self {
        Field {
            key: Key::None,
            left: false,
            plus: false,
            blank: false,
            alternate: false,
            zero: false,
            width: Size::None,
            precision: Size::None,
            conversion: Some(char::from(conversion)),
            offset: 0,
        }
    }
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Literal(&'a str),
    /// A field that says nothing but its conversion: `s`, `r` or `d`.
    Plain(u8),
    Field(Field<'a>),
}

/// Reads a template piece by piece; `%%` arrives as the literal `%`.
pub struct Template<'a> {
    text: &'a str,
    /// Where in `text` the next piece begins, in bytes.
    at: usize,
}

impl<'a> Template<'a> {
    /// A reader at the start of `text`.
    pub fn new(text: &'a str) -> Self {
        Template { text, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// The text in parentheses that follows, which may hold further pairs of them.
    fn key(&mut self) -> Key<'a> {
        if !self.take(b'(') {
            return Key::None;
        }
        let start = self.at;
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Key::Name(&self.text[start..self.at - 1]);
            }
        }
        Key::Unterminated
    }

    /// A number up to `limit`, or `*`.
    fn size(&mut self, limit: usize) -> Size {
        if self.take(b'*') {
            return Size::Argument;
        }
        let mut size = Size::None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let digit = usize::from(digit - b'0');
            let number = match size {
                Size::Given(number) => number,
                _ => 0,
            };
            if number > (limit - digit) / 10 {
                return Size::TooBig;
            }
            size = Size::Given(number * 10 + digit);
            self.at += 1;
        }
        size
    }

    fn field(&mut self) -> Field<'a> {
        let mut field = Field { key: self.key(), conversion: None, ..Field::plain(0) };
        loop {
            match self.peek() {
                Some(b'-') => field.left = true,
                Some(b'+') => field.plus = true,
                Some(b' ') => field.blank = true,
                Some(b'#') => field.alternate = true,
                Some(b'0') => field.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        field.width = self.size(isize::MAX as usize);
        if field.width != Size::TooBig && self.take(b'.') {
            field.precision = match self.size(i32::MAX as usize) {
                Size::None => Size::Given(0),
                given => given,
            };
        }
        if let Some(b'h' | b'l' | b'L') = self.peek() {
            self.at += 1;
        }
        field.offset = self.at;
        field.conversion = self.text[self.at..].chars().next();
        self.at += field.conversion.map_or(0, char::len_utf8);
        field
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        // Literals are short: making a search ready would take longer than the search.
        let Some(literal) = rest.bytes().position(|byte| byte == b'%') else {
            self.at = self.text.len();
            return Some(Piece::Literal(rest));
        };
        if literal > 0 {
            self.at += literal;
            return Some(Piece::Literal(&rest[..literal]));
        }
        self.at += 1;
        if self.take(b'%') {
            return Some(Piece::Literal("%"));
        }
        if let Some(conversion @ (b's' | b'r' | b'd')) = self.peek() {
            self.at += 1;
            return Some(Piece::Plain(conversion));
        }
        Some(Piece::Field(self.field()))
    }
}

/// A field whose width and precision are known.
#[derive(Clone, Debug)]
pub struct Layout {
    pub left: bool,
    pub plus: bool,
    pub blank: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub precision: Option<usize>,
    pub conversion: char,
}

impl Layout {
    /// `text` for the conversions `s`, `r` and `a`: cut to the precision and padded with spaces.
    pub fn text(&self, text: &str) -> Result<String, TextError> {
        self.padded("", "", first_chars(text, self.precision), ' ')
    }

    /// `text` for the conversion `c`: padded with spaces.
    pub fn character(&self, text: &str) -> Result<String, TextError> {
        self.padded("", "", text, ' ')
    }

    /// An integer for the conversions `d`, `i`, `u`, `o`, `x` and `X`.
    pub fn int(&self, value: IntRef, digit_limit: usize) -> Result<String, TextError> {
        let (radix, prefix) = match self.conversion {
            'o' => (8, prefix(8)),
            'x' => (16, prefix(16)),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let unpadded = match (radix, value) {
            (10, IntRef::Big(_)) => {
                decimal(value, digit_limit)?.trim_start_matches('-').to_string()
            }
            _ => value.magnitude_digits(radix),
        };
        let mut digits = String::new();
        let zeros = self.precision.unwrap_or(0).saturating_sub(unpadded.len());
        push_repeated(&mut digits, '0', zeros)?;
        digits.push_str(&unpadded);
        if self.conversion == 'X' {
            digits.make_ascii_uppercase();
        }
        let prefix = if self.alternate { prefix } else { "" };
        self.padded(self.sign(value.is_negative()), prefix, &digits, self.number_fill())
    }

    /// A float for the conversions `e`, `E`, `f`, `F`, `g` and `G`.
    pub fn float(&self, value: f64) -> Result<String, TextError> {
        let kind = match self.conversion.to_ascii_lowercase() {
            'e' => FloatKind::Exponent,
            'f' => FloatKind::Fixed,
            _ => FloatKind::General,
        };
        let style = FloatStyle {
            upper: self.conversion.is_ascii_uppercase(),
            alternate: self.alternate,
            ..FloatStyle::new(kind, self.precision.unwrap_or(6))
        };
        let text = layout(value, &style)?;
        if text.len() >= self.width && !self.plus && !self.blank {
            return Ok(text);
        }
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (self.sign(true), digits),
            None => (self.sign(false), text.as_str()),
        };
        self.padded(sign, "", digits, self.number_fill())
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.blank) {
            (true, _, _) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }

    fn number_fill(&self) -> char {
        if self.zero && !self.left { '0' } else { ' ' }
    }

    fn padded(
        &self,
        sign: &str,
        prefix: &str,
        text: &str,
        fill: char,
    ) -> Result<String, TextError> {
        let length = if text.is_ascii() { text.len() } else { text.chars().count() };
        let missing = self.width.saturating_sub(length + sign.len() + prefix.len());
        let mut out = String::with_capacity(text.len());
        if !self.left && fill == ' ' {
            push_repeated(&mut out, ' ', missing)?;
        }
        out.push_str(sign);
        out.push_str(prefix);
        if !self.left && fill == '0' {
            push_repeated(&mut out, '0', missing)?;
        }
        out.push_str(text);
        if self.left {
            push_repeated(&mut out, ' ', missing)?;
        }
        Ok(out)
    }
}

/// The error for a conversion character that does not exist; it stands behind `before`.
pub fn unsupported_character(conversion: char, before: &str) -> TextError {
    let index = before.chars().count();
    let shown = if (' '..='~').contains(&conversion) { conversion } else { '?' };
    let code = to_code_point(conversion);
    TextError::value(format!(
        "unsupported format character '{shown}' (0x{code:x}) at index {index}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only_field(text: &str) -> Field<'_> {
        match Template::new(text).next() {
            Some(Piece::Field(field)) => field,
            other => panic!("no field but {other:?}"),
        }
    }

    fn layout_of(text: &str) -> Layout {
        let field = only_field(text);
        let number = |size| match size {
            Size::Given(number) => Some(number),
            _ => None,
        };
        Layout {
            left: field.left,
            plus: field.plus,
            blank: field.blank,
            alternate: field.alternate,
            zero: field.zero,
            width: number(field.width).unwrap_or(0),
            precision: number(field.precision),
            conversion: field.conversion.unwrap(),
        }
    }

    #[test]
    fn plain_fields() {
        let pieces: Vec<Piece> = Template::new("%s: %d%r").collect();
        let expected =
            [Piece::Plain(b's'), Piece::Literal(": "), Piece::Plain(b'd'), Piece::Plain(b'r')];
        assert_eq!(pieces, expected);
        assert_eq!(only_field("%x").conversion, Some('x'));
    }

    #[test]
    fn pieces() {
        let pieces: Vec<Piece> = Template::new("é 100%% of %(a(b))s").collect();
        assert_eq!(pieces[..3], ["é 100", "%", " of "].map(Piece::Literal));
        assert!(matches!(&pieces[3], Piece::Field(Field { key: Key::Name("a(b)"), .. })));
    }

    #[test]
    fn broken_fields() {
        assert_eq!(only_field("%(a").key, Key::Unterminated);
        assert_eq!(only_field("%5").conversion, None);
        assert_eq!(only_field("%99999999999999999999d").width, Size::TooBig);
        assert_eq!(only_field("%.2147483648d").precision, Size::TooBig);
        let field = only_field("%*.*hd");
        assert_eq!((field.width, field.precision), (Size::Argument, Size::Argument));
        assert_eq!((field.conversion, field.offset), (Some('d'), 5));
    }

    #[test]
    fn numbers() {
        let int = |template, value| layout_of(template).int(IntRef::Small(value), 4300).unwrap();
        assert_eq!(int("%#08x", -255), "-0x000ff");
        assert_eq!(int("%05.3d", 7), "00007");
        assert_eq!(int("%-05d", 7), "7    ");
        assert_eq!(int("%#.3o", 8), "0o010");
        assert_eq!(int("%+ d", 5), "+5");
        let float = |template, value| layout_of(template).float(value).unwrap();
        assert_eq!(float("%06.1f", -2.25), "-002.2");
        assert_eq!(float("%+F", f64::NAN), "+NAN");
        assert_eq!(float("%#g", 1.0), "1.00000");
        assert_eq!(layout_of("%5.2s").text("añb").unwrap(), "   añ");
    }

    #[test]
    fn unsupported() {
        let message = unsupported_character('y', "%").message;
        assert_eq!(message, "unsupported format character 'y' (0x79) at index 1");
    }
}
