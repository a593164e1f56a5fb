//! Type parameters (PEP 695, PEP 696) and the `type` statement.

use std::rc::Rc;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::error::Outcome;
use super::scope::{ScopeId, ScopePart};
use super::{Compiler, UnitKind};
use crate::code::Code;
use crate::code::op::{Intrinsic1, Intrinsic2, Op};

impl<'a> Compiler<'a> {
    pub(super) fn enter_type_parameters(&mut self, scope: ScopeId, name: &str, line: u32) {
        let name = format!("<generic parameters of {name}>").into();
        self.enter(UnitKind::TypeParameters, scope, name, line);
    }

    /// Makes the parameters, binds their names and pushes a tuple of them.
    pub(super) fn type_params(&mut self, type_params: &'a [TypeParam], span: Span) -> Outcome {
        for parameter in type_params {
            let place = parameter.span;
            self.unit.load_string(&parameter.name.name, place);
            match &parameter.kind {
                TypeParamKind::TypeVar { bound: Some(bound) } => {
                    self.lazy_value(bound, parameter, ScopePart::Bound)?;
                    let intrinsic = match bound.kind {
                        ExpressionKind::Tuple(_) => Intrinsic2::TypeVarWithConstraints,
                        _ => Intrinsic2::TypeVarWithBound,
                    };
                    self.unit.emit(Op::CallIntrinsic2(intrinsic), place);
                }
                TypeParamKind::TypeVar { bound: None } => {
                    self.unit.emit(Op::CallIntrinsic1(Intrinsic1::TypeVar), place);
                }
                TypeParamKind::TypeVarTuple => {
                    self.unit.emit(Op::CallIntrinsic1(Intrinsic1::TypeVarTuple), place);
                }
                TypeParamKind::ParamSpec => {
                    self.unit.emit(Op::CallIntrinsic1(Intrinsic1::ParamSpec), place);
                }
            }
            if let Some(default) = &parameter.default {
                self.lazy_value(default, parameter, ScopePart::Default)?;
                self.unit.emit(Op::CallIntrinsic2(Intrinsic2::SetTypeParamDefault), place);
            }
            self.unit.emit(Op::Copy(1), place);
            self.store_name(&parameter.name.name, place)?;
        }
        self.unit.emit(Op::BuildTuple(type_params.len() as u32), span);
        Ok(())
    }

    /// A function that evaluates a bound or default when it is asked for.
    fn lazy_value(
        &mut self,
        value: &'a Expression,
        parameter: &'a TypeParam,
        part: ScopePart,
    ) -> Outcome {
        let scope = self.symbols.of(parameter, part);
        let line = self.line(value.span);
        self.enter(UnitKind::TypeParameters, scope, parameter.name.name.clone(), line);
        self.prologue();
        match &value.kind {
            // The default of a `*Ts` may be a starred expression.
            ExpressionKind::Starred(inner) => {
                self.expression(inner)?;
                self.unit.emit(Op::UnpackSequence(1), value.span);
            }
            _ => self.expression(value)?,
        }
        self.emit_return(value.span);
        let code = self.leave();
        self.make_function(&code, value.span);
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        statement: &'a Statement,
        name: &'a Expression,
        type_params: &'a [TypeParam],
        value: &'a Expression,
    ) -> Outcome {
        let span = statement.span;
        let ExpressionKind::Name(text) = &name.kind else { return Ok(()) };
        let generic = !type_params.is_empty();
        let line = self.line(span);
        if generic {
            let scope = self.symbols.of(statement, ScopePart::TypeParameters);
            self.enter_type_parameters(scope, text, line);
            self.prologue();
            self.unit.load_string(text, span);
            self.type_params(type_params, span)?;
        } else {
            self.unit.load_string(text, span);
            self.unit.emit(Op::LoadNone, span);
        }
        let code = self.alias_value(statement, text, value)?;
        self.make_function(&code, span);
        self.unit.emit(Op::BuildTuple(3), span);
        self.unit.emit(Op::CallIntrinsic1(Intrinsic1::TypeAlias), span);
        if generic {
            self.emit_return(span);
            let code = self.leave();
            self.make_function(&code, span);
            self.unit.emit(Op::PushNull, span);
            self.unit.emit(Op::Call(0), span);
        }
        self.store_name(text, span)
    }

    /// The function that evaluates the value of a `type` statement.
    fn alias_value(
        &mut self,
        statement: &'a Statement,
        name: &Name,
        value: &'a Expression,
    ) -> Outcome<Rc<Code>> {
        let scope = self.symbols.of(statement, ScopePart::Body);
        let line = self.line(statement.span);
        self.enter(UnitKind::Function, scope, name.clone(), line);
        self.prologue();
        self.expression(value)?;
        self.emit_return(statement.span);
        Ok(self.leave())
    }
}
