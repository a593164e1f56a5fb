//! Functions and lambdas: decorators, defaults, annotations, closures and bodies.

use std::rc::Rc;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::emit::ParameterCounts;
use super::error::Outcome;
use super::scope::{ScopeId, ScopePart};
use super::{Compiler, UnitKind, docstring};
use crate::code::lazy::LazyCode;
use crate::code::op::{FunctionAttribute, Op};
use crate::code::{Code, CodeKind, Const, NO_SPAN};

impl<'a> Compiler<'a> {
    pub(super) fn function_definition(
        &mut self,
        definition: &'a FunctionDef,
        span: Span,
    ) -> Outcome {
        self.decorators(&definition.decorators)?;
        let first_line = self.first_line(&definition.decorators, span);
        let pushed = self.defaults(&definition.parameters, span)?;
        if definition.type_params.is_empty() {
            self.function(definition, pushed, first_line, span)?;
        } else {
            self.generic_function(definition, pushed, first_line, span)?;
        }
        self.apply_decorators(&definition.decorators);
        self.store_name(&definition.name.name, span)
    }

    /// A function in the scope of its type parameters: a function that makes it, called at once
    /// with the defaults.
    fn generic_function(
        &mut self,
        definition: &'a FunctionDef,
        pushed: Defaults,
        first_line: u32,
        span: Span,
    ) -> Outcome {
        let name = &definition.name.name;
        let scope = self.symbols.of(definition, ScopePart::TypeParameters);
        self.enter_type_parameters(scope, name, first_line);
        let mut inner = Defaults::default();
        if pushed.positional {
            self.unit.slots.number(&".defaults".into());
            inner.positional = true;
        }
        if pushed.keyword {
            self.unit.slots.number(&".kwdefaults".into());
            inner.keyword = true;
        }
        let count = pushed.positional as u32 + pushed.keyword as u32;
        self.unit.parameters = ParameterCounts { positional: count, ..Default::default() };
        self.prologue();
        self.type_params(&definition.type_params, span)?;
        for slot in 0..count {
            self.unit.emit(Op::LoadFast(slot), span);
        }
        self.function(definition, inner, first_line, span)?;
        self.unit.emit(Op::SetFunctionAttribute(FunctionAttribute::TypeParams), span);
        self.emit_return(span);
        let code = self.leave();
        self.make_function(&code, span);
        // Puts the function, as a callable pair, below its arguments.
        if count > 0 {
            self.unit.emit(Op::Swap(count + 1), span);
        }
        if count == 2 {
            self.unit.emit(Op::Swap(2), span);
        }
        self.unit.emit(Op::PushNull, span);
        if count > 0 {
            self.unit.emit(Op::Swap(count + 1), span);
        }
        if count == 2 {
            self.unit.emit(Op::Swap(2), span);
        }
        self.unit.emit(Op::Call(count), span);
        Ok(())
    }

    /// Makes the function, its defaults being on the stack.
    fn function(
        &mut self,
        definition: &'a FunctionDef,
        defaults: Defaults,
        first_line: u32,
        span: Span,
    ) -> Outcome {
        let annotated =
            self.annotations(&definition.parameters, definition.returns.as_ref(), span)?;
        let scope = self.symbols.of(definition, ScopePart::Body);
        let kind = match definition.is_async {
            true => UnitKind::AsyncFunction,
            false => UnitKind::Function,
        };
        self.enter(kind, scope, definition.name.name.clone(), first_line);
        self.start_function(scope, &definition.parameters);
        let mut body = definition.body.as_slice();
        if let Some((text, _, rest)) = docstring::split(body) {
            if self.options.optimize < 2 {
                self.unit.docstring = Some(docstring::clean(text).into());
            }
            body = rest;
        }
        self.statements(body)?;
        self.return_none(NO_SPAN);
        let code = self.leave();
        self.make_function(&code, span);
        self.set_attributes(annotated, defaults, span);
        Ok(())
    }

    pub(super) fn lambda(
        &mut self,
        expression: &'a Expression,
        parameters: &'a Parameters,
        body: &'a Expression,
    ) -> Outcome {
        let span = expression.span;
        let defaults = self.defaults(parameters, span)?;
        let scope = self.symbols.of(expression, ScopePart::Body);
        let line = self.line(span);
        self.enter(UnitKind::Lambda, scope, "<lambda>".into(), line);
        self.start_function(scope, parameters);
        self.expression(body)?;
        self.emit_return(body.span);
        let code = self.leave();
        self.make_function(&code, span);
        self.set_attributes(false, defaults, span);
        Ok(())
    }

    /// Gives the parameters their slots and emits the prologue.
    fn start_function(&mut self, scope: ScopeId, parameters: &Parameters) {
        let positional = parameters.positional_only.len() + parameters.positional.len();
        self.unit.parameters = ParameterCounts {
            positional: positional as u32,
            positional_only: parameters.positional_only.len() as u32,
            keyword_only: parameters.keyword_only.len() as u32,
            varargs: parameters.vararg.is_some(),
            varkeywords: parameters.kwarg.is_some(),
        };
        for parameter in super::scope::parameters_in_slot_order(parameters) {
            let name = self.mangled(&parameter.name.name);
            self.unit.slots.number(&name);
        }
        self.unit.code_kind = self.function_kind(scope);
        self.prologue();
    }

