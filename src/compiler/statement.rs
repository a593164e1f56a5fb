//! Statements: the way from each kind to the file that compiles it, and the simple ones.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::control::Branch;
use super::error::{Outcome, syntax_error};
use crate::code::op::{Intrinsic1, Op};
use crate::code::{Const, NO_SPAN};

impl<'a> Compiler<'a> {
    pub(super) fn statements(&mut self, statements: &'a [Statement]) -> Outcome {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &'a Statement) -> Outcome {
        self.deeper(statement.span)?;
        self.statement_kind(statement)?;
        self.depth -= 1;
        Ok(())
    }

    fn statement_kind(&mut self, statement: &'a Statement) -> Outcome {
        use StatementKind::*;
        let span = statement.span;
        match &statement.kind {
            FunctionDef(definition) => self.function_definition(definition, span),
            ClassDef(definition) => self.class_definition(definition, span),
            Return(value) => self.return_statement(value.as_ref(), span),
            Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            Assign { targets, value } => self.assign_statement(targets, value, span),
            AugAssign { target, operator, value } => {
                self.augmented_assignment(target, *operator, value, span)
            }
            AnnAssign { target, annotation, value, simple } => {
                self.annotated_assignment(target, annotation, value.as_ref(), *simple, span)
            }
            TypeAlias { name, type_params, value } => {
                self.type_alias(statement, name, type_params, value)
            }
            For { is_async: false, target, iter, body, orelse } => {
                self.for_loop(target, iter, body, orelse, span)
            }
            For { is_async: true, target, iter, body, orelse } => {
                self.async_for_loop(target, iter, body, orelse, span)
            }
            While { test, body, orelse } => self.while_loop(test, body, orelse, span),
            If { .. } => self.if_chain(statement),
            With { is_async, items, body } => {
                if *is_async {
                    self.require_async("'async with' outside async function", span)?;
                }
                self.with_statement(items, *is_async, body, span)
            }
            Match { subject, cases } => self.match_statement(subject, cases),
            Raise { exc, cause } => self.raise(exc.as_ref(), cause.as_ref(), span),
            Try { body, handlers, orelse, finalbody, is_star } => {
                let parts = super::exception::Try { body, handlers, orelse, is_star: *is_star };
                self.try_statement(parts, finalbody, span)
            }
            Assert { test, message } => self.assert(test, message.as_ref(), span),
            Import(names) => self.import(names, span),
            ImportFrom { module, names, level } => {
                self.import_from(module.as_ref(), names, *level, span)
            }
            Global(_) | Nonlocal(_) => Ok(()),
            Expression(value) => self.expression_statement(value, span),
            Pass => {
                self.unit.emit(Op::Nop, span);
                Ok(())
            }
            Break => self.break_or_continue(true, span),
            Continue => self.break_or_continue(false, span),
        }
    }

    fn expression_statement(&mut self, value: &'a Expression, span: Span) -> Outcome {
        if span.start >= self.shown_from && self.outer.is_empty() {
            self.expression(value)?;
            self.print_value(span);
            return Ok(());
        }
        if matches!(value.kind, ExpressionKind::Constant(_)) {
            self.unit.emit(Op::Nop, span);
            return Ok(());
        }
        self.expression(value)?;
        self.unit.emit(Op::Pop, NO_SPAN);
        Ok(())
    }

    fn raise(
        &mut self,
        exc: Option<&'a Expression>,
        cause: Option<&'a Expression>,
        span: Span,
    ) -> Outcome {
        let mut count = 0;
        for value in exc.into_iter().chain(cause) {
            self.expression(value)?;
            count += 1;
        }
        self.unit.emit(Op::Raise(count), span);
        Ok(())
    }

    fn assert(
        &mut self,
        test: &'a Expression,
        message: Option<&'a Expression>,
        span: Span,
    ) -> Outcome {
        if matches!(&test.kind, ExpressionKind::Tuple(items) if !items.is_empty()) {
            self.warn("assertion is always true, perhaps remove parentheses?", span);
        }
        if self.options.optimize > 0 {
            return Ok(());
        }
        let end = self.unit.label();
        self.jump_if(test, Branch { target: end, when: true })?;
        self.unit.emit(Op::LoadAssertionError, span);
        if let Some(message) = message {
            self.unit.emit(Op::PushNull, span);
            self.expression(message)?;
            self.unit.emit(Op::Call(1), span);
        }
        self.unit.emit(Op::Raise(1), test.span);
        self.unit.bind(end);
        Ok(())
    }

    // ── imports ──

    fn import(&mut self, names: &'a [Alias], span: Span) -> Outcome {
        for alias in names {
            let name = &alias.name.name;
            self.unit.load_constant(Const::Int(0.into()), span);
            self.unit.emit(Op::LoadNone, span);
            let number = self.unit.names.number(name);
            self.unit.emit(Op::ImportName(number), span);
            let mut parts = name.split('.');
            let package: Name = parts.next().unwrap_or_default().into();
            match &alias.asname {
                Some(asname) => self.import_as(parts, &asname.name, span)?,
                None => self.store_name(&package, span)?,
            }
        }
        Ok(())
    }

    /// `import a.b.c as d` binds `d` to the innermost module, the outermost being on the stack.
    fn import_as<'s>(
        &mut self,
        inner: impl Iterator<Item = &'s str>,
        asname: &Name,
        span: Span,
    ) -> Outcome {
        let mut inner = inner.peekable();
        let dotted = inner.peek().is_some();
        while let Some(part) = inner.next() {
            let number = self.unit.names.number(&part.into());
            self.unit.emit(Op::ImportFrom(number), span);
            if inner.peek().is_some() {
                self.unit.emit(Op::Swap(2), span);
                self.unit.emit(Op::Pop, span);
            }
        }
        self.store_name(asname, span)?;
        if dotted {
            self.unit.emit(Op::Pop, span);
        }
        Ok(())
    }

    fn import_from(
        &mut self,
        module: Option<&'a Identifier>,
        names: &'a [Alias],
        level: u32,
        span: Span,
    ) -> Outcome {
        let name: Name = module.map_or_else(|| "".into(), |module| module.name.clone());
        if level == 0 && &*name == "__future__" && span.start >= self.future_end {
            let text = "from __future__ imports must occur at the beginning of the file";
            return syntax_error(text, span);
        }
        self.unit.load_constant(Const::Int(level.into()), span);
        let list = names.iter().map(|alias| Const::Str(alias.name.name.clone())).collect();
        self.unit.load_constant(Const::Tuple(list), span);
        let number = self.unit.names.number(&name);
        self.unit.emit(Op::ImportName(number), span);
        if let [alias] = names
            && &*alias.name.name == "*"
        {
            self.unit.emit(Op::CallIntrinsic1(Intrinsic1::ImportStar), span);
            self.unit.emit(Op::Pop, NO_SPAN);
            return Ok(());
        }
        for alias in names {
            let number = self.unit.names.number(&alias.name.name);
            self.unit.emit(Op::ImportFrom(number), span);
            let target = alias.asname.as_ref().unwrap_or(&alias.name);
            self.store_name(&target.name, span)?;
        }
        self.unit.emit(Op::Pop, span);
        Ok(())
    }
}
