//! The format mini-language, `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`:
//! what stands after the colon in f-strings and in `format(value, spec)`; and the formatting of
//! strings by it. Numbers are formatted in `format_number`.

use super::TextError;
use super::classify::decimal_value;
use super::error::push_repeated;
use ouro_grammar::surrogate::to_code_point;

/// Where a text stands in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Right,
    Center,
    /// Padding goes between the sign and the digits.
    AfterSign,
}

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    pub fill: char,
    pub align: Alignment,
    /// `+`, `-` or a space where one is given.
    pub sign: Option<char>,
    /// The option `z`: no minus sign before a float that shows as zero.
    pub no_negative_zero: bool,
    /// The option `#`.
    pub alternate: bool,
    pub width: Option<usize>,
    /// `,` or `_` between groups of digits.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The presentation type where one is given.
    pub kind: Option<char>,
}

/// Which type's rules a specification is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Str,
    Int,
    Float,
}

fn alignment(c: char) -> Option<Alignment> {
    match c {
        '<' => Some(Alignment::Left),
        '>' => Some(Alignment::Right),
        '^' => Some(Alignment::Center),
        '=' => Some(Alignment::AfterSign),
        _ => None,
    }
}

/// The characters of a specification, read from left to right.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, wanted: char) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn take_if<T>(&mut self, choose: impl Fn(char) -> Option<T>) -> Option<T> {
        let c = self.rest.chars().next()?;
        let chosen = choose(c)?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(chosen)
    }

    fn number(&mut self) -> Result<Option<usize>, TextError> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.take_if(decimal_value) {
            number = Some(append_digit(number.unwrap_or(0), digit)?);
        }
        Ok(number)
    }
}

/// `number * 10 + digit`, as long as it fits the size of a Python object.
pub fn append_digit(number: usize, digit: u32) -> Result<usize, TextError> {
    number
        .checked_mul(10)
        .and_then(|number| number.checked_add(digit as usize))
        .filter(|number| isize::try_from(*number).is_ok())
        .ok_or_else(|| TextError::value("Too many decimal digits in format string"))
}

impl FormatSpec {
    /// Reads `spec` for a value of type `type_name`.
    pub fn parse(spec: &str, target: Target, type_name: &str) -> Result<Self, TextError> {
        let mut reader = Reader { rest: spec };
        let mut chars = spec.chars();
        let (first, second) = (chars.next(), chars.next());
        let default_align = if target == Target::Str { Alignment::Left } else { Alignment::Right };
        let (mut fill, mut align) = (None, None);
        if let (Some(first), Some(chosen)) = (first, second.and_then(alignment)) {
            (fill, align) = (Some(first), Some(chosen));
            reader.rest = chars.as_str();
        } else if let Some(chosen) = reader.take_if(alignment) {
            align = Some(chosen);
        }
        let sign = reader.take_if(|c| matches!(c, '+' | '-' | ' ').then_some(c));
        let no_negative_zero = reader.take('z');
        let alternate = reader.take('#');
        if fill.is_none() && reader.take('0') {
            fill = Some('0');
            if default_align == Alignment::Right {
                align = align.or(Some(Alignment::AfterSign));
            }
        }
        let width = reader.number()?;
        let grouping = reader.take_if(|c| matches!(c, ',' | '_').then_some(c));
        if grouping
            .is_some_and(|first| reader.rest.starts_with(if first == ',' { '_' } else { ',' }))
        {
            return Err(TextError::value("Cannot specify both ',' and '_'."));
        }
        let mut precision = None;
        if reader.take('.') {
            precision = reader.number()?;
            if precision.is_none() {
                return Err(TextError::value("Format specifier missing precision"));
            }
        }
        let mut rest = reader.rest.chars();
        let kind = rest.next();
        if rest.next().is_some() {
            return Err(TextError::value(format!(
                "Invalid format specifier '{spec}' for object of type '{type_name}'"
            )));
        }
        check_grouping(grouping, kind, target)?;
        Ok(FormatSpec {
            fill: fill.unwrap_or(' '),
            align: align.unwrap_or(default_align),
            sign,
            no_negative_zero,
            alternate,
            width,
            grouping,
            precision,
            kind,
        })
    }
}

