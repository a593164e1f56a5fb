//! Comprehensions and generator expressions.
//!
//! A list, set or dict comprehension is inlined into the code around it: its loop variables take
//! slots of the frame, whose former contents wait on the stack (PEP 709). Generator expressions,
//! and comprehensions in scopes that see into a class, are functions of one argument, `.0`.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::control::Branch;
use super::emit::{Label, ParameterCounts};
use super::error::{Outcome, syntax_error};
use super::scope::{Binding, ComprehensionKind, ScopeId, ScopeKind, ScopePart, Symbol, Uses};
use super::{Compiler, UnitKind};
use crate::code::NO_SPAN;
use crate::code::op::{AwaitKind, Op};

/// What a comprehension computes.
#[derive(Clone, Copy)]
struct Body<'a> {
    kind: ComprehensionKind,
    /// The item, or the key of a dict comprehension.
    element: &'a Expression,
    /// The value of a dict comprehension.
    value: Option<&'a Expression>,
    /// The whole comprehension.
    span: Span,
}

/// What an inlined comprehension changed in the unit and puts back at its end.
struct Inlined {
    saved: Vec<Name>,
    overrides: Vec<(Name, Option<Binding>)>,
    hidden: Vec<Name>,
    was_inlined: bool,
    cleanup: Label,
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(
        &mut self,
        expression: &'a Expression,
        kind: ComprehensionKind,
        element: &'a Expression,
        value: Option<&'a Expression>,
        generators: &'a [Comprehension],
    ) -> Outcome {
        let span = expression.span;
        let Some(outermost) = generators.first() else { return Ok(()) };
        let body = Body { kind, element, value, span };
        let id = self.symbols.of(expression, ScopePart::Body);
        let scope = self.symbols.scope(id);
        let is_async = scope.coroutine && kind != ComprehensionKind::Generator;
        let inlined = scope.inlined;
        if is_async
            && !matches!(self.unit.kind, UnitKind::AsyncFunction | UnitKind::Comprehension)
            && !self.top_level_await()
        {
            let text = "asynchronous comprehension outside of an asynchronous function";
            return syntax_error(text, span);
        }
        if inlined {
            self.outermost_iterator(outermost)?;
            let state = self.start_inlined(id, span);
            self.empty_result(kind, span);
            self.unit.emit(Op::Swap(2), span);
            self.generators(generators, 0, 1, body)?;
            self.end_inlined(state, span);
            return Ok(());
        }
        let name = self.symbols.scope(id).name.clone();
        let line = self.line(span);
        self.enter(UnitKind::Comprehension, id, name, line);
        self.unit.parameters = ParameterCounts { positional: 1, ..Default::default() };
        self.unit.slots.number(&".0".into());
        self.unit.code_kind = self.function_kind(id);
        self.prologue();
        if kind != ComprehensionKind::Generator {
            self.empty_result(kind, span);
        }
        self.unit.emit(Op::LoadFast(0), span);
        self.generators(generators, 0, 1, body)?;
        if kind == ComprehensionKind::Generator {
            self.return_none(NO_SPAN);
        } else {
            self.emit_return(span);
        }
        let code = self.leave();
        self.make_function(&code, span);
        self.unit.emit(Op::PushNull, span);
        self.outermost_iterator(outermost)?;
        self.unit.emit(Op::Call(1), span);
        if is_async {
            self.await_value(AwaitKind::Await, span);
        }
        Ok(())
    }

    fn empty_result(&mut self, kind: ComprehensionKind, span: Span) {
        let op = match kind {
            ComprehensionKind::Set => Op::BuildSet(0),
            ComprehensionKind::Dict => Op::BuildMap(0),
            ComprehensionKind::List | ComprehensionKind::Generator => Op::BuildList(0),
        };
        self.unit.emit(op, span);
    }

    fn outermost_iterator(&mut self, outermost: &'a Comprehension) -> Outcome {
        let span = outermost.iter.span;
        if outermost.is_async {
            self.expression(&outermost.iter)?;
            self.unit.emit(Op::GetAsyncIter, span);
        } else {
            self.iterable(&outermost.iter)?;
            self.unit.emit(Op::GetIter, span);
        }
        Ok(())
    }

    /// The loops from `index` on, `depth - 1` iterators being between the top of the stack and
    /// the result. The iterator of the first loop lies on the stack.
    fn generators(
        &mut self,
        generators: &'a [Comprehension],
        index: usize,
        depth: u32,
        body: Body<'a>,
    ) -> Outcome {
        let Some(generator) = generators.get(index) else {
            return self.comprehension_element(depth, body);
        };
        self.deeper(generator.target.span)?;
        let next = self.unit.label();
        let exhausted = self.unit.label();
        let iter = &generator.iter;
        let place = element_span(body);
        if index > 0 && generator.is_async {
            self.expression(iter)?;
            self.unit.emit(Op::GetAsyncIter, iter.span);
        } else if index > 0 {
            // `for y in [f(x)]` binds `y` without a loop.
            if let ExpressionKind::List(items) | ExpressionKind::Tuple(items) = &iter.kind
                && let [item] = items.as_slice()
                && !matches!(item.kind, ExpressionKind::Starred(_))
            {
                self.expression(item)?;
                self.assign(&generator.target)?;
                self.conditions(&generator.conditions, next)?;
                self.generators(generators, index + 1, depth, body)?;
                self.unit.bind(next);
                self.depth -= 1;
                return Ok(());
            }
            self.iterable(iter)?;
            self.unit.emit(Op::GetIter, iter.span);
        }
        let start = self.unit.label_here();
        if generator.is_async {
            self.unit.protect(exhausted, false, 0);
            self.unit.emit(Op::GetAsyncNext, body.span);
            self.delegate(body.span);
            self.unit.unprotect();
        } else {
            self.unit.emit_jump(Op::ForIter, exhausted, iter.span);
        }
        self.assign(&generator.target)?;
        self.conditions(&generator.conditions, next)?;
        self.generators(generators, index + 1, depth + 1, body)?;
        self.unit.bind(next);
        self.unit.jump(start, place);
        self.unit.bind(exhausted);
        if generator.is_async {
            self.unit.emit(Op::EndAsyncFor, iter.span);
        }
        self.depth -= 1;
        Ok(())
    }

