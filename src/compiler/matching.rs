//! The `match` statement.
//!
//! A pattern works on the subject on top of the stack and consumes it. Captured values gather on
//! the stack below what is still needed and are stored only when the whole pattern has matched.
//! When it does not, control goes to a ladder of `Pop`s, at the rung for what lies on the stack.

use hashbrown::HashSet;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::Compiler;
use super::control::Branch;
use super::emit::Label;
use super::error::{Outcome, syntax_error};
use super::fold::Key;
use crate::code::op::{Comparison, Op};
use crate::code::{Const, NO_SPAN};

/// The state of the pattern being compiled.
#[derive(Default)]
struct Attempt {
    /// The names captured so far, their values on the stack.
    stores: Vec<Name>,
    /// How many values the pattern keeps on top of the captured ones.
    on_top: usize,
    /// Labels by how many values are to be popped when the pattern fails.
    fail: Vec<Label>,
    /// Whether a pattern that always matches may stand here.
    allow_irrefutable: bool,
}

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(
        &mut self,
        subject: &'a Expression,
        cases: &'a [MatchCase],
    ) -> Outcome {
        self.expression(subject)?;
        let end = self.unit.label();
        let default = match cases.split_last() {
            Some((last, others)) if is_wildcard(&last.pattern) && !others.is_empty() => Some(last),
            _ => None,
        };
        let attempts = cases.len() - default.is_some() as usize;
        for (index, case) in cases[..attempts].iter().enumerate() {
            let span = case.pattern.span;
            let last = index + 1 == attempts;
            if !last {
                self.unit.emit(Op::Copy(1), span);
            }
            let mut attempt = Attempt {
                allow_irrefutable: case.guard.is_some() || index + 1 == cases.len(),
                ..Attempt::default()
            };
            self.pattern(&case.pattern, &mut attempt)?;
            for name in &attempt.stores {
                self.store_name(name, span)?;
            }
            if let Some(guard) = &case.guard {
                let target = self.fail_label(0, &mut attempt);
                self.jump_if(guard, Branch { target, when: false })?;
            }
            if !last {
                self.unit.emit(Op::Pop, NO_SPAN);
            }
            self.statements(&case.body)?;
            self.unit.jump(end, NO_SPAN);
            self.fail_ladder(&attempt, span);
        }
        if let Some(default) = default {
            self.unit.emit(Op::Nop, default.pattern.span);
            if let Some(guard) = &default.guard {
                self.jump_if(guard, Branch { target: end, when: false })?;
            }
            self.statements(&default.body)?;
        }
        self.unit.bind(end);
        Ok(())
    }

    // ── failing ──

    fn fail_label(&mut self, pops: usize, attempt: &mut Attempt) -> Label {
        while attempt.fail.len() <= pops {
            attempt.fail.push(self.unit.label());
        }
        attempt.fail[pops]
    }

    /// A jump to where everything the pattern has put on the stack is popped.
    fn jump_to_fail(&mut self, jump: fn(u32) -> Op, attempt: &mut Attempt, span: Span) {
        let label = self.fail_label(attempt.on_top + attempt.stores.len(), attempt);
        self.unit.emit_jump(jump, label, span);
    }

    fn fail_ladder(&mut self, attempt: &Attempt, span: Span) {
        for (pops, label) in attempt.fail.iter().enumerate().rev() {
            self.unit.bind(*label);
            if pops > 0 {
                self.unit.emit(Op::Pop, span);
            }
        }
    }

    // ── captures ──

    /// Moves the top of the stack below `count - 1` values.
    fn rotate(&mut self, count: usize, span: Span) {
        for n in (2..=count).rev() {
            self.unit.emit(Op::Swap(n as u32), span);
        }
    }

    fn capture(&mut self, name: Option<&Name>, attempt: &mut Attempt, span: Span) -> Outcome {
        let Some(name) = name else {
            self.unit.emit(Op::Pop, span);
            return Ok(());
        };
        self.refuse_debug_store(name, span)?;
        refuse_second_capture(name, attempt, span)?;
        self.rotate(attempt.on_top + attempt.stores.len() + 1, span);
        attempt.stores.push(name.clone());
        Ok(())
    }

    // ── patterns ──

    fn pattern(&mut self, pattern: &'a Pattern, attempt: &mut Attempt) -> Outcome {
        self.deeper(pattern.span)?;
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => {
                self.expression(value)?;
                self.unit.emit(Op::Compare(Comparison::Equal), span);
                self.jump_to_fail(Op::PopJumpIfFalse, attempt, span);
            }
            PatternKind::Singleton(constant) => {
                self.unit.load_constant(super::fold::literal(constant), span);
                self.unit.emit(Op::Is(false), span);
                self.jump_to_fail(Op::PopJumpIfFalse, attempt, span);
            }
            PatternKind::Sequence(patterns) => self.sequence_pattern(patterns, attempt, span)?,
            PatternKind::Mapping { keys, patterns, rest } => {
                self.mapping_pattern(keys, patterns, rest.as_ref(), attempt, span)?;
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.class_pattern(class, patterns, keywords, attempt, span)?;
            }
            PatternKind::Star(name) => {
                self.capture(name.as_ref().map(|name| &name.name), attempt, span)?;
            }
            PatternKind::As { pattern: None, name } => {
                if !attempt.allow_irrefutable {
                    let what = match name {
                        Some(name) => format!("name capture '{}'", name.name),
                        None => "wildcard".to_owned(),
                    };
                    let message = format!("{what} makes remaining patterns unreachable");
                    return syntax_error(message, span);
                }
                self.capture(name.as_ref().map(|name| &name.name), attempt, span)?;
            }
            PatternKind::As { pattern: Some(inner), name } => {
                attempt.on_top += 1;
                self.unit.emit(Op::Copy(1), span);
                self.pattern(inner, attempt)?;
                attempt.on_top -= 1;
                self.capture(name.as_ref().map(|name| &name.name), attempt, span)?;
            }
            PatternKind::Or(alternatives) => self.or_pattern(alternatives, attempt, span)?,
        }
        self.depth -= 1;
        Ok(())
    }

    /// A pattern inside another may be irrefutable.
    fn subpattern(&mut self, pattern: &'a Pattern, attempt: &mut Attempt) -> Outcome {
        let allowed = std::mem::replace(&mut attempt.allow_irrefutable, true);
        self.pattern(pattern, attempt)?;
        attempt.allow_irrefutable = allowed;
        Ok(())
    }

    /// Subpatterns for values that lie on the stack, the first one's on top.
    fn subpatterns(
        &mut self,
        patterns: impl ExactSizeIterator<Item = &'a Pattern>,
        attempt: &mut Attempt,
    ) -> Outcome {
        attempt.on_top += patterns.len();
        for pattern in patterns {
            attempt.on_top -= 1;
            self.subpattern(pattern, attempt)?;
        }
        Ok(())
    }

    fn check_length(
        &mut self,
        length: usize,
        comparison: Comparison,
        attempt: &mut Attempt,
        span: Span,
    ) {
        self.unit.emit(Op::GetLen, span);
        self.unit.load_constant(Const::Int(length.into()), span);
        self.unit.emit(Op::Compare(comparison), span);
        self.jump_to_fail(Op::PopJumpIfFalse, attempt, span);
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'a [Pattern],
        attempt: &mut Attempt,
        span: Span,
    ) -> Outcome {
        let is_star = |pattern: &Pattern| matches!(pattern.kind, PatternKind::Star(_));
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return syntax_error("multiple starred names in sequence pattern", span);
        }
        let ignored = |pattern: &Pattern| {
            is_wildcard(pattern) || matches!(pattern.kind, PatternKind::Star(None))
        };
        attempt.on_top += 1;
        self.unit.emit(Op::MatchSequence, span);
        self.jump_to_fail(Op::PopJumpIfFalse, attempt, span);
        match star {
            None => self.check_length(patterns.len(), Comparison::Equal, attempt, span),
            Some(_) if patterns.len() > 1 => {
                self.check_length(patterns.len() - 1, Comparison::GreaterEqual, attempt, span);
            }
            Some(_) => {}
        }
        attempt.on_top -= 1;
        if patterns.iter().all(ignored) {
            self.unit.emit(Op::Pop, span);
            return Ok(());
        }
        match star {
            Some(star) if matches!(patterns[star].kind, PatternKind::Star(None)) => {
                self.items_pattern(patterns, star, attempt, span)
            }
            Some(star) => {
                let after = patterns.len() - star - 1;
                let (Ok(before), Ok(after)) = (u8::try_from(star), u16::try_from(after)) else {
                    let text = "too many expressions in star-unpacking sequence pattern";
                    return syntax_error(text, span);
                };
                self.unit.emit(Op::UnpackEx(before.into(), after), span);
                self.subpatterns(patterns.iter(), attempt)
            }
            None => {
                self.unit.emit(Op::UnpackSequence(patterns.len() as u32), span);
                self.subpatterns(patterns.iter(), attempt)
            }
        }
    }

    /// A sequence with a `*_`: only the items that are asked for are taken out.
    fn items_pattern(
        &mut self,
        patterns: &'a [Pattern],
        star: usize,
        attempt: &mut Attempt,
        span: Span,
    ) -> Outcome {
        attempt.on_top += 1;
        for (index, pattern) in patterns.iter().enumerate() {
            if index == star || is_wildcard(pattern) {
                continue;
            }
            self.unit.emit(Op::Copy(1), span);
            if index < star {
                self.unit.load_constant(Const::Int(index.into()), span);
            } else {
                // The subject need not understand negative indices.
                let from_end = patterns.len() - index;
                self.unit.emit(Op::GetLen, span);
                self.unit.load_constant(Const::Int(from_end.into()), span);
                self.unit.emit(Op::Binary(BinaryOperator::Subtract), span);
            }
            self.unit.emit(Op::BinarySubscr, span);
            self.subpattern(pattern, attempt)?;
        }
        attempt.on_top -= 1;
        self.unit.emit(Op::Pop, span);
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        keys: &'a [Expression],
        patterns: &'a [Pattern],
        rest: Option<&'a Identifier>,
        attempt: &mut Attempt,
        span: Span,
    ) -> Outcome {
        attempt.on_top += 1;
        self.unit.emit(Op::MatchMapping, span);
        self.jump_to_fail(Op::PopJumpIfFalse, attempt, span);
        if keys.is_empty() && rest.is_none() {
            attempt.on_top -= 1;
            self.unit.emit(Op::Pop, span);
            return Ok(());
        }
        if !keys.is_empty() {
            self.check_length(keys.len(), Comparison::GreaterEqual, attempt, span);
        }
        let mut seen = HashSet::new();
        for key in keys {
            if let Some(constant) = self.constant(key)
                && !seen.insert(Key::of(&constant))
            {
                let message = format!("mapping pattern checks duplicate key ({constant})");
                return syntax_error(message, span);
            }
            self.expression(key)?;
        }
        self.unit.emit(Op::BuildTuple(keys.len() as u32), span);
        self.unit.emit(Op::MatchKeys, span);
        attempt.on_top += 2;
        self.unit.emit(Op::Copy(1), span);
        self.jump_to_fail(Op::PopJumpIfNone, attempt, span);
        self.unit.emit(Op::UnpackSequence(keys.len() as u32), span);
        // The subject and the tuple of keys stay below the values.
        attempt.on_top -= 1;
        self.subpatterns(patterns.iter(), attempt)?;
        attempt.on_top -= 2;
        let Some(rest) = rest else {
            self.unit.emit(Op::Pop, span);
            self.unit.emit(Op::Pop, span);
            return Ok(());
        };
        // `[subject, keys → rest of the subject as a dict]`
        self.unit.emit(Op::BuildMap(0), span);
        self.unit.emit(Op::Swap(3), span);
        self.unit.emit(Op::DictUpdate(2), span);
        self.unit.emit(Op::UnpackSequence(keys.len() as u32), span);
        for left in (1..=keys.len()).rev() {
            self.unit.emit(Op::Copy(1 + left as u32), span);
            self.unit.emit(Op::Swap(2), span);
            self.unit.emit(Op::DeleteSubscr, span);
        }
        self.capture(Some(&rest.name), attempt, span)
    }

    fn class_pattern(
        &mut self,
        class: &'a Expression,
        patterns: &'a [Pattern],
        keywords: &'a [(Identifier, Pattern)],
        attempt: &mut Attempt,
        span: Span,
    ) -> Outcome {
        for (index, (name, pattern)) in keywords.iter().enumerate() {
            self.refuse_debug_store(&name.name, pattern.span)?;
            if let Some((_, repeated)) =
                keywords[index + 1..].iter().find(|(other, _)| other.name == name.name)
            {
                let message = format!("attribute name repeated in class pattern: {}", name.name);
                return syntax_error(message, repeated.span);
            }
        }
        self.expression(class)?;
        let names = keywords.iter().map(|(name, _)| Const::Str(name.name.clone())).collect();
        self.unit.load_constant(Const::Tuple(names), span);
        self.unit.emit(Op::MatchClass(patterns.len() as u32), span);
        self.unit.emit(Op::Copy(1), span);
        attempt.on_top += 1;
        self.jump_to_fail(Op::PopJumpIfNone, attempt, span);
        attempt.on_top -= 1;
        let count = patterns.len() + keywords.len();
        self.unit.emit(Op::UnpackSequence(count as u32), span);
        let all: Vec<&'a Pattern> =
            patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)).collect();
        self.subpatterns(all.into_iter(), attempt)
    }

    fn or_pattern(
        &mut self,
        alternatives: &'a [Pattern],
        attempt: &mut Attempt,
        span: Span,
    ) -> Outcome {
        let end = self.unit.label();
        let mut control: Vec<Name> = Vec::new();
        let count = alternatives.len();
        for (index, alternative) in alternatives.iter().enumerate() {
            let place = alternative.span;
            let mut inner = Attempt {
                allow_irrefutable: index + 1 == count && attempt.allow_irrefutable,
                ..Attempt::default()
            };
            self.unit.emit(Op::Copy(1), place);
            self.pattern(alternative, &mut inner)?;
            if index == 0 {
                control = inner.stores.clone();
            } else {
                self.reorder_captures(&control, &mut inner.stores, place, span)?;
            }
            self.unit.jump(end, place);
            self.fail_ladder(&inner, place);
        }
        // No alternative matched: drop the subject and fail.
        self.unit.emit(Op::Pop, span);
        self.jump_to_fail(Op::Jump, attempt, span);
        self.unit.bind(end);
        // The new captures lie above the subject; they belong below it and what is kept on top.
        let distance = control.len() + 1 + attempt.on_top + attempt.stores.len();
        for name in control {
            self.rotate(distance, span);
            refuse_second_capture(&name, attempt, span)?;
            attempt.stores.push(name);
        }
        self.unit.emit(Op::Pop, span);
        Ok(())
    }

    /// Brings an alternative's captures into the order of the first alternative's.
    fn reorder_captures(
        &mut self,
        control: &[Name],
        stores: &mut Vec<Name>,
        place: Span,
        span: Span,
    ) -> Outcome {
        let differ = || syntax_error("alternative patterns bind different names", span);
        if stores.len() != control.len() {
            return differ();
        }
        for (wanted, name) in control.iter().enumerate().rev() {
            let Some(found) = stores.iter().position(|store| store == name) else {
                return differ();
            };
            if wanted == found {
                continue;
            }
            let rotated: Vec<Name> = stores.drain(..=found).collect();
            let at = wanted - found;
            stores.splice(at..at, rotated);
            for _ in 0..=found {
                self.rotate(wanted + 1, place);
            }
        }
        Ok(())
    }
}

fn refuse_second_capture(name: &Name, attempt: &Attempt, span: Span) -> Outcome {
    match attempt.stores.contains(name) {
        true => syntax_error(format!("multiple assignments to name '{name}' in pattern"), span),
        false => Ok(()),
    }
}

/// `_`, which matches everything and binds nothing.
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::As { pattern: None, name: None })
}
