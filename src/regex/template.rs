//! Templates of replacements: text with `\1` and `\g<name>` in it.

use super::tokens::{Token, Tokens, control_escape, is_ascii_letter, is_number, is_octal, quoted};
use super::{MAX_GROUPS, RegexError};

/// A part of a template.
#[derive(Debug)]
pub enum Piece {
    /// Code points.
    Literal(Vec<u32>),
    Group(usize),
}

/// Understands a template for a pattern with so many groups, some of them with names.
///
/// # Errors
/// If an escape or a reference is wrong.
pub fn parse(
    template: &[u32],
    is_text: bool,
    groups: usize,
    group_named: &dyn Fn(&str) -> Option<usize>,
) -> Result<Vec<Piece>, RegexError> {
    let mut tokens = Tokens::new(template, is_text)?;
    let mut pieces = Vec::new();
    let mut literal = Vec::new();
    let add_group = |tokens: &Tokens,
                     pieces: &mut Vec<Piece>,
                     literal: &mut Vec<u32>,
                     group: Option<usize>,
                     number: &str,
                     length: usize| {
        match group {
            Some(group) if group <= groups => {
                if !literal.is_empty() {
                    pieces.push(Piece::Literal(std::mem::take(literal)));
                }
                pieces.push(Piece::Group(group));
                Ok(())
            }
            _ => {
                let number = number.trim_start_matches('0');
                Err(tokens.error(format!("invalid group reference {number}"), length))
            }
        }
    };
    while let Some(token) = tokens.take()? {
        let c = match token {
            Token::Plain(c) => {
                literal.push(c);
                continue;
            }
            Token::Escape(c) => c,
        };
        match char::from_u32(c).unwrap_or('\u{fffd}') {
            'g' => {
                if !tokens.accept('<')? {
                    return Err(tokens.error("missing <", 0));
                }
                let name = tokens.until('>', "group name")?;
                let length = name.chars().count() + 1;
                let group = if is_number(&name) {
                    name.parse().ok().filter(|&group: &usize| group < MAX_GROUPS as usize)
                } else {
                    tokens.check_group_name(&name, 1)?;
                    match group_named(&name) {
                        Some(group) => Some(group),
                        None => {
                            let message = format!("unknown group name {}", quoted(&name));
                            return Err(RegexError::Index(message));
                        }
                    }
                };
                add_group(&tokens, &mut pieces, &mut literal, group, &name, length)?;
            }
            '0' => {
                let digits = tokens.take_while(2, is_octal)?;
                literal.push(u32::from_str_radix(&digits, 8).unwrap_or(0) & 0xff);
            }
            first @ '1'..='9' => {
                let mut digits = String::from(first);
                digits.push_str(&tokens.take_while(1, |c| c.is_ascii_digit())?);
                if digits.len() == 2 && digits.chars().all(is_octal) {
                    digits.push_str(&tokens.take_while(1, is_octal)?);
                }
                if digits.len() == 3 {
                    match u32::from_str_radix(&digits, 8) {
                        Ok(code) if code <= 0o377 => literal.push(code),
                        _ => {
                            let message =
                                format!("octal escape value \\{digits} outside of range 0-0o377");
                            return Err(tokens.error(message, digits.len() + 1));
                        }
                    }
                    continue;
                }
                let group = digits.parse().ok();
                let length = digits.len();
                add_group(&tokens, &mut pieces, &mut literal, group, &digits, length)?;
            }
            _ => match control_escape(c) {
                Some(code) => literal.push(code),
                None if is_ascii_letter(c) => {
                    return Err(tokens.error(format!("bad escape {}", token.text()), 2));
                }
                None => literal.extend([u32::from('\\'), c]),
            },
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}
