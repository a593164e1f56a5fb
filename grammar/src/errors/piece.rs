//! What the reader remembers of an expression: where it stands and what it is called.

use std::rc::Rc;

use crate::span::Span;

/// An expression that was read. Rules share it freely, since several may read the same text.
pub type Found = Rc<Piece>;

pub struct Piece {
    pub span: Span,
    pub shape: Shape,
}

/// The kind of an expression, as far as messages tell it.
pub enum Shape {
    Name,
    Attribute,
    Subscript,
    Starred(Found),
    List(Vec<Found>),
    Tuple(Vec<Found>),
    Lambda,
    Call,
    Operation,
    Generator,
    Yield,
    Await,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Dict,
    Set,
    FormatString,
    None,
    True,
    False,
    Ellipsis,
    Literal,
    Comparison { left: Found, by_in: bool },
    Conditional,
    Named,
    Slice,
}

impl Piece {
    /// What a message calls the expression.
    pub fn name(&self) -> &'static str {
        match self.shape {
            Shape::Name => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred(_) => "starred",
            Shape::List(_) => "list",
            Shape::Tuple(_) => "tuple",
            Shape::Lambda => "lambda",
            Shape::Call => "function call",
            Shape::Operation => "expression",
            Shape::Generator => "generator expression",
            Shape::Yield => "yield expression",
            Shape::Await => "await expression",
            Shape::ListComprehension => "list comprehension",
            Shape::SetComprehension => "set comprehension",
            Shape::DictComprehension => "dict comprehension",
            Shape::Dict => "dict literal",
            Shape::Set => "set display",
            Shape::FormatString => "f-string expression",
            Shape::None => "None",
            Shape::True => "True",
            Shape::False => "False",
            Shape::Ellipsis => "ellipsis",
            Shape::Literal => "literal",
            Shape::Comparison { .. } => "comparison",
            Shape::Conditional => "conditional expression",
            Shape::Named => "named expression",
            Shape::Slice => "slice",
        }
    }
}

/// What a target is for: each use allows something else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TargetUse {
    Assign,
    Delete,
    For,
}

/// The part of `piece` that can't be a target.
pub fn invalid_target(piece: &Found, target_use: TargetUse) -> Option<Found> {
    match &piece.shape {
        Shape::List(elements) | Shape::Tuple(elements) => {
            elements.iter().find_map(|element| invalid_target(element, target_use))
        }
        Shape::Starred(_) if target_use == TargetUse::Delete => Some(piece.clone()),
        Shape::Starred(value) => invalid_target(value, target_use),
        // `a in b` behind `for` reads as a comparison, but `a` is the target.
        Shape::Comparison { left, by_in } if target_use == TargetUse::For => {
            if *by_in {
                invalid_target(left, target_use)
            } else {
                None
            }
        }
        Shape::Name | Shape::Subscript | Shape::Attribute => None,
        _ => Some(piece.clone()),
    }
}
