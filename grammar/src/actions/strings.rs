//! String literals and f-strings.

use super::{Outcome, at, fail, refuse};
use crate::ast::*;
use crate::builder::Builder;
use crate::error::{AT_PARSER, SyntaxError};
use crate::span::Span;
use crate::strings::{self, StringValue};

/// One of several adjacent literals.
pub enum StringPiece {
    Literal(Span),
    Format(Vec<FormatPart>),
}

/// Joins adjacent literals to one expression.
pub fn join(
    builder: &mut Builder,
    l: u32,
    r: u32,
    pieces: Vec<StringPiece>,
) -> Outcome<Expression> {
    let kind = match join_pieces(builder, pieces) {
        Ok(kind) => kind,
        Err(error) => return fail(error),
    };
    Ok(Expression { span: at(l, r), kind })
}

fn join_pieces(
    builder: &mut Builder,
    pieces: Vec<StringPiece>,
) -> Result<ExpressionKind, SyntaxError> {
    let is_bytes = |builder: &Builder, piece: &StringPiece| match piece {
        StringPiece::Literal(span) => {
            let text = builder.text(*span);
            let prefix = text.find(['"', '\'']).unwrap_or(0);
            text[..prefix].contains(['b', 'B'])
        }
        StringPiece::Format(..) => false,
    };
    let bytes_count = pieces.iter().filter(|piece| is_bytes(builder, piece)).count();
    if bytes_count > 0 && bytes_count < pieces.len() {
        // Reported where the parser has come to.
        let message = "cannot mix bytes and nonbytes literals";
        return Err(SyntaxError::new(message, AT_PARSER));
    }
    if bytes_count > 0 {
        let mut value = Vec::new();
        for piece in pieces {
            if let StringPiece::Literal(span) = piece
                && let StringValue::Bytes(bytes) = strings::evaluate(builder, span)?
            {
                value.extend(bytes);
            }
        }
        return Ok(ExpressionKind::Constant(Constant::Bytes(value.into())));
    }
    let is_format = pieces.iter().any(|piece| matches!(piece, StringPiece::Format(..)));
    if !is_format {
        let mut value = String::new();
        for piece in pieces {
            if let StringPiece::Literal(span) = piece
                && let StringValue::Text(text) = strings::evaluate(builder, span)?
            {
                value.push_str(&text);
            }
        }
        return Ok(ExpressionKind::Constant(Constant::Str(value.into())));
    }
    let mut joined = Joined::default();
    for piece in pieces {
        match piece {
            StringPiece::Literal(span) => {
                if let StringValue::Text(text) = strings::evaluate(builder, span)? {
                    joined.push_text(&text, span);
                }
            }
            StringPiece::Format(parts) => {
                for part in parts {
                    match part {
                        FormatPart::Literal { text, span } => joined.push_text(&text, span),
                        field => joined.push_field(field),
                    }
                }
            }
        }
    }
    Ok(ExpressionKind::JoinedString(joined.finish()))
}

/// Parts of adjacent literals; text next to text becomes one part.
#[derive(Default)]
struct Joined {
    parts: Vec<FormatPart>,
    text: String,
    span: Option<Span>,
}

impl Joined {
    fn push_text(&mut self, text: &str, span: Span) {
        self.text.push_str(text);
        self.span = Some(self.span.map_or(span, |before| before.to(span)));
    }

    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if let Some(span) = self.span.take()
            && !text.is_empty()
        {
            self.parts.push(FormatPart::Literal { text: text.into(), span });
        }
    }

    fn push_field(&mut self, field: FormatPart) {
        self.end_text();
        self.parts.push(field);
    }

    fn finish(mut self) -> Vec<FormatPart> {
        self.end_text();
        self.parts
    }
}

/// Adds literal text, joined to the literal text in front of it.
fn push_literal(parts: &mut Vec<FormatPart>, text: std::rc::Rc<str>, span: Span) {
    if text.is_empty() {
        return;
    }
    if let Some(FormatPart::Literal { text: before, span: place }) = parts.last_mut() {
        *before = format!("{before}{text}").into();
        *place = place.to(span);
    } else {
        parts.push(FormatPart::Literal { text, span });
    }
}

/// An f-string, whose closing quotes stand from `l` to `r`: what was wrong or suspicious in its
/// text is reported there.
pub fn format_string(
    builder: &mut Builder,
    l: u32,
    r: u32,
    parts: Vec<FormatPart>,
) -> Outcome<StringPiece> {
    for warning in std::mem::take(&mut builder.format_warnings) {
        builder.warn(warning.message, at(l, r));
    }
    match builder.format_error.take() {
        Some(error) => fail(SyntaxError { span: at(l, r), ..error }),
        None => Ok(StringPiece::Format(parts)),
    }
}

/// Literal text of an f-string.
pub fn text(
    builder: &mut Builder,
    mut parts: Vec<FormatPart>,
    l: u32,
    r: u32,
    is_raw: bool,
) -> Vec<FormatPart> {
    let before = builder.warnings.len();
    let text = strings::evaluate_format_text(builder, at(l, r), is_raw);
    let warnings = builder.warnings.split_off(before);
    builder.format_warnings.extend(warnings);
    match text {
        Ok(text) => push_literal(&mut parts, text, at(l, r)),
        Err(error) => {
            builder.format_error.get_or_insert(error);
        }
    }
    parts
}

/// A field of an f-string. `debug` is the end of the `=` in `{value=}`.
#[expect(clippy::too_many_arguments, reason = "one for each part the grammar reads")]
pub fn field(
    builder: &mut Builder,
    mut parts: Vec<FormatPart>,
    l: u32,
    r: u32,
    value: Expression,
    debug: Option<u32>,
    conversion: Option<Identifier>,
    spec: Option<Vec<FormatPart>>,
) -> Outcome<Vec<FormatPart>> {
    if let Some(end) = debug {
        // The text that is printed includes the space behind the sign.
        let mut rest = builder.text(at(end, r));
        loop {
            rest = rest.trim_start_matches([' ', '\t', '\x0C', '\n', '\r']);
            if !rest.starts_with('#') {
                break;
            }
            rest = &rest[rest.find(['\n', '\r']).unwrap_or(rest.len())..];
        }
        let span = at(l + 1, r - rest.len() as u32);
        let text = without_comments(builder.text(span));
        push_literal(&mut parts, text.into(), span);
    }
    let conversion = match conversion {
        // The name has to follow the sign directly.
        Some(name) if !builder.text(at(l, name.span.start)).ends_with('!') => {
            return refuse(name.span);
        }
        Some(name) => match &*name.name {
            "s" => Conversion::Str,
            "r" => Conversion::Repr,
            "a" => Conversion::Ascii,
            _ => return refuse(name.span),
        },
        None if debug.is_some() && spec.is_none() => Conversion::Repr,
        None => Conversion::None,
    };
    let field = FormatField { span: at(l, r), value, conversion, spec };
    parts.push(FormatPart::Field(Box::new(field)));
    Ok(parts)
}

/// The text of a `{value=}` field as it is printed: without comments.
fn without_comments(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.contains('#') {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut quote = None;
    let mut in_comment = false;
    for character in text.chars() {
        match character {
            '\n' => in_comment = false,
            '#' if quote.is_none() => in_comment = true,
            '"' | '\'' if !in_comment => match quote {
                None => quote = Some(character),
                Some(open) if open == character => quote = None,
                Some(_) => {}
            },
            _ => {}
        }
        if !in_comment {
            kept.push(character);
        }
    }
    kept
}
