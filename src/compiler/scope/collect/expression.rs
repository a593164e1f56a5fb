//! The first walk through expressions: names, walruses, comprehensions and what may not stand in
//! annotations.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::super::{ComprehensionKind, ScopeKind, ScopePart, Uses};
use super::Collector;
use crate::compiler::error::{Outcome, syntax_error};

impl Collector {
    pub(super) fn optional(&mut self, expression: Option<&Expression>) -> Outcome {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    pub(super) fn expressions(&mut self, expressions: &[Expression]) -> Outcome {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }

    pub(super) fn targets(&mut self, targets: &[Expression]) -> Outcome {
        targets.iter().try_for_each(|target| self.target(target))
    }

    /// What is assigned to or deleted.
    pub(super) fn target(&mut self, target: &Expression) -> Outcome {
        self.deeper(target.span)?;
        match &target.kind {
            ExpressionKind::Name(name) => self.note(name, Uses::LOCAL, target.span)?,
            ExpressionKind::Starred(inner) => self.target(inner)?,
            ExpressionKind::List(items) | ExpressionKind::Tuple(items) => self.targets(items)?,
            _ => self.expression(target)?,
        }
        self.depth -= 1;
        Ok(())
    }

    pub(super) fn expression(&mut self, expression: &Expression) -> Outcome {
        self.deeper(expression.span)?;
        self.expression_kind(expression)?;
        self.depth -= 1;
        Ok(())
    }

    fn expression_kind(&mut self, expression: &Expression) -> Outcome {
        use ExpressionKind::*;
        let span = expression.span;
        match &expression.kind {
            BoolOp { values, .. } => self.expressions(values),
            Named { target, value } => self.walrus(target, value, span),
            Binary { .. } => self.binary_chain(expression),
            Unary { operand, .. } => self.expression(operand),
            Lambda { parameters, body } => {
                self.defaults(parameters)?;
                self.open(ScopeKind::Function, "lambda".into(), expression, ScopePart::Body);
                self.parameters(parameters)?;
                self.expression(body)?;
                self.close();
                Ok(())
            }
            IfExp { test, body, orelse } => {
                self.expression(test)?;
                self.expression(body)?;
                self.expression(orelse)
            }
            Dict { keys, values } => {
                for key in keys {
                    self.optional(key.as_ref())?;
                }
                self.expressions(values)
            }
            Set(items) | List(items) | Tuple(items) => self.expressions(items),
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
            Await(value) => {
                self.refuse_in_annotation("await expression", span)?;
                self.expression(value)?;
                self.current().coroutine = true;
                Ok(())
            }
            Yield(value) => {
                self.refuse_in_annotation("yield expression", span)?;
                self.optional(value.as_deref())?;
                self.note_yield(span)
            }
            YieldFrom(value) => {
                self.refuse_in_annotation("yield expression", span)?;
                self.expression(value)?;
                self.note_yield(span)
            }
            Compare { left, comparators, .. } => {
                self.expression(left)?;
                self.expressions(comparators)
            }
            Call { function, arguments, keywords } => {
                self.expression(function)?;
                self.expressions(arguments)?;
                keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
            }
            JoinedString(parts) => self.format_parts(parts),
            Constant(_) => Ok(()),
            Attribute { value, .. } => self.expression(value),
            Subscript { value, index } => {
                self.expression(value)?;
                self.expression(index)
            }
            Starred(value) => self.expression(value),
            Name(name) => {
                self.note(name, Uses::READ, span)?;
                // `super()` reads the cell of the class around.
                if &**name == "super" && self.current_kind().is_function_like() {
                    self.note(&"__class__".into(), Uses::READ, span)?;
                }
                Ok(())
            }
            Slice { lower, upper, step } => {
                self.optional(lower.as_deref())?;
                self.optional(upper.as_deref())?;
                self.optional(step.as_deref())
            }
        }
    }

    /// `a + b + c + …` nests to the left without bound: no recursion there.
    fn binary_chain(&mut self, outermost: &Expression) -> Outcome {
        let mut right_sides = Vec::new();
        let mut expression = outermost;
        while let ExpressionKind::Binary { left, right, .. } = &expression.kind {
            right_sides.push(&**right);
            expression = left;
        }
        self.expression(expression)?;
        right_sides.into_iter().rev().try_for_each(|right| self.expression(right))
    }

    fn format_parts(&mut self, parts: &[FormatPart]) -> Outcome {
        for part in parts {
            if let FormatPart::Field(field) = part {
                self.deeper(field.span)?;
                self.expression(&field.value)?;
                if let Some(spec) = &field.spec {
                    self.format_parts(spec)?;
                }
                self.depth -= 1;
            }
        }
        Ok(())
    }

    fn note_yield(&mut self, span: Span) -> Outcome {
        let scope = self.current();
        scope.generator = true;
        let kind = match scope.comprehension {
            None => return Ok(()),
            Some(ComprehensionKind::List) => "list comprehension",
            Some(ComprehensionKind::Set) => "set comprehension",
            Some(ComprehensionKind::Dict) => "dict comprehension",
            Some(ComprehensionKind::Generator) => "generator expression",
        };
        syntax_error(format!("'yield' inside {kind}"), span)
    }

    fn refuse_in_annotation(&mut self, what: &str, span: Span) -> Outcome {
        let scope = self.current();
        let place = match scope.kind {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeVariable | ScopeKind::TypeAlias | ScopeKind::TypeParameters => {
                scope.place
            }
            _ => return Ok(()),
        };
        syntax_error(format!("{what} cannot be used within {place}"), span)
    }

    fn walrus(&mut self, target: &Expression, value: &Expression, span: Span) -> Outcome {
        self.refuse_in_annotation("named expression", span)?;
        let scope = self.current();
        if scope.iterable_depth > 0 {
            let text =
                "assignment expression cannot be used in a comprehension iterable expression";
            return syntax_error(text, span);
        }
        if scope.comprehension.is_some()
            && let ExpressionKind::Name(name) = &target.kind
        {
            self.bind_outside_comprehensions(name, target.span)?;
        }
        self.expression(value)?;
        self.target(target)
    }

    /// A walrus in a comprehension binds in the function or module around all comprehensions.
    fn bind_outside_comprehensions(&mut self, name: &Name, span: Span) -> Outcome {
        for id in self.stack.clone().into_iter().rev() {
            let mangled = self.mangled(id, name);
            let scope = self.table.scope(id);
            let uses = scope.symbols.uses(&mangled);
            if scope.comprehension.is_some() {
                if uses.any(Uses::ITERATION_TARGET) {
                    let text = "assignment expression cannot rebind comprehension iteration";
                    return syntax_error(format!("{text} variable '{name}'"), span);
                }
                continue;
            }
            let text = "assignment expression within a comprehension cannot be used";
            match scope.kind {
                ScopeKind::Function => {
                    let here = match uses.any(Uses::GLOBAL) {
                        true => Uses::GLOBAL,
                        false => Uses::NONLOCAL,
                    };
                    self.note(name, here, span)?;
                    self.note_declared(name, span);
                    return self.note_in(id, name, Uses::LOCAL, span);
                }
                ScopeKind::Module => {
                    self.note(name, Uses::GLOBAL, span)?;
                    self.note_declared(name, span);
                    return self.note_in(id, name, Uses::GLOBAL, span);
                }
                ScopeKind::Class => return syntax_error(format!("{text} in a class body"), span),
                ScopeKind::TypeVariable => {
                    return syntax_error(format!("{text} in a TypeVar bound"), span);
                }
                ScopeKind::TypeAlias => {
                    return syntax_error(format!("{text} in a type alias"), span);
                }
                ScopeKind::TypeParameters => {
                    return syntax_error(
                        format!("{text} within the definition of a generic"),
                        span,
                    );
                }
                ScopeKind::Annotation => {
                    return syntax_error(
                        "named expression cannot be used within an annotation",
                        span,
                    );
                }
            }
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        expression: &Expression,
        kind: ComprehensionKind,
        element: &Expression,
        value: Option<&Expression>,
        generators: &[Comprehension],
    ) -> Outcome {
        let Some((outermost, rest)) = generators.split_first() else { return Ok(()) };
        // The first iterable is evaluated in the block around.
        self.iterable(&outermost.iter)?;
        let name = match kind {
            ComprehensionKind::List => "<listcomp>",
            ComprehensionKind::Set => "<setcomp>",
            ComprehensionKind::Dict => "<dictcomp>",
            ComprehensionKind::Generator => "<genexpr>",
        };
        self.open(ScopeKind::Function, name.into(), expression, ScopePart::Body);
        self.current().comprehension = Some(kind);
        self.current().coroutine = outermost.is_async;
        self.note(&".0".into(), Uses::PARAMETER, expression.span)?;
        self.iteration_target(&outermost.target)?;
        self.expressions(&outermost.conditions)?;
        for generator in rest {
            self.iteration_target(&generator.target)?;
            self.iterable(&generator.iter)?;
            self.expressions(&generator.conditions)?;
            if generator.is_async {
                self.current().coroutine = true;
            }
        }
        if let Some(value) = value {
            self.expression(value)?;
        }
        self.expression(element)?;
        let generator = kind == ComprehensionKind::Generator;
        let scope = self.current();
        scope.generator = generator;
        let is_async = scope.coroutine && !generator;
        self.close();
        if is_async {
            self.current().coroutine = true;
        }
        Ok(())
    }

    fn iterable(&mut self, iterable: &Expression) -> Outcome {
        self.current().iterable_depth += 1;
        self.expression(iterable)?;
        self.current().iterable_depth -= 1;
        Ok(())
    }

    fn iteration_target(&mut self, target: &Expression) -> Outcome {
        self.current().in_iteration_target = true;
        self.target(target)?;
        self.current().in_iteration_target = false;
        Ok(())
    }
}
