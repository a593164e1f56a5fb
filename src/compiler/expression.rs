//! Expressions, except calls, comprehensions and lambdas, which have files of their own.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::error::{Outcome, syntax_error};
use super::scope::ComprehensionKind;
use super::{Compiler, UnitKind};
use crate::code::op::{Comparison, Op};
use crate::code::{CodeKind, Const, NO_SPAN};

/// Displays with more items than this are built item by item, to keep the stack small.
const MAX_STACKED: usize = 30;

/// How a list, tuple or set is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Display {
    List,
    Tuple,
    Set,
}

impl<'a> Compiler<'a> {
    /// Pushes the value of an expression.
    pub(super) fn expression(&mut self, expression: &'a Expression) -> Outcome {
        self.deeper(expression.span)?;
        match self.constant(expression) {
            Some(constant) => self.unit.load_constant(constant, expression.span),
            None => self.expression_kind(expression)?,
        }
        self.depth -= 1;
        Ok(())
    }

    fn expression_kind(&mut self, expression: &'a Expression) -> Outcome {
        use ExpressionKind::*;
        let span = expression.span;
        match &expression.kind {
            BoolOp { operator, values } => self.bool_op(*operator, values, span),
            Named { target, value } => {
                self.expression(value)?;
                self.unit.emit(Op::Copy(1), span);
                self.assign(target)
            }
            Binary { .. } => self.binary_chain(expression),
            Unary { operator, operand } => self.unary(*operator, operand, span),
            Lambda { parameters, body } => self.lambda(expression, parameters, body),
            IfExp { test, body, orelse } => {
                let otherwise = self.unit.label();
                let end = self.unit.label();
                let branch = super::control::Branch { target: otherwise, when: false };
                self.jump_if(test, branch)?;
                self.expression(body)?;
                self.unit.jump(end, NO_SPAN);
                self.unit.bind(otherwise);
                self.expression(orelse)?;
                self.unit.bind(end);
                Ok(())
            }
            Dict { keys, values } => self.dict_display(keys, values, span),
            Set(items) => self.display(items, Display::Set, span),
            List(items) => self.display(items, Display::List, span),
            Tuple(items) => self.display(items, Display::Tuple, span),
            ListComp { element, generators } => {
                self.comprehension(expression, ComprehensionKind::List, element, None, generators)
            }
            SetComp { element, generators } => {
                self.comprehension(expression, ComprehensionKind::Set, element, None, generators)
            }
            Generator { element, generators } => {
                let kind = ComprehensionKind::Generator;
                self.comprehension(expression, kind, element, None, generators)
            }
            DictComp { key, value, generators } => {
                let kind = ComprehensionKind::Dict;
                self.comprehension(expression, kind, key, Some(value), generators)
            }
            Await(value) => self.await_expression(value, span),
            Yield(value) => {
                if !self.scope().kind.is_function_like() {
                    return syntax_error("'yield' outside function", span);
                }
                match value {
                    Some(value) => self.expression(value)?,
                    None => self.unit.emit(Op::LoadNone, span),
                }
                self.yield_value(span);
                Ok(())
            }
            YieldFrom(value) => {
                if !self.scope().kind.is_function_like() {
                    return syntax_error("'yield from' outside function", span);
                }
                if self.unit.kind == UnitKind::AsyncFunction {
                    return syntax_error("'yield from' inside async function", span);
                }
                self.expression(value)?;
                self.unit.emit(Op::GetYieldFromIter, span);
                self.delegate(span);
                Ok(())
            }
            Compare { left, operators, comparators } => {
                self.comparison(left, operators, comparators, span)
            }
            Call { function, arguments, keywords } => {
                self.call(function, arguments, keywords, span)
            }
            JoinedString(parts) => self.joined_string(parts, span),
            // All constants were loaded on the way here.
            Constant(_) => Ok(()),
            Attribute { value, attribute } => {
                if self.super_arguments(value, attribute)? {
                    let number = self.attribute_number(&attribute.name);
                    self.unit.emit(Op::LoadSuperAttr(number), span);
                    return Ok(());
                }
                self.expression(value)?;
                let number = self.attribute_number(&attribute.name);
                let place = self.attribute_span(span, attribute);
                self.unit.emit(Op::LoadAttr(number), place);
                Ok(())
            }
            Subscript { value, index } => {
                self.check_subscript(value, index, span);
                self.expression(value)?;
                self.subscript_index(index)?;
                self.unit.emit(Op::BinarySubscr, span);
                Ok(())
            }
            Starred(_) => syntax_error("can't use starred expression here", span),
            Name(name) => {
                self.load_name(name, span);
                Ok(())
            }
            Slice { lower, upper, step } => {
                self.slice(lower.as_deref(), upper.as_deref(), step.as_deref(), span)
            }
        }
    }

