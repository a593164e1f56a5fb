//! Warnings about what a program hardly means: comparing literals by identity, calling or
//! subscripting what can't be, for want of a comma.

use ouro_grammar::SyntaxWarning;
use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use crate::code::Const;

impl<'a> Compiler<'a> {
    /// Notes a warning, once for each place: a `finally` body is compiled more than once.
    pub(super) fn warn(&mut self, message: impl Into<String>, span: Span) {
        if self.warned.insert(span) {
            self.warnings.push(SyntaxWarning { message: message.into(), span });
        }
    }

    /// `x is 1`
    pub(super) fn check_compare(
        &mut self,
        left: &Expression,
        operators: &[CompareOperator],
        comparators: &[Expression],
        span: Span,
    ) {
        let mut left_literal = self.identity_matters(left);
        for (operator, right) in operators.iter().zip(comparators) {
            let right_literal = self.identity_matters(right);
            let (shown, instead) = match operator {
                CompareOperator::Is => ("is", "=="),
                CompareOperator::IsNot => ("is not", "!="),
                _ => {
                    left_literal = right_literal;
                    continue;
                }
            };
            if let Some(kind) = left_literal.or(right_literal) {
                let message =
                    format!("\"{shown}\" with '{kind}' literal. Did you mean \"{instead}\"?");
                return self.warn(message, span);
            }
            left_literal = right_literal;
        }
    }

    /// The type of a literal whose identity means nothing.
    fn identity_matters(&mut self, expression: &Expression) -> Option<&'static str> {
        match self.constant(expression)? {
            Const::None | Const::True | Const::False | Const::Ellipsis => None,
            constant => constant_type(&constant),
        }
    }

    /// `(1, 2) (3, 4)`
    pub(super) fn check_callable(&mut self, function: &Expression, span: Span) {
        let kind = match &function.kind {
            ExpressionKind::Lambda { .. } => None,
            _ => self.literal_type(function),
        };
        let kind = match &function.kind {
            ExpressionKind::List(_) | ExpressionKind::ListComp { .. } => Some("list"),
            ExpressionKind::Dict { .. } | ExpressionKind::DictComp { .. } => Some("dict"),
            ExpressionKind::Set(_) | ExpressionKind::SetComp { .. } => Some("set"),
            ExpressionKind::Generator { .. } => Some("generator"),
            ExpressionKind::Tuple(_) => Some("tuple"),
            ExpressionKind::JoinedString(_) => Some("str"),
            _ => kind,
        };
        if let Some(kind) = kind {
            let text = "object is not callable; perhaps you missed a comma?";
            self.warn(format!("'{kind}' {text}"), span);
        }
    }

    /// `[1, 2] [3, 4]`
    pub(super) fn check_subscript(&mut self, value: &Expression, index: &Expression, span: Span) {
        let unsubscriptable = match &value.kind {
            ExpressionKind::Set(_) | ExpressionKind::SetComp { .. } => Some("set"),
            ExpressionKind::Generator { .. } => Some("generator"),
            ExpressionKind::Lambda { .. } => Some("function"),
            ExpressionKind::Tuple(_) => None,
            _ => match self.constant(value) {
                Some(Const::Str(_) | Const::Bytes(_) | Const::Tuple(_)) | None => None,
                Some(constant) => constant_type(&constant),
            },
        };
        if let Some(kind) = unsubscriptable {
            let text = "object is not subscriptable; perhaps you missed a comma?";
            self.warn(format!("'{kind}' {text}"), span);
        }
        let sequence = match &value.kind {
            ExpressionKind::List(_) | ExpressionKind::ListComp { .. } => "list",
            ExpressionKind::Tuple(_) => "tuple",
            ExpressionKind::JoinedString(_) => "str",
            _ => match self.constant(value) {
                Some(Const::Str(_)) => "str",
                Some(Const::Bytes(_)) => "bytes",
                Some(Const::Tuple(_)) => "tuple",
                _ => return,
            },
        };
        let wrong = match self.literal_type(index) {
            Some("int" | "bool") | None => return,
            Some(kind) => kind,
        };
        let text = "indices must be integers or slices, not";
        self.warn(format!("{sequence} {text} {wrong}; perhaps you missed a comma?"), span);
    }

    /// The type of an expression that shows it.
    fn literal_type(&mut self, expression: &Expression) -> Option<&'static str> {
        match &expression.kind {
            ExpressionKind::Tuple(_) => Some("tuple"),
            ExpressionKind::List(_) | ExpressionKind::ListComp { .. } => Some("list"),
            ExpressionKind::Dict { .. } | ExpressionKind::DictComp { .. } => Some("dict"),
            ExpressionKind::Set(_) | ExpressionKind::SetComp { .. } => Some("set"),
            ExpressionKind::Generator { .. } => Some("generator"),
            ExpressionKind::Lambda { .. } => Some("function"),
            ExpressionKind::JoinedString(_) => Some("str"),
            _ => constant_type(&self.constant(expression)?),
        }
    }
}

fn constant_type(constant: &Const) -> Option<&'static str> {
    Some(match constant {
        Const::None => "NoneType",
        Const::True | Const::False => "bool",
        Const::Ellipsis => "ellipsis",
        Const::Int(_) => "int",
        Const::Float(_) => "float",
        Const::Complex(_) => "complex",
        Const::Str(_) => "str",
        Const::Bytes(_) => "bytes",
        Const::Tuple(_) => "tuple",
        Const::FrozenSet(_) => "frozenset",
        Const::Code(_) => return None,
    })
}
