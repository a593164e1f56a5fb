//! Assigning to and deleting targets of every kind.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::error::{Outcome, syntax_error};
use super::scope::ScopeKind;
use crate::code::op::Op;

impl<'a> Compiler<'a> {
    pub(super) fn assign_statement(
        &mut self,
        targets: &'a [Expression],
        value: &'a Expression,
        span: Span,
    ) -> Outcome {
        // `a, b = c, d` needs no tuple.
        if let [target] = targets
            && self.swap_assignment(target, value)?
        {
            return Ok(());
        }
        self.expression(value)?;
        let Some((last, others)) = targets.split_last() else { return Ok(()) };
        for target in others {
            self.unit.emit(Op::Copy(1), span);
            self.assign(target)?;
        }
        self.assign(last)
    }

    /// Assigns up to three values to as many names without a tuple between. Whether it did.
    fn swap_assignment(&mut self, target: &'a Expression, value: &'a Expression) -> Outcome<bool> {
        use ExpressionKind::{List, Tuple};
        let (Tuple(targets) | List(targets), Tuple(values)) = (&target.kind, &value.kind) else {
            return Ok(false);
        };
        let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
        if targets.len() != values.len()
            || !(2..=3).contains(&values.len())
            || targets.iter().chain(values).any(starred)
            || self.constant(value).is_some()
        {
            return Ok(false);
        }
        for value in values {
            self.expression(value)?;
        }
        self.unit.emit(Op::Swap(values.len() as u32), target.span);
        targets.iter().try_for_each(|target| self.assign(target))?;
        Ok(true)
    }

    /// Pops a value into a target.
    pub(super) fn assign(&mut self, target: &'a Expression) -> Outcome {
        self.deeper(target.span)?;
        let span = target.span;
        match &target.kind {
            ExpressionKind::Name(name) => self.store_name(name, span)?,
            ExpressionKind::Attribute { value, attribute } => {
                self.expression(value)?;
                self.note_static_attribute(value, attribute);
                self.refuse_debug_store(&attribute.name, span)?;
                let number = self.attribute_number(&attribute.name);
                let place = self.attribute_span(span, attribute);
                self.unit.emit(Op::StoreAttr(number), place);
            }
            ExpressionKind::Subscript { value, index } => {
                self.expression(value)?;
                self.subscript_index(index)?;
                self.unit.emit(Op::StoreSubscr, span);
            }
            ExpressionKind::List(items) | ExpressionKind::Tuple(items) => {
                self.unpack(items, span)?;
            }
            ExpressionKind::Starred(_) => {
                return syntax_error("starred assignment target must be in a list or tuple", span);
            }
            _ => return syntax_error("cannot assign to expression", span),
        }
        self.depth -= 1;
        Ok(())
    }

    fn unpack(&mut self, items: &'a [Expression], span: Span) -> Outcome {
        let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
        match items.iter().position(starred) {
            None => self.unit.emit(Op::UnpackSequence(items.len() as u32), span),
            Some(before) => {
                if items.iter().filter(|item| starred(item)).count() > 1 {
                    return syntax_error("multiple starred expressions in assignment", span);
                }
                let after = items.len() - before - 1;
                let (Ok(before), Ok(after)) = (u8::try_from(before), u16::try_from(after)) else {
                    let text = "too many expressions in star-unpacking assignment";
                    return syntax_error(text, span);
                };
                self.unit.emit(Op::UnpackEx(before.into(), after), span);
            }
        }
        for item in items {
            match &item.kind {
                ExpressionKind::Starred(inner) => self.assign(inner)?,
                _ => self.assign(item)?,
            }
        }
        Ok(())
    }

    /// `self.x = …` in a method: `x` is among the class's `__static_attributes__`.
    fn note_static_attribute(&mut self, value: &Expression, attribute: &Identifier) {
        if matches!(&value.kind, ExpressionKind::Name(name) if &**name == "self")
            && let Some(class) =
                self.outer.iter_mut().rev().find(|unit| unit.kind == super::emit::UnitKind::Class)
        {
            class.static_attributes.number(&attribute.name);
        }
    }