    /// `[v → what is sent]`
    pub(super) fn yield_value(&mut self, span: Span) {
        let op = match self.unit.code_kind {
            CodeKind::AsyncGenerator => Op::AsyncYieldValue,
            _ => Op::YieldValue,
        };
        self.unit.emit(op, span);
    }

    /// The place of an attribute access: from the name on, if it is on another line than the
    /// start of the expression.
    pub(super) fn attribute_span(&self, whole: Span, attribute: &Identifier) -> Span {
        match self.line(whole) == self.line(attribute.span) {
            true => whole,
            false => Span { start: attribute.span.start, end: whole.end },
        }
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &'a Expression, span: Span) -> Outcome {
        let op = match operator {
            UnaryOperator::Invert => Op::UnaryInvert,
            UnaryOperator::Not => return self.negation(operand, span),
            UnaryOperator::Plus => Op::UnaryPositive,
            UnaryOperator::Minus => Op::UnaryNegative,
        };
        self.expression(operand)?;
        self.unit.emit(op, span);
        Ok(())
    }

    /// `not`. Of `a in b` and `a is b` it makes `a not in b` and `a is not b`; another comparison
    /// belongs, with its errors, to the whole expression.
    fn negation(&mut self, operand: &'a Expression, span: Span) -> Outcome {
        if let ExpressionKind::Compare { left, operators, comparators } = &operand.kind
            && let ([operator], [right]) = (operators.as_slice(), comparators.as_slice())
        {
            let opposite = opposite(*operator);
            let operator = opposite.unwrap_or(*operator);
            self.check_compare(left, &[operator], comparators, operand.span);
            self.expression(left)?;
            self.comparator(operator, right)?;
            if opposite.is_some() {
                self.compare(operator, operand.span);
            } else {
                self.compare(operator, span);
                self.unit.emit(Op::UnaryNot, span);
            }
            return Ok(());
        }
        // `not not a`
        if let ExpressionKind::Unary { operator: UnaryOperator::Not, operand: inner } =
            &operand.kind
            && !matches!(inner.kind, ExpressionKind::Compare { .. })
        {
            self.expression(inner)?;
            self.unit.emit(Op::ToBool, operand.span);
            return Ok(());
        }
        self.expression(operand)?;
        self.unit.emit(Op::UnaryNot, span);
        Ok(())
    }

    /// Operators that nest to the left are compiled without recursion: there is no limit to the
    /// length of `a + b + c + …`.
    fn binary_chain(&mut self, outermost: &'a Expression) -> Outcome {
        let mut chain = Vec::new();
        let mut expression = outermost;
        while let ExpressionKind::Binary { left, operator, right } = &expression.kind {
            if self.constant(expression).is_some() {
                break;
            }
            chain.push((*operator, &**right, expression.span));
            expression = left;
        }
        if let Some((BinaryOperator::Modulo, right, span)) = chain.last().copied()
            && self.percent_format(expression, right, span)?
        {
            chain.pop();
        } else {
            self.expression(expression)?;
        }
        for (operator, right, span) in chain.into_iter().rev() {
            self.expression(right)?;
            self.unit.emit(Op::Binary(operator), span);
        }
        Ok(())
    }

    fn bool_op(&mut self, operator: BoolOperator, values: &'a [Expression], span: Span) -> Outcome {
        let jump = match operator {
            BoolOperator::And => Op::JumpIfFalseOrPop,
            BoolOperator::Or => Op::JumpIfTrueOrPop,
        };
        let end = self.unit.label();
        let Some((last, rest)) = values.split_last() else { return Ok(()) };
        for value in rest {
            self.expression(value)?;
            self.unit.emit_jump(jump, end, span);
        }
        self.expression(last)?;
        self.unit.bind(end);
        Ok(())
    }

    // ── comparisons ──

