//! What the grammar does with what it reads: one function per rule, grouped as the grammar is.
//!
//! Here are expressions and what statements share; the submodules hold the rest. `l` and `r` are
//! always the first byte of the rule's first token and the end of its last one. An action that
//! finds a mistake only refuses: `crate::errors` says later, from the tokens, what is wrong.

pub mod arguments;
pub mod parameters;
pub mod patterns;
pub mod statements;
pub mod strings;
pub mod targets;

use lalrpop_util::ParseError;

use crate::ast::*;
use crate::builder::Builder;
use crate::error::SyntaxError;
use crate::numbers;
use crate::span::Span;
use crate::token::Token;

/// Large nodes stand boxed on the parser's stack, so that its entries stay small.
pub type Node<T> = Box<T>;

/// What an action that can fail returns.
pub type Outcome<T> = Result<T, ParseError<u32, Token, Box<SyntaxError>>>;

/// Refuses the text at `span`.
pub fn refuse<T>(span: Span) -> Outcome<T> {
    fail(SyntaxError::invalid(span))
}

/// Refuses the text with an error of its own.
pub fn fail<T>(error: SyntaxError) -> Outcome<T> {
    Err(ParseError::User { error: Box::new(error) })
}

/// The span from `l` to `r`.
pub fn at(l: u32, r: u32) -> Span {
    Span { start: l, end: r }
}

pub fn unboxed<T>(nodes: Vec<Node<T>>) -> Vec<T> {
    nodes.into_iter().map(|node| *node).collect()
}

pub fn statement(l: u32, r: u32, kind: StatementKind) -> Statement {
    Statement { span: at(l, r), kind }
}

fn expression(l: u32, r: u32, kind: ExpressionKind) -> Expression {
    Expression { span: at(l, r), kind }
}

// Names and literals.

pub fn identifier(builder: &mut Builder, l: u32, r: u32) -> Identifier {
    builder.identifier(at(l, r))
}

pub fn name_at(builder: &mut Builder, l: u32, r: u32) -> Expression {
    let name = builder.name(at(l, r));
    expression(l, r, ExpressionKind::Name(name))
}

/// The expression that is just a name.
pub fn name(identifier: Identifier) -> Expression {
    Expression { span: identifier.span, kind: ExpressionKind::Name(identifier.name) }
}

pub fn dotted_name(module: Identifier, name: Identifier) -> Identifier {
    let text = format!("{}.{}", module.name, name.name);
    Identifier { name: text.into(), span: module.span.to(name.span) }
}

pub fn alias(l: u32, r: u32, name: Identifier, asname: Option<Identifier>) -> Alias {
    Alias { span: at(l, r), name, asname }
}

pub fn star_alias(l: u32, r: u32) -> Alias {
    let span = at(l, r);
    Alias { span, name: Identifier { name: "*".into(), span }, asname: None }
}

pub fn type_param(
    l: u32,
    r: u32,
    name: Identifier,
    kind: TypeParamKind,
    default: Option<Expression>,
) -> Node<TypeParam> {
    Box::new(TypeParam { span: at(l, r), name, kind, default })
}

pub fn constant(l: u32, r: u32, value: Constant) -> Expression {
    expression(l, r, ExpressionKind::Constant(value))
}

pub fn number(builder: &mut Builder, l: u32, r: u32) -> Outcome<Expression> {
    let span = at(l, r);
    match numbers::evaluate(builder.text(span), span) {
        Ok(value) => Ok(constant(l, r, value)),
        Err(error) => fail(error),
    }
}

// Operators.

pub fn named(l: u32, r: u32, target: Identifier, value: Expression) -> Expression {
    let target = Box::new(name(target));
    expression(l, r, ExpressionKind::Named { target, value: Box::new(value) })
}

pub fn yield_value(l: u32, r: u32, value: Option<Expression>) -> Expression {
    expression(l, r, ExpressionKind::Yield(value.map(Box::new)))
}

pub fn yield_from(l: u32, r: u32, value: Expression) -> Expression {
    expression(l, r, ExpressionKind::YieldFrom(Box::new(value)))
}

pub fn await_value(l: u32, r: u32, value: Expression) -> Expression {
    expression(l, r, ExpressionKind::Await(Box::new(value)))
}

pub fn conditional(
    l: u32,
    r: u32,
    test: Expression,
    body: Expression,
    orelse: Expression,
) -> Expression {
    let (test, body, orelse) = (Box::new(test), Box::new(body), Box::new(orelse));
    expression(l, r, ExpressionKind::IfExp { test, body, orelse })
}