    pub(super) fn delete(&mut self, target: &'a Expression) -> Outcome {
        self.deeper(target.span)?;
        let span = target.span;
        match &target.kind {
            ExpressionKind::Name(name) => self.delete_name(name, span)?,
            ExpressionKind::Attribute { value, attribute } => {
                self.expression(value)?;
                let number = self.attribute_number(&attribute.name);
                let place = self.attribute_span(span, attribute);
                self.unit.emit(Op::DeleteAttr(number), place);
            }
            ExpressionKind::Subscript { value, index } => {
                self.expression(value)?;
                self.subscript_index(index)?;
                self.unit.emit(Op::DeleteSubscr, span);
            }
            ExpressionKind::List(items) | ExpressionKind::Tuple(items) => {
                items.iter().try_for_each(|item| self.delete(item))?;
            }
            _ => return syntax_error("cannot delete expression", span),
        }
        self.depth -= 1;
        Ok(())
    }

    pub(super) fn augmented_assignment(
        &mut self,
        target: &'a Expression,
        operator: BinaryOperator,
        value: &'a Expression,
        span: Span,
    ) -> Outcome {
        match &target.kind {
            ExpressionKind::Name(name) => {
                self.load_name(name, target.span);
                self.expression(value)?;
                self.unit.emit(Op::InplaceBinary(operator), span);
                self.store_name(name, target.span)
            }
            ExpressionKind::Attribute { value: object, attribute } => {
                self.expression(object)?;
                let place = self.attribute_span(target.span, attribute);
                let number = self.attribute_number(&attribute.name);
                self.unit.emit(Op::Copy(1), target.span);
                self.unit.emit(Op::LoadAttr(number), place);
                self.expression(value)?;
                self.unit.emit(Op::InplaceBinary(operator), span);
                self.unit.emit(Op::Swap(2), place);
                self.unit.emit(Op::StoreAttr(number), place);
                Ok(())
            }
            ExpressionKind::Subscript { value: object, index } => {
                self.expression(object)?;
                self.subscript_index(index)?;
                self.unit.emit(Op::Copy(2), target.span);
                self.unit.emit(Op::Copy(2), target.span);
                self.unit.emit(Op::BinarySubscr, target.span);
                self.expression(value)?;
                self.unit.emit(Op::InplaceBinary(operator), span);
                self.unit.emit(Op::Swap(3), target.span);
                self.unit.emit(Op::Swap(2), target.span);
                self.unit.emit(Op::StoreSubscr, target.span);
                Ok(())
            }
            _ => syntax_error("illegal expression for augmented assignment", target.span),
        }
    }

    pub(super) fn annotated_assignment(
        &mut self,
        target: &'a Expression,
        annotation: &'a Expression,
        value: Option<&'a Expression>,
        simple: bool,
        span: Span,
    ) -> Outcome {
        if let Some(value) = value {
            self.expression(value)?;
            self.assign(target)?;
        }
        let annotates = matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
        match &target.kind {
            ExpressionKind::Name(name) => {
                self.refuse_debug_store(name, span)?;
                if simple && annotates {
                    self.annotation(annotation)?;
                    self.load_name(&"__annotations__".into(), span);
                    let mangled = self.mangled(name);
                    self.unit.load_string(&mangled, span);
                    self.unit.emit(Op::StoreSubscr, span);
                }
            }
            ExpressionKind::Attribute { value: object, attribute } => {
                self.refuse_debug_store(&attribute.name, span)?;
                if value.is_none() {
                    self.discarded(object)?;
                }
            }
            ExpressionKind::Subscript { value: object, index } => {
                if value.is_none() {
                    self.discarded(object)?;
                    self.discarded(index)?;
                }
            }
            _ => return syntax_error("invalid node type for annotated assignment", span),
        }
        // The annotation of anything but a plain name is evaluated and forgotten.
        if !simple && annotates && !self.future_annotations {
            self.discarded(annotation)?;
        }
        Ok(())
    }

    /// Evaluates an expression for its effects.
    fn discarded(&mut self, value: &'a Expression) -> Outcome {
        self.expression(value)?;
        self.unit.emit(Op::Pop, value.span);
        Ok(())
    }
}