    fn comparison(
        &mut self,
        left: &'a Expression,
        operators: &[CompareOperator],
        comparators: &'a [Expression],
        span: Span,
    ) -> Outcome {
        self.check_compare(left, operators, comparators, span);
        let (Some((last_operator, operators)), Some((last, comparators))) =
            (operators.split_last(), comparators.split_last())
        else {
            return self.expression(left);
        };
        self.expression(left)?;
        if comparators.is_empty() {
            self.comparator(*last_operator, last)?;
            self.compare(*last_operator, span);
            return Ok(());
        }
        let end = self.unit.label();
        let cleanup = self.unit.label();
        for (operator, comparator) in operators.iter().zip(comparators) {
            self.comparator(*operator, comparator)?;
            self.unit.emit(Op::Swap(2), span);
            self.unit.emit(Op::Copy(2), span);
            self.compare(*operator, span);
            self.unit.emit_jump(Op::JumpIfFalseOrPop, cleanup, span);
        }
        self.comparator(*last_operator, last)?;
        self.compare(*last_operator, span);
        self.unit.jump(end, NO_SPAN);
        self.unit.bind(cleanup);
        self.unit.emit(Op::Swap(2), span);
        self.unit.emit(Op::Pop, span);
        self.unit.bind(end);
        Ok(())
    }

    /// The right side of a comparison. A display of constants behind `in` is a constant itself.
    pub(super) fn comparator(
        &mut self,
        operator: CompareOperator,
        value: &'a Expression,
    ) -> Outcome {
        if matches!(operator, CompareOperator::In | CompareOperator::NotIn)
            && let Some(constant) = self.constant_display(value)
        {
            self.unit.load_constant(constant, value.span);
            return Ok(());
        }
        self.expression(value)
    }

    /// A list of constants as a tuple, a set of constants as a frozenset.
    fn constant_display(&mut self, value: &Expression) -> Option<Const> {
        match &value.kind {
            ExpressionKind::List(items) => Some(Const::Tuple(self.constants(items)?)),
            ExpressionKind::Set(items) => Some(Const::FrozenSet(self.constants(items)?)),
            _ => None,
        }
    }

    /// What a loop runs over: a list of constants serves as a tuple.
    pub(super) fn iterable(&mut self, value: &'a Expression) -> Outcome {
        if let Some(constant) = self.constant_display(value) {
            self.unit.load_constant(constant, value.span);
            return Ok(());
        }
        self.expression(value)
    }

    pub(super) fn compare(&mut self, operator: CompareOperator, span: Span) {
        let op = match operator {
            CompareOperator::Equal => Op::Compare(Comparison::Equal),
            CompareOperator::NotEqual => Op::Compare(Comparison::NotEqual),
            CompareOperator::Less => Op::Compare(Comparison::Less),
            CompareOperator::LessEqual => Op::Compare(Comparison::LessEqual),
            CompareOperator::Greater => Op::Compare(Comparison::Greater),
            CompareOperator::GreaterEqual => Op::Compare(Comparison::GreaterEqual),
            CompareOperator::Is => Op::Is(false),
            CompareOperator::IsNot => Op::Is(true),
            CompareOperator::In => Op::Contains(false),
            CompareOperator::NotIn => Op::Contains(true),
        };
        self.unit.emit(op, span);
    }

    // ── subscripts ──

    /// The index of a subscript: a slice is built here, whatever surrounds it.
    pub(super) fn subscript_index(&mut self, index: &'a Expression) -> Outcome {
        self.expression(index)
    }

    fn slice(
        &mut self,
        lower: Option<&'a Expression>,
        upper: Option<&'a Expression>,
        step: Option<&'a Expression>,
        span: Span,
    ) -> Outcome {
        for part in [lower, upper] {
            match part {
                Some(part) => self.expression(part)?,
                None => self.unit.emit(Op::LoadNone, span),
            }
        }
        if let Some(step) = step {
            self.expression(step)?;
        }
        self.unit.emit(Op::BuildSlice(2 + step.is_some() as u32), span);
        Ok(())
    }

    // ── displays ──

