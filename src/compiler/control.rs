//! Loops, conditions, and leaving blocks by `break`, `continue` and `return`.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::emit::Label;
use super::error::{Outcome, syntax_error};
use super::expression::opposite;
use crate::code::op::Op;
use crate::code::{CodeKind, NO_SPAN};

/// CPython's limit on loops, `try`s and `with`s inside each other.
const MAX_BLOCKS: usize = 21;

/// Something around the current place that must be undone when control leaves it.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub kind: BlockKind<'a>,
    /// Where `continue` goes.
    pub start: Label,
    /// Where `break` goes.
    pub end: Label,
}

#[derive(Clone, Copy)]
pub enum BlockKind<'a> {
    WhileLoop,
    /// The iterator lies on the stack.
    ForLoop,
    /// The body of a `try` with handlers.
    TryExcept,
    /// The body of a `try` with `finally`, and what `finally` does.
    FinallyTry(&'a [Statement]),
    /// A `finally` that runs because of an exception, which lies on the stack.
    FinallyEnd,
    /// `__exit__` lies on the stack.
    With {
        span: Span,
        is_async: bool,
    },
    /// The body of an `except`; the name it binds.
    HandlerCleanup(Option<&'a Name>),
    ExceptionHandler,
    ExceptionGroupHandler,
    /// A value that is in the way.
    PopValue,
}

/// Where a condition goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Branch {
    pub target: Label,
    /// Jump if the condition is true, else if it is false.
    pub when: bool,
}

