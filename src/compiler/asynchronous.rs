//! `await`, `async for` and the awaits hidden in `async with`.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::control::BlockKind;
use super::emit::UnitKind;
use super::error::{Outcome, syntax_error};
use super::scope::ScopeKind;
use crate::code::NO_SPAN;
use crate::code::op::{AwaitKind, Op};

impl<'a> Compiler<'a> {
    /// Whether the module itself may await.
    pub(super) fn top_level_await(&self) -> bool {
        self.options.top_level_await && self.scope().kind == ScopeKind::Module
    }

    pub(super) fn require_async(&self, message: &str, span: Span) -> Outcome {
        if self.unit.kind == UnitKind::AsyncFunction || self.top_level_await() {
            return Ok(());
        }
        syntax_error(message, span)
    }

    pub(super) fn await_expression(&mut self, value: &'a Expression, span: Span) -> Outcome {
        if !self.top_level_await() {
            if !self.scope().kind.is_function_like() {
                return syntax_error("'await' outside function", span);
            }
            if !matches!(self.unit.kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
                return syntax_error("'await' outside async function", span);
            }
        }
        self.expression(value)?;
        self.await_value(AwaitKind::Await, span);
        Ok(())
    }

    /// `[awaitable → result]`
    pub(super) fn await_value(&mut self, kind: AwaitKind, span: Span) {
        self.unit.emit(Op::GetAwaitable(kind), span);
        self.delegate(span);
    }

    /// `[iterator → result]`
    pub(super) fn delegate(&mut self, span: Span) {
        self.unit.emit(Op::LoadNone, span);
        self.unit.emit(Op::Delegate, span);
    }

    /// Awaits what `__aenter__` gave.
    pub(super) fn await_entered(&mut self, span: Span) {
        self.await_value(AwaitKind::AsyncEnter, span);
    }

    /// Awaits what `__aexit__` gave.
    pub(super) fn await_exited(&mut self, span: Span) {
        self.await_value(AwaitKind::AsyncExit, span);
    }

    pub(super) fn async_for_loop(
        &mut self,
        target: &'a Expression,
        iter: &'a Expression,
        body: &'a [Statement],
        orelse: &'a [Statement],
        span: Span,
    ) -> Outcome {
        self.require_async("'async for' outside async function", span)?;
        let start = self.unit.label();
        let exhausted = self.unit.label();
        let end = self.unit.label();
        self.expression(iter)?;
        self.unit.emit(Op::GetAsyncIter, iter.span);
        self.unit.bind(start);
        self.push_block(BlockKind::ForLoop, start, end, span)?;
        self.unit.protect(exhausted, false, 0);
        self.unit.emit(Op::GetAsyncNext, span);
        self.delegate(span);
        self.unit.unprotect();
        self.assign(target)?;
        self.statements(body)?;
        self.unit.jump(start, NO_SPAN);
        self.pop_block();
        self.unit.bind(exhausted);
        self.unit.emit(Op::EndAsyncFor, iter.span);
        self.statements(orelse)?;
        self.unit.bind(end);
        Ok(())
    }
}