fn check_grouping(
    grouping: Option<char>,
    kind: Option<char>,
    target: Target,
) -> Result<(), TextError> {
    let Some(separator) = grouping else { return Ok(()) };
    let kind = match (kind, target) {
        (Some(kind), _) => kind,
        (None, Target::Str) => 's',
        (None, _) => return Ok(()),
    };
    match kind {
        'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => Ok(()),
        'b' | 'o' | 'x' | 'X' if separator == '_' => Ok(()),
        '!'..='\x7f' => {
            Err(TextError::value(format!("Cannot specify '{separator}' with '{kind}'.")))
        }
        _ => Err(TextError::value(format!(
            "Cannot specify '{separator}' with '\\x{:x}'.",
            to_code_point(kind)
        ))),
    }
}

/// The error for a presentation type that `type_name` does not have.
pub fn unknown_format_code(kind: char, type_name: &str) -> TextError {
    TextError::value(match kind {
        '!'..='\x7f' => {
            format!("Unknown format code '{kind}' for object of type '{type_name}'")
        }
        _ => format!(
            "Unknown format code '\\x{:x}' for object of type '{type_name}'",
            to_code_point(kind)
        ),
    })
}

/// `format(text, spec)` for a string whose type is called `type_name`.
pub fn format_str(text: &str, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(text.to_string());
    }
    let spec = FormatSpec::parse(spec, Target::Str, type_name)?;
    if let Some(kind) = spec.kind
        && kind != 's'
    {
        return Err(unknown_format_code(kind, type_name));
    }
    let refused = match spec.sign {
        Some(' ') => Some("Space not allowed in string format specifier"),
        Some(_) => Some("Sign not allowed in string format specifier"),
        None if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        None if spec.alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.align == Alignment::AfterSign => {
            Some("'=' alignment not allowed in string format specifier")
        }
        None => None,
    };
    match refused {
        Some(message) => Err(TextError::value(message)),
        None => pad(first_chars(text, spec.precision), &spec),
    }
}

/// The first `limit` characters of `text`.
pub fn first_chars(text: &str, limit: Option<usize>) -> &str {
    match limit {
        Some(limit) if limit < text.len() => {
            text.char_indices().nth(limit).map_or(text, |(end, _)| &text[..end])
        }
        _ => text,
    }
}

/// `text` in a field of the specification's width.
pub fn pad(text: &str, spec: &FormatSpec) -> Result<String, TextError> {
    let length = if text.is_ascii() { text.len() } else { text.chars().count() };
    let missing = spec.width.unwrap_or(0).saturating_sub(length);
    let left = match spec.align {
        Alignment::Left => 0,
        Alignment::Right | Alignment::AfterSign => missing,
        Alignment::Center => missing / 2,
    };
    let mut out = String::with_capacity(text.len());
    push_repeated(&mut out, spec.fill, left)?;
    out.push_str(text);
    push_repeated(&mut out, spec.fill, missing - left)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str, spec: &str) -> String {
        format_str(text, spec, "str").unwrap_err().message
    }

    #[test]
    fn strings() {
        assert_eq!(format_str("añb", "*^7.2", "str").unwrap(), "**añ***");
        assert_eq!(format_str("ab", "05", "str").unwrap(), "ab000");
        assert_eq!(format_str("ab", "é>4s", "str").unwrap(), "ééab");
        assert_eq!(format_str("ab", "", "str").unwrap(), "ab");
    }

    #[test]
    fn refusals() {
        let invalid = "Invalid format specifier '5xx' for object of type 'str'";
        assert_eq!(message("a", "5xx"), invalid);
        assert_eq!(message("a", "d"), "Unknown format code 'd' for object of type 'str'");
        assert_eq!(message("a", "é"), "Unknown format code '\\xe9' for object of type 'str'");
        assert_eq!(message("a", ",_"), "Cannot specify both ',' and '_'.");
        assert_eq!(message("a", ","), "Cannot specify ',' with 's'.");
        assert_eq!(message("a", "."), "Format specifier missing precision");
        assert_eq!(message("a", "=5"), "'=' alignment not allowed in string format specifier");
        let digits = "Too many decimal digits in format string";
        assert_eq!(message("a", "99999999999999999999"), digits);
        assert_eq!(format_str("a", "999999999999999999", "str"), Err(TextError::memory()));
    }
}
