//! The patterns of `match` statements.

use super::{Node, Outcome, at, fail, refuse, unboxed};
use crate::ast::*;
use crate::error::SyntaxError;

/// An entry of a mapping pattern.
pub enum MappingItem {
    Pair(Expression, Node<Pattern>),
    Rest(Identifier),
}

/// An argument of a class pattern.
pub enum PatternArgument {
    Positional(Node<Pattern>),
    Keyword(Identifier, Node<Pattern>),
}

fn pattern(l: u32, r: u32, kind: PatternKind) -> Node<Pattern> {
    Box::new(Pattern { span: at(l, r), kind })
}

/// The name to bind: `_` binds nothing.
fn bound(name: Identifier) -> Option<Identifier> {
    (&*name.name != "_").then_some(name)
}

pub fn case(
    l: u32,
    r: u32,
    pattern: Pattern,
    guard: Option<Expression>,
    body: Vec<Statement>,
) -> Node<MatchCase> {
    Box::new(MatchCase { span: at(l, r), pattern, guard, body })
}

pub fn value(expression: Expression) -> Node<Pattern> {
    pattern(expression.span.start, expression.span.end, PatternKind::Value(expression))
}

/// The sum of a real and an imaginary number.
pub fn complex(
    l: u32,
    r: u32,
    left: Expression,
    operator: BinaryOperator,
    right: Expression,
) -> Outcome<Expression> {
    let number = match &left.kind {
        ExpressionKind::Unary { operand, .. } => &**operand,
        _ => &left,
    };
    if is_imaginary(number) {
        return fail(SyntaxError::new("real number required in complex literal", number.span));
    }
    if !is_imaginary(&right) {
        let message = "imaginary number required in complex literal";
        return fail(SyntaxError::new(message, right.span));
    }
    Ok(super::binary(l, r, left, operator, right))
}

fn is_imaginary(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Constant(Constant::Imaginary(_)))
}

/// Only plain strings can be patterns.
pub fn string(expression: Expression) -> Outcome<Expression> {
    match expression.kind {
        ExpressionKind::Constant(_) => Ok(expression),
        _ => {
            let message = "patterns may only match literals and attribute lookups";
            fail(SyntaxError::new(message, expression.span))
        }
    }
}

pub fn singleton(l: u32, r: u32, constant: Constant) -> Node<Pattern> {
    pattern(l, r, PatternKind::Singleton(constant))
}

pub fn capture(name: Identifier) -> Node<Pattern> {
    let kind = PatternKind::As { pattern: None, name: bound(name.clone()) };
    pattern(name.span.start, name.span.end, kind)
}

pub fn capture_as(
    l: u32,
    r: u32,
    inner: Node<Pattern>,
    name: Identifier,
) -> Outcome<Node<Pattern>> {
    let span = name.span;
    match bound(name) {
        Some(name) => Ok(pattern(l, r, PatternKind::As { pattern: Some(inner), name: Some(name) })),
        None => refuse(span),
    }
}

pub fn star(l: u32, r: u32, name: Identifier) -> Node<Pattern> {
    pattern(l, r, PatternKind::Star(bound(name)))
}

pub fn or(l: u32, r: u32, alternatives: Vec<Pattern>) -> Node<Pattern> {
    pattern(l, r, PatternKind::Or(alternatives))
}

pub fn sequence(l: u32, r: u32, items: Vec<Node<Pattern>>) -> Node<Pattern> {
    pattern(l, r, PatternKind::Sequence(unboxed(items)))
}

pub fn empty_mapping(l: u32, r: u32) -> Node<Pattern> {
    pattern(l, r, PatternKind::Mapping { keys: vec![], patterns: vec![], rest: None })
}

pub fn mapping(l: u32, r: u32, items: Vec<MappingItem>) -> Outcome<Node<Pattern>> {
    let mut keys = Vec::new();
    let mut patterns = Vec::new();
    let mut rest = None;
    for item in items {
        match item {
            // Nothing may follow `**rest`.
            _ if rest.is_some() => return refuse(at(l, r)),
            MappingItem::Pair(key, pattern) => {
                keys.push(key);
                patterns.push(*pattern);
            }
            MappingItem::Rest(name) => {
                let span = name.span;
                rest = bound(name);
                if rest.is_none() {
                    return refuse(span);
                }
            }
        }
    }
    Ok(pattern(l, r, PatternKind::Mapping { keys, patterns, rest }))
}

pub fn class(
    l: u32,
    r: u32,
    class: Expression,
    arguments: Vec<PatternArgument>,
) -> Outcome<Node<Pattern>> {
    let mut patterns = Vec::new();
    let mut keywords = Vec::new();
    for argument in arguments {
        match argument {
            PatternArgument::Positional(pattern) if keywords.is_empty() => patterns.push(*pattern),
            PatternArgument::Positional(pattern) => return refuse(pattern.span),
            PatternArgument::Keyword(name, pattern) => keywords.push((name, *pattern)),
        }
    }
    Ok(pattern(l, r, PatternKind::Class { class, patterns, keywords }))
}
