//! Formatting: f-strings, and `"…" % (…)` where it says the same.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::error::Outcome;
use crate::code::Const;
use crate::code::op::Op;

impl<'a> Compiler<'a> {
    pub(super) fn joined_string(&mut self, parts: &'a [FormatPart], span: Span) -> Outcome {
        if parts.is_empty() {
            self.unit.load_string(&"".into(), span);
            return Ok(());
        }
        let big = parts.len() > 1000;
        if big {
            // `"".join([…])`, to keep the stack small.
            self.unit.load_string(&"".into(), span);
            let join = self.unit.names.number(&"join".into());
            self.unit.emit(Op::LoadMethod(join), span);
            self.unit.emit(Op::BuildList(0), span);
        }
        for part in parts {
            match part {
                FormatPart::Literal { text, span } => self.unit.load_string(text, *span),
                FormatPart::Field(field) => self.format_field(field)?,
            }
            if big {
                self.unit.emit(Op::ListAppend(1), span);
            }
        }
        if big {
            self.unit.emit(Op::Call(1), span);
        } else if parts.len() != 1 || matches!(parts, [FormatPart::Field(_)]) {
            self.unit.emit(Op::BuildString(parts.len() as u32), span);
        }
        Ok(())
    }

    fn format_field(&mut self, field: &'a FormatField) -> Outcome {
        self.deeper(field.span)?;
        self.expression(&field.value)?;
        if field.conversion != Conversion::None {
            self.unit.emit(Op::ConvertValue(field.conversion), field.span);
        }
        match &field.spec {
            Some(spec) => {
                let span = spec.first().map_or(field.span, part_span);
                let end = spec.last().map_or(field.span, part_span);
                self.joined_string(spec, span.to(end))?;
                self.unit.emit(Op::FormatWithSpec, field.span);
            }
            None => self.unit.emit(Op::FormatSimple, field.span),
        }
        self.depth -= 1;
        Ok(())
    }

    // ── the percent operator ──

    /// Compiles `"%s and %r" % (a, b)` like an f-string, if that is all the format asks for; says
    /// whether it did.
    pub(super) fn percent_format(
        &mut self,
        left: &'a Expression,
        right: &'a Expression,
        span: Span,
    ) -> Outcome<bool> {
        let ExpressionKind::Tuple(arguments) = &right.kind else { return Ok(false) };
        let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
        let Some(Const::Str(format)) = self.constant(left) else { return Ok(false) };
        if self.constant(right).is_some() {
            return Ok(false);
        }
        let Some(pieces) = percent_pieces(&format) else { return Ok(false) };
        let fields = pieces.iter().filter(|piece| matches!(piece, Piece::Field { .. })).count();
        if fields != arguments.len() || pieces.len() > 1000 || arguments.iter().any(starred) {
            return Ok(false);
        }
        let mut arguments = arguments.iter();
        for piece in &pieces {
            match piece {
                Piece::Text(text) => self.unit.load_string(&text.as_str().into(), span),
                Piece::Field { conversion, spec } => {
                    let Some(argument) = arguments.next() else { break };
                    self.expression(argument)?;
                    self.unit.emit(Op::ConvertValue(*conversion), argument.span);
                    if spec.is_empty() {
                        self.unit.emit(Op::FormatSimple, argument.span);
                    } else {
                        self.unit.load_string(&spec.as_str().into(), argument.span);
                        self.unit.emit(Op::FormatWithSpec, argument.span);
                    }
                }
            }
        }
        self.unit.emit(Op::BuildString(pieces.len() as u32), span);
        Ok(true)
    }
}

/// A piece of a percent format.
enum Piece {
    Text(String),
    Field { conversion: Conversion, spec: String },
}

/// The pieces of a format of text, `%%`, and `%s`, `%r` or `%a` with at most `-`, width and
/// precision.
fn percent_pieces(format: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut characters = format.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        if characters.next_if_eq(&'%').is_some() {
            text.push('%');
            continue;
        }
        let left = characters.next_if_eq(&'-').is_some();
        let mut digits = String::new();
        while let Some(digit) = characters.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        let mut precision = String::new();
        if characters.next_if_eq(&'.').is_some() {
            precision.push('.');
            while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                precision.push(digit);
            }
            if precision.len() == 1 {
                precision.push('0');
            }
        }
        let conversion = match characters.next()? {
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        // A leading zero is a flag, long numbers are for run time to judge.
        if digits.starts_with('0') || digits.len() > 2 || precision.len() > 3 {
            return None;
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        let align = if digits.is_empty() || left { "" } else { ">" };
        let spec = format!("{align}{digits}{precision}");
        pieces.push(Piece::Field { conversion, spec });
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Some(pieces)
}

fn part_span(part: &FormatPart) -> Span {
    match part {
        FormatPart::Literal { span, .. } => *span,
        FormatPart::Field(field) => field.span,
    }
}
