//! Statements.

use super::arguments::{self, Argument};
use super::{Node, Outcome, at, fail, name, refuse, targets, unboxed};
use crate::ast::*;
use crate::complexity;
use crate::error::AT_PARSER;
use crate::token::Token;

/// An `elif` and its block.
pub struct Elif {
    pub start: u32,
    pub test: Expression,
    pub body: Vec<Statement>,
}

// Simple statements.

pub fn assignment(targets: Vec<Expression>, value: Expression) -> Outcome<Node<StatementKind>> {
    targets.iter().try_for_each(targets::check_assignable)?;
    Ok(Box::new(StatementKind::Assign { targets, value }))
}

pub fn augmented_assignment(
    target: Expression,
    operator: BinaryOperator,
    value: Expression,
) -> Outcome<Node<StatementKind>> {
    targets::check_single(&target)?;
    Ok(Box::new(StatementKind::AugAssign { target, operator, value }))
}

/// A target in parentheses begins behind `l`, where the statement begins.
pub fn annotated_assignment(
    l: u32,
    target: Expression,
    annotation: Expression,
    value: Option<Expression>,
) -> Outcome<Node<StatementKind>> {
    targets::check_single(&target)?;
    let simple = matches!(target.kind, ExpressionKind::Name(_)) && target.span.start == l;
    Ok(Box::new(StatementKind::AnnAssign { target, annotation, value, simple }))
}

pub fn type_alias(
    l: u32,
    r: u32,
    alias: Identifier,
    type_params: Option<Vec<TypeParam>>,
    value: Expression,
) -> Node<StatementKind> {
    let name = Expression { span: at(l, r), ..name(alias) };
    let type_params = type_params.unwrap_or_default();
    Box::new(StatementKind::TypeAlias { name, type_params, value })
}

pub fn delete(targets: Vec<Expression>) -> Outcome<Node<StatementKind>> {
    targets.iter().try_for_each(targets::check_deletable)?;
    Ok(Box::new(StatementKind::Delete(targets)))
}

pub fn raise(exc: Option<Expression>, cause: Option<Expression>) -> Node<StatementKind> {
    Box::new(StatementKind::Raise { exc, cause })
}

pub fn assert(test: Expression, message: Option<Expression>) -> Node<StatementKind> {
    Box::new(StatementKind::Assert { test, message })
}

pub fn import_from(
    level: u32,
    module: Option<Identifier>,
    names: Vec<Alias>,
) -> Node<StatementKind> {
    Box::new(StatementKind::ImportFrom { module, names, level })
}

pub fn import_from_package(level: u32, names: Vec<Alias>) -> Outcome<Node<StatementKind>> {
    if level == 0 {
        return refuse(AT_PARSER);
    }
    Ok(import_from(level, None, names))
}

// Compound statements.

/// `r` is the end of the last block, where every `elif` ends too.
pub fn conditional(
    l: u32,
    r: u32,
    test: Expression,
    body: Vec<Statement>,
    elifs: Vec<Elif>,
    orelse: Option<Vec<Statement>>,
) -> Outcome<Node<StatementKind>> {
    if let Err(error) = complexity::check_elifs(elifs.len(), at(l, r)) {
        return fail(error);
    }
    let mut orelse = orelse.unwrap_or_default();
    for Elif { start, test, body } in elifs.into_iter().rev() {
        let kind = StatementKind::If { test, body, orelse };
        orelse = vec![Statement { span: at(start, r), kind }];
    }
    Ok(Box::new(StatementKind::If { test, body, orelse }))
}

pub fn while_loop(
    test: Expression,
    body: Vec<Statement>,
    orelse: Option<Vec<Statement>>,
) -> Node<StatementKind> {
    Box::new(StatementKind::While { test, body, orelse: orelse.unwrap_or_default() })
}

pub fn for_loop(
    is_async: Option<Token>,
    target: Expression,
    iter: Expression,
    body: Vec<Statement>,
    orelse: Option<Vec<Statement>>,
) -> Outcome<Node<StatementKind>> {
    targets::check_assignable(&target)?;
    let is_async = is_async.is_some();
    let orelse = orelse.unwrap_or_default();
    Ok(Box::new(StatementKind::For { is_async, target, iter, body, orelse }))
}

pub fn with(
    is_async: Option<Token>,
    items: Vec<Node<WithItem>>,
    body: Vec<Statement>,
) -> Node<StatementKind> {
    let is_async = is_async.is_some();
    Box::new(StatementKind::With { is_async, items: unboxed(items), body })
}

pub fn with_item(context: Expression, target: Expression) -> Outcome<Node<WithItem>> {
    targets::check_assignable(&target)?;
    Ok(Box::new(WithItem { context, target: Some(target) }))
}

pub fn try_except(
    body: Vec<Statement>,
    handlers: Vec<Node<ExceptHandler>>,
    orelse: Option<Vec<Statement>>,
    finalbody: Option<Vec<Statement>>,
    is_star: bool,
) -> Node<StatementKind> {
    Box::new(StatementKind::Try {
        body,
        handlers: unboxed(handlers),
        orelse: orelse.unwrap_or_default(),
        finalbody: finalbody.unwrap_or_default(),
        is_star,
    })
}

pub fn handler(
    l: u32,
    r: u32,
    class: Option<Expression>,
    name: Option<Identifier>,
    body: Vec<Statement>,
) -> Node<ExceptHandler> {
    Box::new(ExceptHandler { span: at(l, r), class, name, body })
}

pub fn match_cases(subject: Expression, cases: Vec<Node<MatchCase>>) -> Node<StatementKind> {
    Box::new(StatementKind::Match { subject, cases: unboxed(cases) })
}

// Definitions.

pub fn function(
    is_async: Option<Token>,
    name: Identifier,
    type_params: Option<Vec<TypeParam>>,
    parameters: Parameters,
    returns: Option<Expression>,
    body: Vec<Statement>,
) -> Node<StatementKind> {
    Box::new(StatementKind::FunctionDef(Box::new(FunctionDef {
        is_async: is_async.is_some(),
        name,
        type_params: type_params.unwrap_or_default(),
        parameters,
        returns,
        body,
        decorators: vec![],
    })))
}

pub fn class(
    name: Identifier,
    type_params: Option<Vec<TypeParam>>,
    (bases, keywords): (Vec<Expression>, Vec<Keyword>),
    body: Vec<Statement>,
) -> Node<StatementKind> {
    Box::new(StatementKind::ClassDef(Box::new(ClassDef {
        name,
        type_params: type_params.unwrap_or_default(),
        bases,
        keywords,
        body,
        decorators: vec![],
    })))
}

pub fn class_with_bases(
    name: Identifier,
    type_params: Option<Vec<TypeParam>>,
    bases: Vec<Argument>,
    body: Vec<Statement>,
) -> Outcome<Node<StatementKind>> {
    let span = name.span;
    Ok(class(name, type_params, arguments::split(bases, span)?, body))
}

/// Gives decorators to the definition that follows them.
pub fn decorated(
    l: u32,
    r: u32,
    decorators: Vec<Expression>,
    mut kind: StatementKind,
) -> Statement {
    match &mut kind {
        StatementKind::FunctionDef(function) => function.decorators = decorators,
        StatementKind::ClassDef(class) => class.decorators = decorators,
        _ => {}
    }
    Statement { span: at(l, r), kind }
}
