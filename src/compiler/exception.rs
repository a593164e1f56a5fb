//! `try` in all its forms, and `with`.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::control::BlockKind;
use super::emit::Label;
use super::error::{Outcome, syntax_error};
use crate::code::NO_SPAN;
use crate::code::op::{Intrinsic2, Op};

/// A `try` without its `finally`.
#[derive(Clone, Copy)]
pub struct Try<'a> {
    pub body: &'a [Statement],
    pub handlers: &'a [ExceptHandler],
    pub orelse: &'a [Statement],
    pub is_star: bool,
}

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(
        &mut self,
        parts: Try<'a>,
        finalbody: &'a [Statement],
        span: Span,
    ) -> Outcome {
        if !finalbody.is_empty() {
            return self.try_finally(parts, finalbody, span);
        }
        self.try_handlers(parts, span)
    }

    fn try_handlers(&mut self, parts: Try<'a>, span: Span) -> Outcome {
        match (parts.handlers.is_empty(), parts.is_star) {
            (true, _) => self.statements(parts.body),
            (false, true) => self.try_except_star(parts, span),
            (false, false) => self.try_except(parts, span),
        }
    }

    fn try_finally(&mut self, parts: Try<'a>, finalbody: &'a [Statement], span: Span) -> Outcome {
        let handler = self.unit.label();
        let cleanup = self.unit.label();
        let end = self.unit.label();
        self.unit.emit(Op::Nop, span);
        self.unit.protect(handler, false, 0);
        let start = self.unit.label_here();
        self.push_block(BlockKind::FinallyTry(finalbody), start, handler, span)?;
        self.try_handlers(parts, span)?;
        self.unit.unprotect();
        self.pop_block();
        self.statements(finalbody)?;
        self.unit.jump(end, NO_SPAN);

        self.unit.bind(handler);
        self.push_block(BlockKind::FinallyEnd, handler, cleanup, span)?;
        self.unit.protect(cleanup, true, 0);
        self.unit.emit(Op::PushExcInfo, NO_SPAN);
        self.statements(finalbody)?;
        self.pop_block();
        self.unit.emit(Op::Reraise(0), NO_SPAN);
        self.unit.unprotect();
        self.reraise_from_handler(cleanup);
        self.unit.bind(end);
        Ok(())
    }

    /// Where an exception inside a handler goes: ends the handling of the first one and raises on.
    fn reraise_from_handler(&mut self, cleanup: Label) {
        self.unit.bind(cleanup);
        self.unit.emit(Op::Copy(3), NO_SPAN);
        self.unit.emit(Op::PopExcept, NO_SPAN);
        self.unit.emit(Op::Reraise(1), NO_SPAN);
    }

    fn try_except(&mut self, parts: Try<'a>, span: Span) -> Outcome {
        let handler_start = self.unit.label();
        let cleanup = self.unit.label();
        let end = self.unit.label();
        self.unit.emit(Op::Nop, span);
        self.unit.protect(handler_start, false, 0);
        let start = self.unit.label_here();
        self.push_block(BlockKind::TryExcept, start, end, span)?;
        self.statements(parts.body)?;
        self.pop_block();
        self.unit.unprotect();
        self.statements(parts.orelse)?;
        self.unit.jump(end, NO_SPAN);

        self.unit.bind(handler_start);
        self.unit.protect(cleanup, true, 0);
        self.unit.emit(Op::PushExcInfo, NO_SPAN);
        self.push_block(BlockKind::ExceptionHandler, handler_start, end, span)?;
        let count = parts.handlers.len();
        for (index, handler) in parts.handlers.iter().enumerate() {
            if handler.class.is_none() && index + 1 < count {
                return syntax_error("default 'except:' must be last", handler.span);
            }
            let next = self.unit.label();
            if let Some(class) = &handler.class {
                self.expression(class)?;
                self.unit.emit(Op::CheckExcMatch, handler.span);
                self.unit.emit_jump(Op::PopJumpIfFalse, next, handler.span);
            }
            self.handler_body(handler, end)?;
            self.unit.bind(next);
        }
        self.pop_block();
        self.unit.emit(Op::Reraise(0), NO_SPAN);
        self.unit.unprotect();
        self.reraise_from_handler(cleanup);
        self.unit.bind(end);
        Ok(())
    }

    /// The body of one `except`, the exception on the stack.
    fn handler_body(&mut self, handler: &'a ExceptHandler, end: Label) -> Outcome {
        let Some(name) = &handler.name else {
            self.unit.emit(Op::Pop, handler.span);
            let start = self.unit.label_here();
            self.push_block(BlockKind::HandlerCleanup(None), start, end, handler.span)?;
            self.statements(&handler.body)?;
            self.pop_block();
            let region = self.unit.region;
            self.unit.unprotect();
            self.unit.emit(Op::PopExcept, NO_SPAN);
            self.unit.jump(end, NO_SPAN);
            self.unit.region = region;
            return Ok(());
        };
        let name = &name.name;
        let name_cleanup = self.unit.label();
        self.store_name(name, handler.span)?;
        let region = self.unit.region;
        self.unit.protect(name_cleanup, true, 0);
        let start = self.unit.label_here();
        self.push_block(BlockKind::HandlerCleanup(Some(name)), start, end, handler.span)?;
        self.statements(&handler.body)?;
        self.pop_block();
        self.unit.unprotect();
        self.unit.unprotect();
        self.unit.emit(Op::PopExcept, NO_SPAN);
        self.forget_name(name, NO_SPAN)?;
        self.unit.jump(end, NO_SPAN);
        self.unit.region = region;

        self.unit.bind(name_cleanup);
        self.forget_name(name, NO_SPAN)?;
        self.unit.emit(Op::Reraise(1), NO_SPAN);
        Ok(())
    }

    fn try_except_star(&mut self, parts: Try<'a>, span: Span) -> Outcome {
        let handler_start = self.unit.label();
        let orelse = self.unit.label();
        let cleanup = self.unit.label();
        let end = self.unit.label();
        let reraise = self.unit.label();
        self.unit.emit(Op::Nop, span);
        self.unit.protect(handler_start, false, 0);
        let start = self.unit.label_here();
        self.push_block(BlockKind::TryExcept, start, end, span)?;
        self.statements(parts.body)?;
        self.pop_block();
        self.unit.unprotect();
        self.unit.jump(orelse, NO_SPAN);

        self.unit.bind(handler_start);
        self.unit.protect(cleanup, true, 0);
        self.unit.emit(Op::PushExcInfo, NO_SPAN);
        self.push_block(BlockKind::ExceptionGroupHandler, handler_start, end, span)?;
        // The stack holds: the original, the list of what is to be raised again, the rest that no
        // handler has taken yet.
        for (index, handler) in parts.handlers.iter().enumerate() {
            if index == 0 {
                self.unit.emit(Op::BuildList(0), handler.span);
                self.unit.emit(Op::Copy(2), handler.span);
            }
            self.star_handler(handler, end)?;
        }
        self.unit.emit(Op::ListAppend(1), NO_SPAN);
        self.pop_block();
        self.unit.emit(Op::CallIntrinsic2(Intrinsic2::PrepareReraiseStar), NO_SPAN);
        self.unit.emit(Op::Copy(1), NO_SPAN);
        self.unit.emit_jump(Op::PopJumpIfNotNone, reraise, NO_SPAN);
        self.unit.emit(Op::Pop, NO_SPAN);
        self.unit.unprotect();
        self.unit.emit(Op::PopExcept, NO_SPAN);
        self.unit.jump(end, NO_SPAN);
        self.unit.bind(reraise);
        self.unit.emit(Op::Swap(2), NO_SPAN);
        self.unit.emit(Op::PopExcept, NO_SPAN);
        self.unit.emit(Op::Reraise(0), NO_SPAN);
        self.reraise_from_handler(cleanup);
        self.unit.bind(orelse);
        self.statements(parts.orelse)?;
        self.unit.bind(end);
        Ok(())
    }

    /// One `except*`: `[original, raised, rest → original, raised, rest]`.
    fn star_handler(&mut self, handler: &'a ExceptHandler, end: Label) -> Outcome {
        let span = handler.span;
        let no_match = self.unit.label();
        let next = self.unit.label();
        let body_failed = self.unit.label();
        if let Some(class) = &handler.class {
            self.expression(class)?;
            self.unit.emit(Op::CheckEgMatch, span);
            self.unit.emit(Op::Copy(1), span);
            self.unit.emit_jump(Op::PopJumpIfNone, no_match, span);
        }
        let name = handler.name.as_ref().map(|name| &name.name);
        match name {
            Some(name) => self.store_name(name, span)?,
            None => self.unit.emit(Op::Pop, span),
        }
        self.unit.protect(body_failed, true, 0);
        let start = self.unit.label_here();
        self.push_block(BlockKind::HandlerCleanup(name), start, end, span)?;
        self.statements(&handler.body)?;
        self.pop_block();
        self.unit.unprotect();
        if let Some(name) = name {
            self.forget_name(name, NO_SPAN)?;
        }
        self.unit.jump(next, NO_SPAN);

        // An exception in the body joins the list: `[original, raised, rest, origin, exception]`.
        self.unit.bind(body_failed);
        if let Some(name) = name {
            self.forget_name(name, NO_SPAN)?;
        }
        self.unit.emit(Op::ListAppend(3), NO_SPAN);
        self.unit.emit(Op::Pop, NO_SPAN);
        self.unit.jump(next, NO_SPAN);

        self.unit.bind(no_match);
        self.unit.emit(Op::Pop, span);
        self.unit.bind(next);
        Ok(())
    }

    // ── with ──

    pub(super) fn with_statement(
        &mut self,
        items: &'a [WithItem],
        is_async: bool,
        body: &'a [Statement],
        span: Span,
    ) -> Outcome {
        let Some((item, rest)) = items.split_first() else { return self.statements(body) };
        self.deeper(span)?;
        let place = item.context.span;
        let handler = self.unit.label();
        let cleanup = self.unit.label();
        let suppress = self.unit.label();
        let end = self.unit.label();
        self.expression(&item.context)?;
        if is_async {
            self.unit.emit(Op::BeforeAsyncWith, place);
            self.await_entered(place);
        } else {
            self.unit.emit(Op::BeforeWith, place);
        }
        // The result of `__enter__` is not there for the handler.
        self.unit.protect(handler, true, 1);
        let start = self.unit.label_here();
        self.push_block(BlockKind::With { span: place, is_async }, start, end, span)?;
        match &item.target {
            Some(target) => self.assign(target)?,
            None => self.unit.emit(Op::Pop, place),
        }
        self.with_statement(rest, is_async, body, span)?;
        self.unit.unprotect();
        self.pop_block();
        self.call_exit_without_exception(is_async, place);
        self.unit.jump(end, place);

        self.unit.bind(handler);
        self.unit.protect(cleanup, true, 0);
        self.unit.emit(Op::PushExcInfo, place);
        self.unit.emit(Op::WithExceptStart, place);
        if is_async {
            self.await_exited(place);
        }
        self.unit.emit_jump(Op::PopJumpIfTrue, suppress, place);
        self.unit.emit(Op::Reraise(2), place);
        self.unit.bind(suppress);
        self.unit.emit(Op::Pop, place);
        self.unit.unprotect();
        self.unit.emit(Op::PopExcept, place);
        for _origin_self_exit in 0..3 {
            self.unit.emit(Op::Pop, place);
        }
        self.unit.jump(end, place);
        self.reraise_from_handler(cleanup);
        self.unit.bind(end);
        self.depth -= 1;
        Ok(())
    }

    /// `exit(None, None, None)`, its result dropped: `[exit, self →]`.
    pub(super) fn call_exit_without_exception(&mut self, is_async: bool, span: Span) {
        for _class_value_traceback in 0..3 {
            self.unit.emit(Op::LoadNone, span);
        }
        self.unit.emit(Op::Call(3), span);
        if is_async {
            self.await_exited(span);
        }
        self.unit.emit(Op::Pop, span);
    }
}