    /// A list, tuple or set, stars unpacked.
    pub(super) fn display(
        &mut self,
        items: &'a [Expression],
        kind: Display,
        span: Span,
    ) -> Outcome {
        if items.len() > 2
            && kind != Display::Tuple
            && let Some(constants) = self.constants(items)
        {
            let (empty, constant) = match kind {
                Display::Set => (Op::BuildSet(0), Const::FrozenSet(constants)),
                _ => (Op::BuildList(0), Const::Tuple(constants)),
            };
            self.unit.emit(empty, span);
            self.unit.load_constant(constant, span);
            self.unit.emit(extend(kind), span);
            return Ok(());
        }
        let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
        let big = items.len() > MAX_STACKED;
        if !big && !items.iter().any(starred) {
            for item in items {
                self.expression(item)?;
            }
            self.unit.emit(build(kind, items.len()), span);
            return Ok(());
        }
        let collecting = if kind == Display::Tuple { Display::List } else { kind };
        let mut built = big;
        if big {
            self.unit.emit(build(collecting, 0), span);
        }
        for (index, item) in items.iter().enumerate() {
            match &item.kind {
                ExpressionKind::Starred(inner) => {
                    if !built {
                        self.unit.emit(build(collecting, index), span);
                        built = true;
                    }
                    self.expression(inner)?;
                    self.unit.emit(extend(collecting), span);
                }
                _ => {
                    self.expression(item)?;
                    if built {
                        let op = match collecting {
                            Display::Set => Op::SetAdd(1),
                            _ => Op::ListAppend(1),
                        };
                        self.unit.emit(op, span);
                    }
                }
            }
        }
        if kind == Display::Tuple {
            self.unit.emit(Op::ListToTuple, span);
        }
        Ok(())
    }

    fn dict_display(
        &mut self,
        keys: &'a [Option<Expression>],
        values: &'a [Expression],
        span: Span,
    ) -> Outcome {
        // Pairs in a row are built into one dict; all further ones update it.
        let mut have_dict = false;
        let mut pairs: Vec<(&'a Expression, &'a Expression)> = Vec::new();
        for (key, value) in keys.iter().zip(values) {
            match key {
                Some(key) => pairs.push((key, value)),
                None => {
                    self.dict_pairs(&mut pairs, &mut have_dict, span)?;
                    if !have_dict {
                        self.unit.emit(Op::BuildMap(0), span);
                        have_dict = true;
                    }
                    self.expression(value)?;
                    self.unit.emit(Op::DictUpdate(1), span);
                }
            }
        }
        self.dict_pairs(&mut pairs, &mut have_dict, span)?;
        if !have_dict {
            self.unit.emit(Op::BuildMap(0), span);
        }
        Ok(())
    }

    fn dict_pairs(
        &mut self,
        pairs: &mut Vec<(&'a Expression, &'a Expression)>,
        have_dict: &mut bool,
        span: Span,
    ) -> Outcome {
        if pairs.is_empty() {
            return Ok(());
        }
        let pairs = std::mem::take(pairs);
        if *have_dict || pairs.len() * 2 > MAX_STACKED {
            if !*have_dict {
                self.unit.emit(Op::BuildMap(0), span);
            }
            for (key, value) in pairs {
                self.expression(key)?;
                self.expression(value)?;
                self.unit.emit(Op::MapAdd(1), span);
            }
        } else {
            let count = pairs.len() as u32;
            for (key, value) in pairs {
                self.expression(key)?;
                self.expression(value)?;
            }
            self.unit.emit(Op::BuildMap(count), span);
        }
        *have_dict = true;
        Ok(())
    }
}

/// The comparison that `not` makes of another one.
pub fn opposite(operator: CompareOperator) -> Option<CompareOperator> {
    match operator {
        CompareOperator::In => Some(CompareOperator::NotIn),
        CompareOperator::NotIn => Some(CompareOperator::In),
        CompareOperator::Is => Some(CompareOperator::IsNot),
        CompareOperator::IsNot => Some(CompareOperator::Is),
        _ => None,
    }
}

fn build(kind: Display, count: usize) -> Op {
    let count = count as u32;
    match kind {
        Display::List => Op::BuildList(count),
        Display::Tuple => Op::BuildTuple(count),
        Display::Set => Op::BuildSet(count),
    }
}

fn extend(kind: Display) -> Op {
    match kind {
        Display::Set => Op::SetUpdate(1),
        Display::List | Display::Tuple => Op::ListExtend(1),
    }
}
