//! Which expressions may stand on the left of `=` and its like.

use super::{Outcome, refuse};
use crate::ast::{Expression, ExpressionKind};

/// Checks that values can be assigned to `target`.
pub fn check_assignable(target: &Expression) -> Outcome<()> {
    match &target.kind {
        ExpressionKind::Starred(inner) if !matches!(inner.kind, ExpressionKind::Starred(_)) => {
            check_assignable(inner)
        }
        ExpressionKind::Tuple(elements) | ExpressionKind::List(elements) => {
            elements.iter().try_for_each(check_assignable)
        }
        _ => check_single(target),
    }
}

/// Checks that `target` is one place for one value.
pub fn check_single(target: &Expression) -> Outcome<()> {
    match target.kind {
        ExpressionKind::Name(_)
        | ExpressionKind::Attribute { .. }
        | ExpressionKind::Subscript { .. } => Ok(()),
        _ => refuse(target.span),
    }
}

/// Checks that `target` can be deleted.
pub fn check_deletable(target: &Expression) -> Outcome<()> {
    match &target.kind {
        ExpressionKind::Tuple(elements) | ExpressionKind::List(elements) => {
            elements.iter().try_for_each(check_deletable)
        }
        _ => check_single(target),
    }
}