    pub(super) fn function_kind(&self, scope: ScopeId) -> CodeKind {
        let scope = self.symbols.scope(scope);
        match (scope.generator, scope.coroutine) {
            (false, false) => CodeKind::Function,
            (true, false) => CodeKind::Generator,
            (false, true) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        }
    }

    /// `[→ function]`, with its closure.
    pub(super) fn make_function(&mut self, code: &Rc<Code>, span: Span) {
        for name in &code.free {
            let slot = self.unit.slots.number(name);
            self.unit.emit(Op::LoadClosure(slot), span);
        }
        if !code.free.is_empty() {
            self.unit.emit(Op::BuildTuple(code.free.len() as u32), span);
        }
        let constant = self.unit.constant(Const::Code(Rc::new(LazyCode::new(code.clone()))));
        self.unit.emit(Op::MakeFunction(constant), span);
        if !code.free.is_empty() {
            self.unit.emit(Op::SetFunctionAttribute(FunctionAttribute::Closure), span);
        }
    }

    /// Sets what lies on the stack below the function, the last thing pushed first.
    fn set_attributes(&mut self, annotated: bool, defaults: Defaults, span: Span) {
        let attributes = [
            (annotated, FunctionAttribute::Annotations),
            (defaults.keyword, FunctionAttribute::KeywordDefaults),
            (defaults.positional, FunctionAttribute::Defaults),
        ];
        for (there, attribute) in attributes {
            if there {
                self.unit.emit(Op::SetFunctionAttribute(attribute), span);
            }
        }
    }

    /// Pushes the tuple and the dict of defaults, where there are any.
    fn defaults(&mut self, parameters: &'a Parameters, span: Span) -> Outcome<Defaults> {
        for parameter in super::scope::parameters_in_slot_order(parameters) {
            self.refuse_debug_store(&parameter.name.name, parameter.span)?;
        }
        let positional: Vec<&'a Expression> = parameters
            .positional_only
            .iter()
            .chain(&parameters.positional)
            .filter_map(|parameter| parameter.default.as_ref())
            .collect();
        if !positional.is_empty() {
            let constants: Option<Vec<Const>> =
                positional.iter().map(|value| self.constant(value)).collect();
            match constants {
                Some(constants) => self.unit.load_constant(Const::Tuple(constants), span),
                None => {
                    for value in &positional {
                        self.expression(value)?;
                    }
                    self.unit.emit(Op::BuildTuple(positional.len() as u32), span);
                }
            }
        }
        let mut keyword = 0;
        for parameter in &parameters.keyword_only {
            if let Some(value) = &parameter.default {
                let name = self.mangled(&parameter.name.name);
                self.unit.load_string(&name, span);
                self.expression(value)?;
                keyword += 1;
            }
        }
        if keyword > 0 {
            self.unit.emit(Op::BuildMap(keyword), span);
        }
        Ok(Defaults { positional: !positional.is_empty(), keyword: keyword > 0 })
    }

    /// Pushes the dict of annotations, if there are any.
    fn annotations(
        &mut self,
        parameters: &'a Parameters,
        returns: Option<&'a Expression>,
        span: Span,
    ) -> Outcome<bool> {
        // CPython's order: positional-only parameters come behind the other positional ones.
        let in_order = parameters
            .positional
            .iter()
            .chain(&parameters.positional_only)
            .chain(parameters.vararg.as_deref())
            .chain(&parameters.keyword_only)
            .chain(parameters.kwarg.as_deref());
        let mut count = 0;
        for parameter in in_order {
            if let Some(annotation) = &parameter.annotation {
                let name = self.mangled(&parameter.name.name);
                self.unit.load_string(&name, span);
                self.starred_annotation(annotation)?;
                count += 1;
            }
        }
        if let Some(annotation) = returns {
            self.unit.load_string(&"return".into(), span);
            self.annotation(annotation)?;
            count += 1;
        }
        if count > 0 {
            self.unit.emit(Op::BuildMap(count), span);
        }
        Ok(count > 0)
    }

    /// The annotation of a parameter; `*args: *Ts` unpacks a sequence of one.
    fn starred_annotation(&mut self, annotation: &'a Expression) -> Outcome {
        match &annotation.kind {
            ExpressionKind::Starred(inner) if !self.future_annotations => {
                self.expression(inner)?;
                self.unit.emit(Op::UnpackSequence(1), annotation.span);
                Ok(())
            }
            _ => self.annotation(annotation),
        }
    }

    /// The value of an annotation, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &'a Expression) -> Outcome {
        if self.future_annotations {
            let text: Rc<str> = super::unparse::unparse(annotation).into();
            self.unit.load_string(&text, annotation.span);
            return Ok(());
        }
        self.expression(annotation)
    }

    // ── decorators ──

    pub(super) fn decorators(&mut self, decorators: &'a [Expression]) -> Outcome {
        for decorator in decorators {
            self.expression(decorator)?;
            self.unit.emit(Op::PushNull, decorator.span);
        }
        Ok(())
    }

    pub(super) fn apply_decorators(&mut self, decorators: &'a [Expression]) {
        for decorator in decorators.iter().rev() {
            self.unit.emit(Op::Call(1), decorator.span);
        }
    }

    /// The line of the first decorator, or of the definition itself.
    pub(super) fn first_line(&self, decorators: &[Expression], span: Span) -> u32 {
        self.line(decorators.first().map_or(span, |decorator| decorator.span))
    }
}

/// Which defaults lie on the stack.
#[derive(Clone, Copy, Default)]
struct Defaults {
    positional: bool,
    keyword: bool,
}