    fn conditions(&mut self, conditions: &'a [Expression], otherwise: Label) -> Outcome {
        for condition in conditions {
            self.jump_if(condition, Branch { target: otherwise, when: false })?;
        }
        Ok(())
    }

    fn comprehension_element(&mut self, depth: u32, body: Body<'a>) -> Outcome {
        let place = element_span(body);
        self.expression(body.element)?;
        match body.kind {
            ComprehensionKind::List => self.unit.emit(Op::ListAppend(depth), place),
            ComprehensionKind::Set => self.unit.emit(Op::SetAdd(depth), place),
            ComprehensionKind::Dict => {
                if let Some(value) = body.value {
                    self.expression(value)?;
                }
                self.unit.emit(Op::MapAdd(depth), place);
            }
            ComprehensionKind::Generator => {
                self.yield_value(place);
                self.unit.emit(Op::Pop, place);
            }
        }
        Ok(())
    }

    // ── inlining ──

    /// Makes the unit's names mean what they mean in the comprehension, and saves the slots that
    /// its variables take: `[iterator → saved slots…, iterator]`.
    fn start_inlined(&mut self, id: ScopeId, span: Span) -> Inlined {
        let was_inlined = self.unit.in_inlined_comprehension;
        let in_class = self.scope().kind == ScopeKind::Class && !was_inlined;
        let function_like = self.scope().kind.is_function_like();
        self.unit.in_inlined_comprehension = true;
        let mut state = Inlined {
            saved: Vec::new(),
            overrides: Vec::new(),
            hidden: Vec::new(),
            was_inlined,
            cleanup: self.unit.label(),
        };
        let symbols: Vec<(Name, Symbol)> = self
            .symbols
            .scope(id)
            .symbols
            .iter()
            .map(|(name, symbol)| (name.clone(), symbol))
            .collect();
        for (name, symbol) in symbols {
            if symbol.uses.any(Uses::PARAMETER) {
                continue;
            }
            let bound = symbol.uses.any(Uses::LOCAL) && !symbol.uses.any(Uses::NONLOCAL);
            if (bound || in_class) && !function_like && self.unit.hidden.insert(name.clone()) {
                state.hidden.push(name.clone());
            }
            let outer = self
                .unit
                .overrides
                .get(&name)
                .copied()
                .unwrap_or_else(|| self.scope().binding(&name));
            let inner = symbol.binding;
            let differs = inner != outer
                && inner != Binding::Free
                && !(inner == Binding::Cell && outer == Binding::Free);
            if differs || in_class {
                let before = self.unit.overrides.insert(name.clone(), inner);
                state.overrides.push((name.clone(), before));
            }
            if bound {
                let slot = self.unit.slots.number(&name);
                self.unit.emit(Op::LoadFastAndClear(slot), span);
                if inner == Binding::Cell {
                    self.unit.emit(Op::MakeCell(slot), span);
                }
                state.saved.push(name);
            }
        }
        if !state.saved.is_empty() {
            self.unit.emit(Op::Swap(state.saved.len() as u32 + 1), span);
            self.unit.protect(state.cleanup, false, 0);
        }
        state
    }

    /// Puts everything back: `[saved slots…, result → result]`.
    fn end_inlined(&mut self, state: Inlined, span: Span) {
        if !state.saved.is_empty() {
            let end = self.unit.label();
            self.unit.unprotect();
            self.unit.jump(end, NO_SPAN);
            self.unit.bind(state.cleanup);
            // Drops the unfinished result below the exception.
            self.unit.emit(Op::Swap(2), NO_SPAN);
            self.unit.emit(Op::Pop, NO_SPAN);
            self.restore_slots(&state.saved, span);
            self.unit.emit(Op::Reraise(0), span);
            self.unit.bind(end);
            self.restore_slots(&state.saved, span);
        }
        for (name, before) in state.overrides.into_iter().rev() {
            match before {
                Some(binding) => self.unit.overrides.insert(name, binding),
                None => self.unit.overrides.remove(&name),
            };
        }
        for name in state.hidden {
            self.unit.hidden.remove(&name);
        }
        self.unit.in_inlined_comprehension = state.was_inlined;
    }

    fn restore_slots(&mut self, saved: &[Name], span: Span) {
        self.unit.emit(Op::Swap(saved.len() as u32 + 1), span);
        for name in saved.iter().rev() {
            let slot = self.unit.slots.number(name);
            self.unit.emit(Op::StoreFast(slot), span);
        }
    }
}

/// Where a comprehension's item belongs: a dict's from its key to its value.
fn element_span(body: Body<'_>) -> Span {
    match body.value {
        Some(value) => body.element.span.to(value.span),
        None => body.element.span,
    }
}