impl<'a> Compiler<'a> {
    pub(super) fn push_block(
        &mut self,
        kind: BlockKind<'a>,
        start: Label,
        end: Label,
        span: Span,
    ) -> Outcome {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            return syntax_error("too many statically nested blocks", span);
        }
        self.unit.blocks.push(Block { kind, start, end });
        Ok(())
    }

    pub(super) fn pop_block(&mut self) {
        self.unit.blocks.pop();
    }

    // ── statements ──

    /// `if` with its `elif`s, without recursion over them.
    pub(super) fn if_chain(&mut self, first: &'a Statement) -> Outcome {
        let end = self.unit.label();
        let mut statement = first;
        while let StatementKind::If { test, body, orelse } = &statement.kind {
            let next = if orelse.is_empty() { end } else { self.unit.label() };
            self.jump_if(test, Branch { target: next, when: false })?;
            self.statements(body)?;
            if orelse.is_empty() {
                break;
            }
            self.unit.jump(end, NO_SPAN);
            self.unit.bind(next);
            match orelse.as_slice() {
                [chained @ Statement { kind: StatementKind::If { .. }, .. }] => {
                    statement = chained;
                }
                _ => {
                    self.statements(orelse)?;
                    break;
                }
            }
        }
        self.unit.bind(end);
        Ok(())
    }

    pub(super) fn while_loop(
        &mut self,
        test: &'a Expression,
        body: &'a [Statement],
        orelse: &'a [Statement],
        span: Span,
    ) -> Outcome {
        let start = self.unit.label_here();
        let exhausted = self.unit.label();
        let end = self.unit.label();
        self.push_block(BlockKind::WhileLoop, start, end, span)?;
        self.jump_if(test, Branch { target: exhausted, when: false })?;
        self.statements(body)?;
        self.unit.jump(start, NO_SPAN);
        self.pop_block();
        self.unit.bind(exhausted);
        self.statements(orelse)?;
        self.unit.bind(end);
        Ok(())
    }

    pub(super) fn for_loop(
        &mut self,
        target: &'a Expression,
        iter: &'a Expression,
        body: &'a [Statement],
        orelse: &'a [Statement],
        span: Span,
    ) -> Outcome {
        let start = self.unit.label();
        let exhausted = self.unit.label();
        let end = self.unit.label();
        self.push_block(BlockKind::ForLoop, start, end, span)?;
        self.iterable(iter)?;
        self.unit.emit(Op::GetIter, iter.span);
        self.unit.bind(start);
        self.unit.emit_jump(Op::ForIter, exhausted, iter.span);
        self.assign(target)?;
        self.statements(body)?;
        self.unit.jump(start, NO_SPAN);
        self.unit.bind(exhausted);
        self.pop_block();
        self.statements(orelse)?;
        self.unit.bind(end);
        Ok(())
    }

    pub(super) fn break_or_continue(&mut self, breaks: bool, span: Span) -> Outcome {
        self.unit.emit(Op::Nop, span);
        let region = self.unit.region;
        let blocks = self.unit.blocks.clone();
        let mut place = span;
        let found = self.unwind_to_loop(&mut place)?;
        let Some(target) = found else {
            let message = match breaks {
                true => "'break' outside loop",
                false => "'continue' not properly in loop",
            };
            return syntax_error(message, span);
        };
        if breaks {
            self.unwind_block(target, false, &mut place)?;
            self.unit.jump(target.end, place);
        } else {
            self.unit.jump(target.start, place);
        }
        self.unit.blocks = blocks;
        self.unit.region = region;
        Ok(())
    }

    pub(super) fn return_statement(
        &mut self,
        value: Option<&'a Expression>,
        span: Span,
    ) -> Outcome {
        if !self.scope().kind.is_function_like() {
            return syntax_error("'return' outside function", span);
        }
        if value.is_some() && self.unit.code_kind == CodeKind::AsyncGenerator {
            return syntax_error("'return' with value in async generator", span);
        }
        let constant = value.and_then(|value| self.constant(value));
        let keeps_value = value.is_some() && constant.is_none();
        let mut place = span;
        if let Some(value) = value {
            if keeps_value {
                self.expression(value)?;
            } else {
                place = value.span;
                self.unit.emit(Op::Nop, place);
            }
        }
        if value.is_none_or(|value| self.line(value.span) != self.line(span)) {
            place = span;
            self.unit.emit(Op::Nop, span);
        } else if keeps_value {
            place = span;
        }
        let region = self.unit.region;
        let blocks = self.unit.blocks.clone();
        self.unwind_all(keeps_value, &mut place)?;
        match (value, constant) {
            (None, _) => self.unit.emit(Op::LoadNone, place),
            (Some(_), Some(constant)) => self.unit.load_constant(constant, place),
            (Some(_), None) => {}
        }
        self.emit_return(place);
        self.unit.blocks = blocks;
        self.unit.region = region;
        Ok(())
    }

    // ── leaving blocks ──

    fn refuse_leaving_group_handler(&self, block: Block<'a>, span: Span) -> Outcome {
        match block.kind {
            BlockKind::ExceptionGroupHandler => syntax_error(
                "'break', 'continue' and 'return' cannot appear in an except* block",
                span,
            ),
            _ => Ok(()),
        }
    }

    /// Undoes the blocks inside the innermost loop; returns the loop.
    fn unwind_to_loop(&mut self, place: &mut Span) -> Outcome<Option<Block<'a>>> {
        while let Some(&block) = self.unit.blocks.last() {
            self.refuse_leaving_group_handler(block, *place)?;
            if matches!(block.kind, BlockKind::WhileLoop | BlockKind::ForLoop) {
                return Ok(Some(block));
            }
            self.unit.blocks.pop();
            self.unwind_block(block, false, place)?;
        }
        Ok(None)
    }

    fn unwind_all(&mut self, keeps_value: bool, place: &mut Span) -> Outcome {
        while let Some(&block) = self.unit.blocks.last() {
            self.refuse_leaving_group_handler(block, *place)?;
            self.unit.blocks.pop();
            self.unwind_block(block, keeps_value, place)?;
        }
        Ok(())
    }

    /// Undoes one block. `keeps_value`: the value to return lies on top of the stack and stays.
    /// `place` is where the instructions belong that follow.
    fn unwind_block(&mut self, block: Block<'a>, keeps_value: bool, place: &mut Span) -> Outcome {
        match block.kind {
            BlockKind::WhileLoop
            | BlockKind::ExceptionHandler
            | BlockKind::ExceptionGroupHandler => {}
            BlockKind::ForLoop | BlockKind::PopValue => {
                if keeps_value {
                    self.unit.emit(Op::Swap(2), *place);
                }
                self.unit.emit(Op::Pop, *place);
            }
            BlockKind::TryExcept => self.unit.unprotect(),
            BlockKind::FinallyTry(body) => {
                self.unit.unprotect();
                if keeps_value {
                    self.push_block(BlockKind::PopValue, block.start, block.end, *place)?;
                }
                self.statements(body)?;
                if keeps_value {
                    self.pop_block();
                }
                // What follows seems to happen after the statement that leaves.
                *place = NO_SPAN;
            }
            BlockKind::FinallyEnd => {
                if keeps_value {
                    self.unit.emit(Op::Swap(2), *place);
                }
                self.unit.emit(Op::Pop, *place);
                if keeps_value {
                    self.unit.emit(Op::Swap(2), *place);
                }
                self.unit.unprotect();
                self.unit.emit(Op::PopExcept, *place);
            }
            BlockKind::With { span, is_async } => {
                *place = span;
                self.unit.unprotect();
                if keeps_value {
                    // `exit, self, value` becomes `value, exit, self`.
                    self.unit.emit(Op::Swap(3), *place);
                    self.unit.emit(Op::Swap(2), *place);
                }
                self.call_exit_without_exception(is_async, *place);
                *place = NO_SPAN;
            }
            BlockKind::HandlerCleanup(name) => {
                if name.is_some() {
                    self.unit.unprotect();
                }
                if keeps_value {
                    self.unit.emit(Op::Swap(2), *place);
                }
                self.unit.unprotect();
                self.unit.emit(Op::PopExcept, *place);
                if let Some(name) = name {
                    self.forget_name(name, *place)?;
                }
            }
        }
        Ok(())
    }

    /// `name = None; del name`, at the end of `except … as name`.
    pub(super) fn forget_name(&mut self, name: &Name, span: Span) -> Outcome {
        self.unit.emit(Op::LoadNone, span);
        self.store_name(name, span)?;
        self.delete_name(name, span)
    }

    // ── conditions ──

    /// Evaluates a condition and jumps on its outcome; leaves nothing on the stack.
    pub(super) fn jump_if(&mut self, test: &'a Expression, branch: Branch) -> Outcome {
        self.deeper(test.span)?;
        self.jump_if_kind(test, branch)?;
        self.depth -= 1;
        Ok(())
    }

    fn jump_if_kind(&mut self, test: &'a Expression, branch: Branch) -> Outcome {
        if let Some(constant) = self.constant(test) {
            self.unit.emit(Op::Nop, test.span);
            if super::fold::truth(&constant) == branch.when {
                self.unit.jump(branch.target, test.span);
            }
            return Ok(());
        }
        match &test.kind {
            ExpressionKind::Unary { operator: UnaryOperator::Not, operand } => {
                if let ExpressionKind::Compare { left, operators, comparators } = &operand.kind
                    && let [operator] = operators.as_slice()
                    && let Some(opposite) = opposite(*operator)
                {
                    return self.jump_if_compare(operand, left, &[opposite], comparators, branch);
                }
                self.jump_if(operand, Branch { when: !branch.when, ..branch })
            }
            ExpressionKind::BoolOp { operator, values } => {
                let decides = *operator == BoolOperator::Or;
                let Some((last, rest)) = values.split_last() else { return Ok(()) };
                let after = self.unit.label();
                let short = if decides == branch.when { branch.target } else { after };
                for value in rest {
                    self.jump_if(value, Branch { target: short, when: decides })?;
                }
                self.jump_if(last, branch)?;
                self.unit.bind(after);
                Ok(())
            }
            ExpressionKind::IfExp { test, body, orelse } => {
                let end = self.unit.label();
                let otherwise = self.unit.label();
                self.jump_if(test, Branch { target: otherwise, when: false })?;
                self.jump_if(body, branch)?;
                self.unit.jump(end, NO_SPAN);
                self.unit.bind(otherwise);
                self.jump_if(orelse, branch)?;
                self.unit.bind(end);
                Ok(())
            }
            ExpressionKind::Compare { left, operators, comparators } => {
                self.jump_if_compare(test, left, operators, comparators, branch)
            }
            _ => {
                self.expression(test)?;
                self.jump_on(branch, test.span);
                Ok(())
            }
        }
    }

    fn jump_on(&mut self, branch: Branch, span: Span) {
        let jump = if branch.when { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse };
        self.unit.emit_jump(jump, branch.target, span);
    }

    fn jump_if_compare(
        &mut self,
        test: &'a Expression,
        left: &'a Expression,
        operators: &[CompareOperator],
        comparators: &'a [Expression],
        branch: Branch,
    ) -> Outcome {
        use CompareOperator::{Is, IsNot};
        const NONE: ExpressionKind = ExpressionKind::Constant(Constant::None);
        self.check_compare(left, operators, comparators, test.span);
        if let ([operator], [right]) = (operators, comparators) {
            self.expression(left)?;
            if matches!(operator, Is | IsNot) && right.kind == NONE {
                let on_none = (*operator == Is) == branch.when;
                let jump = if on_none { Op::PopJumpIfNone } else { Op::PopJumpIfNotNone };
                self.unit.emit_jump(jump, branch.target, test.span);
            } else {
                self.comparator(*operator, right)?;
                self.compare(*operator, test.span);
                self.jump_on(branch, test.span);
            }
            return Ok(());
        }
        let (Some((last_operator, operators)), Some((last, comparators))) =
            (operators.split_last(), comparators.split_last())
        else {
            return Ok(());
        };
        let end = self.unit.label();
        let cleanup = self.unit.label();
        self.expression(left)?;
        for (operator, comparator) in operators.iter().zip(comparators) {
            self.comparator(*operator, comparator)?;
            self.unit.emit(Op::Swap(2), test.span);
            self.unit.emit(Op::Copy(2), test.span);
            self.compare(*operator, test.span);
            self.unit.emit_jump(Op::PopJumpIfFalse, cleanup, test.span);
        }
        self.comparator(*last_operator, last)?;
        self.compare(*last_operator, test.span);
        self.jump_on(branch, test.span);
        self.unit.jump(end, NO_SPAN);
        self.unit.bind(cleanup);
        self.unit.emit(Op::Pop, test.span);
        if !branch.when {
            self.unit.jump(branch.target, NO_SPAN);
        }
        self.unit.bind(end);
        Ok(())
    }
}