pub fn lambda(l: u32, r: u32, parameters: Node<Parameters>, body: Expression) -> Expression {
    expression(l, r, ExpressionKind::Lambda { parameters, body: Box::new(body) })
}

pub fn boolean(l: u32, r: u32, operator: BoolOperator, values: Vec<Expression>) -> Expression {
    expression(l, r, ExpressionKind::BoolOp { operator, values })
}

pub fn unary(l: u32, r: u32, operator: UnaryOperator, operand: Expression) -> Expression {
    expression(l, r, ExpressionKind::Unary { operator, operand: Box::new(operand) })
}

pub fn binary(
    l: u32,
    r: u32,
    left: Expression,
    operator: BinaryOperator,
    right: Expression,
) -> Expression {
    let (left, right) = (Box::new(left), Box::new(right));
    expression(l, r, ExpressionKind::Binary { left, operator, right })
}

pub fn compare(
    l: u32,
    r: u32,
    left: Expression,
    rest: Vec<(CompareOperator, Expression)>,
) -> Expression {
    let (operators, comparators) = rest.into_iter().unzip();
    let left = Box::new(left);
    expression(l, r, ExpressionKind::Compare { left, operators, comparators })
}

// Primaries.

pub fn attribute(l: u32, r: u32, value: Expression, attribute: Identifier) -> Expression {
    expression(l, r, ExpressionKind::Attribute { value: Box::new(value), attribute })
}

pub fn subscript(l: u32, r: u32, value: Expression, index: Expression) -> Expression {
    let (value, index) = (Box::new(value), Box::new(index));
    expression(l, r, ExpressionKind::Subscript { value, index })
}

/// `a[*b]` has the index `(*b,)`.
pub fn single_starred_index(l: u32, r: u32, value: Expression) -> Expression {
    let element = starred(l, r, value);
    tuple(l, r, vec![element])
}

pub fn slice(
    l: u32,
    r: u32,
    lower: Option<Expression>,
    upper: Option<Expression>,
    step: Option<Expression>,
) -> Expression {
    let (lower, upper, step) = (lower.map(Box::new), upper.map(Box::new), step.map(Box::new));
    expression(l, r, ExpressionKind::Slice { lower, upper, step })
}

pub fn starred(l: u32, r: u32, value: Expression) -> Expression {
    expression(l, r, ExpressionKind::Starred(Box::new(value)))
}

// Displays and comprehensions.

pub fn tuple(l: u32, r: u32, elements: Vec<Expression>) -> Expression {
    expression(l, r, ExpressionKind::Tuple(elements))
}

pub fn list(l: u32, r: u32, elements: Vec<Expression>) -> Expression {
    expression(l, r, ExpressionKind::List(elements))
}

pub fn set(l: u32, r: u32, elements: Vec<Expression>) -> Expression {
    expression(l, r, ExpressionKind::Set(elements))
}

pub fn dict(l: u32, r: u32, items: Vec<Node<(Option<Expression>, Expression)>>) -> Expression {
    let (keys, values) = items.into_iter().map(|item| *item).unzip();
    expression(l, r, ExpressionKind::Dict { keys, values })
}

pub fn list_comprehension(
    l: u32,
    r: u32,
    element: Expression,
    generators: Vec<Comprehension>,
) -> Expression {
    let element = Box::new(element);
    expression(l, r, ExpressionKind::ListComp { element, generators })
}

pub fn set_comprehension(
    l: u32,
    r: u32,
    element: Expression,
    generators: Vec<Comprehension>,
) -> Expression {
    let element = Box::new(element);
    expression(l, r, ExpressionKind::SetComp { element, generators })
}

pub fn dict_comprehension(
    l: u32,
    r: u32,
    key: Expression,
    value: Expression,
    generators: Vec<Comprehension>,
) -> Expression {
    let (key, value) = (Box::new(key), Box::new(value));
    expression(l, r, ExpressionKind::DictComp { key, value, generators })
}

pub fn generator(
    l: u32,
    r: u32,
    element: Expression,
    generators: Vec<Comprehension>,
) -> Expression {
    let element = Box::new(element);
    expression(l, r, ExpressionKind::Generator { element, generators })
}

pub fn comprehension(
    is_async: Option<Token>,
    target: Expression,
    iter: Expression,
    conditions: Vec<Expression>,
) -> Outcome<Node<Comprehension>> {
    targets::check_assignable(&target)?;
    let is_async = is_async.is_some();
    Ok(Box::new(Comprehension { is_async, target, iter, conditions }))
}
