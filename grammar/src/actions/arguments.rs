//! Calls.

use super::{Node, Outcome, at, generator, refuse};
use crate::ast::*;
use crate::span::Span;

/// One argument of a call, or the comma behind the last one.
pub enum Argument {
    Positional(Expression),
    Keyword(Node<Keyword>),
    /// A generator expression without parentheses of its own.
    Generator(Node<(Expression, Vec<Comprehension>)>),
    TrailingComma,
}

pub fn keyword(l: u32, r: u32, name: Option<Identifier>, value: Expression) -> Argument {
    Argument::Keyword(Box::new(Keyword { span: at(l, r), name, value }))
}

/// `p` is where the opening parenthesis stands.
pub fn call(
    l: u32,
    p: u32,
    r: u32,
    function: Expression,
    mut list: Vec<Argument>,
) -> Outcome<Expression> {
    let (arguments, keywords) = if let [Argument::Generator(_)] = list[..]
        && let Some(Argument::Generator(parts)) = list.pop()
    {
        let (element, generators) = *parts;
        (vec![generator(p, r, element, generators)], vec![])
    } else {
        split(list, at(p, r))?
    };
    let function = Box::new(function);
    let kind = ExpressionKind::Call { function, arguments, keywords };
    Ok(Expression { span: at(l, r), kind })
}

/// Sorts arguments into positional ones and keywords, and refuses an order that Python refuses.
pub fn split(list: Vec<Argument>, span: Span) -> Outcome<(Vec<Expression>, Vec<Keyword>)> {
    let mut arguments = Vec::with_capacity(list.len());
    let mut keywords: Vec<Keyword> = Vec::new();
    let mut unpacked = false;
    for argument in list {
        match argument {
            Argument::Positional(value) => {
                let is_starred = matches!(value.kind, ExpressionKind::Starred(_));
                if unpacked || !keywords.is_empty() && !is_starred {
                    return refuse(value.span);
                }
                arguments.push(value);
            }
            Argument::Keyword(keyword) => {
                unpacked |= keyword.name.is_none();
                keywords.push(*keyword);
            }
            Argument::Generator(_) => return refuse(span),
            Argument::TrailingComma => {}
        }
    }
    Ok((arguments, keywords))
}
