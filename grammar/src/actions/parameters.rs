//! Parameter lists.

use super::{Node, Outcome, at, refuse};
use crate::ast::{Expression, Identifier, Parameter, Parameters};
use crate::error::AT_PARSER;

/// What stands between the commas of a parameter list.
pub enum ParameterItem {
    Plain(Node<Parameter>),
    Slash,
    Star,
    Arguments(Node<Parameter>),
    Keywords(Node<Parameter>),
}

pub fn parameter(
    l: u32,
    r: u32,
    name: Identifier,
    annotation: Option<Expression>,
    default: Option<Expression>,
) -> Node<Parameter> {
    Box::new(Parameter { span: at(l, r), name, annotation, default })
}

/// A parameter of a lambda.
pub fn bare(name: Identifier, default: Option<Expression>) -> Node<Parameter> {
    Box::new(Parameter { span: name.span, name, annotation: None, default })
}

/// Puts the items of a list in their places and refuses an order that Python refuses.
pub fn parameters(items: Vec<ParameterItem>) -> Outcome<Node<Parameters>> {
    let mut parameters = Box::<Parameters>::default();
    let mut seen_slash = false;
    let mut seen_star = false;
    let mut seen_default = false;
    for item in items {
        // Nothing may follow `**kwargs`.
        if let Some(kwarg) = &parameters.kwarg {
            return refuse(kwarg.span);
        }
        match item {
            ParameterItem::Plain(parameter) if seen_star => {
                parameters.keyword_only.push(*parameter);
            }
            ParameterItem::Plain(parameter) => {
                if seen_default && parameter.default.is_none() {
                    return refuse(parameter.span);
                }
                seen_default |= parameter.default.is_some();
                parameters.positional.push(*parameter);
            }
            ParameterItem::Slash => {
                if seen_slash || seen_star || parameters.positional.is_empty() {
                    return refuse(AT_PARSER);
                }
                seen_slash = true;
                parameters.positional_only = std::mem::take(&mut parameters.positional);
            }
            ParameterItem::Star if !seen_star => seen_star = true,
            ParameterItem::Arguments(parameter) if !seen_star => {
                seen_star = true;
                parameters.vararg = Some(parameter);
            }
            ParameterItem::Star | ParameterItem::Arguments(_) => return refuse(AT_PARSER),
            ParameterItem::Keywords(parameter) => parameters.kwarg = Some(parameter),
        }
    }
    // A bare `*` asks for names behind it.
    if seen_star && parameters.vararg.is_none() && parameters.keyword_only.is_empty() {
        return refuse(AT_PARSER);
    }
    Ok(parameters)
}
