//! The first walk: notes how each block uses each name. Here are blocks and statements; expressions
//! are in [`expression`].

mod expression;

use hashbrown::HashMap;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::{
    Binding, Scope, ScopeId, ScopeKind, ScopePart, Symbol, SymbolTable, Uses, address, mangle,
};
use crate::compiler::error::{Outcome, syntax_error, too_deep};

/// How deep statements and expressions may be nested. The walks over the tree recurse; the
/// interpreter's thread has stack enough for this many levels.
pub const MAX_NESTING: u32 = 10_000;

/// Makes the scopes of a program, names not yet resolved.
pub fn collect(
    module: &Module,
    top_level_await: bool,
    future_annotations: bool,
) -> Outcome<SymbolTable> {
    let mut collector = Collector {
        table: SymbolTable { scopes: Vec::new(), by_node: HashMap::new() },
        stack: Vec::new(),
        class: None,
        depth: 0,
        top_level_await,
        future_annotations,
    };
    collector.open(ScopeKind::Module, "top".into(), module, ScopePart::Body);
    collector.statements(&module.body)?;
    Ok(collector.table)
}

struct Collector {
    table: SymbolTable,
    /// The blocks around the current place, itself last.
    stack: Vec<ScopeId>,
    /// The class whose private names are mangled.
    class: Option<Name>,
    depth: u32,
    top_level_await: bool,
    future_annotations: bool,
}

impl Collector {
    // ── blocks ──

    fn open<T>(&mut self, kind: ScopeKind, name: Name, node: &T, part: ScopePart) {
        let id = ScopeId(self.table.scopes.len() as u32);
        self.table.scopes.push(Scope::new(kind, name));
        self.table.by_node.insert((address(node), part), id);
        if let Some(&parent) = self.stack.last() {
            let around = self.table.scope_mut(parent);
            around.children.push(id);
            let (class_names, iterable_depth) = (around.mangled.clone(), around.iterable_depth);
            let scope = self.table.scope_mut(id);
            scope.mangled = class_names;
            scope.iterable_depth = iterable_depth;
        }
        self.stack.push(id);
    }

    fn close(&mut self) {
        self.stack.pop();
    }

    fn current_id(&self) -> ScopeId {
        self.stack.last().copied().unwrap_or(SymbolTable::MODULE)
    }

    fn current(&mut self) -> &mut Scope {
        let id = self.current_id();
        self.table.scope_mut(id)
    }

    fn current_kind(&self) -> ScopeKind {
        self.table.scope(self.current_id()).kind
    }

    fn mangled(&self, scope: ScopeId, name: &Name) -> Name {
        match &self.table.scope(scope).mangled {
            Some(names) if !names.contains(name) => name.clone(),
            _ => mangle(self.class.as_ref(), name),
        }
    }

    fn uses(&self, name: &Name) -> Uses {
        let id = self.current_id();
        self.table.scope(id).symbols.uses(&self.mangled(id, name))
    }

    // ── names ──

    fn note(&mut self, name: &Name, uses: Uses, span: Span) -> Outcome {
        self.note_in(self.current_id(), name, uses, span)
    }

    fn note_in(&mut self, id: ScopeId, name: &Name, uses: Uses, span: Span) -> Outcome {
        let name = self.mangled(id, name);
        let scope = self.table.scope_mut(id);
        let before = scope.symbols.uses(&name);
        if uses.any(Uses::PARAMETER) && before.any(Uses::PARAMETER) {
            return syntax_error(
                format!("duplicate argument '{name}' in function definition"),
                span,
            );
        }
        if uses.any(Uses::TYPE_PARAMETER) && before.any(Uses::TYPE_PARAMETER) {
            return syntax_error(format!("duplicate type parameter '{name}'"), span);
        }
        let mut after = before.with(uses);
        if scope.in_iteration_target {
            if after.any(Uses::GLOBAL) || after.any(Uses::NONLOCAL) {
                let text = "comprehension inner loop cannot rebind assignment expression target";
                return syntax_error(format!("{text} '{name}'"), span);
            }
            after = after.with(Uses::ITERATION_TARGET);
        }
        let symbol = Symbol { uses: after, binding: Binding::GlobalImplicit };
        scope.symbols.insert(name.clone(), symbol);
        if uses.any(Uses::GLOBAL) {
            let symbols = &mut self.table.scope_mut(SymbolTable::MODULE).symbols;
            let uses = symbols.uses(&name).with(uses);
            symbols.insert(name, Symbol { uses, binding: Binding::GlobalImplicit });
        }
        Ok(())
    }

    fn note_declared(&mut self, name: &Name, span: Span) {
        let id = self.current_id();
        let name = self.mangled(id, name);
        self.table.scope_mut(id).directives.push((name, span));
    }

    fn deeper(&mut self, span: Span) -> Outcome {
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return too_deep(span);
        }
        Ok(())
    }

    // ── statements ──

    fn statements(&mut self, statements: &[Statement]) -> Outcome {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Statement) -> Outcome {
        self.deeper(statement.span)?;
        self.statement_kind(statement)?;
        self.depth -= 1;
        Ok(())
    }

    fn statement_kind(&mut self, statement: &Statement) -> Outcome {
        use StatementKind::*;
        let span = statement.span;
        match &statement.kind {
            FunctionDef(definition) => self.function(definition, span),
            ClassDef(definition) => self.class(definition, span),
            Return(value) => self.optional(value.as_ref()),
            Delete(targets) => self.targets(targets),
            Assign { targets, value } => {
                self.targets(targets)?;
                self.expression(value)
            }
            AugAssign { target, value, .. } => {
                self.target(target)?;
                self.expression(value)
            }
            AnnAssign { target, annotation, value, simple } => {
                self.annotated(target, annotation, value.as_ref(), *simple, span)
            }
            TypeAlias { name, type_params, value } => {
                self.type_alias(statement, name, type_params, value)
            }
            For { is_async, target, iter, body, orelse } => {
                if *is_async {
                    self.note_module_coroutine();
                }
                self.target(target)?;
                self.expression(iter)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            While { test, body, orelse } => {
                self.expression(test)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            If { .. } => self.if_chain(statement),
            With { is_async, items, body } => {
                if *is_async {
                    self.note_module_coroutine();
                }
                for item in items {
                    self.expression(&item.context)?;
                    if let Some(target) = &item.target {
                        self.target(target)?;
                    }
                }
                self.statements(body)
            }
            Match { subject, cases } => {
                self.expression(subject)?;
                for case in cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_ref())?;
                    self.statements(&case.body)?;
                }
                Ok(())
            }
            Raise { exc, cause } => {
                self.optional(exc.as_ref())?;
                self.optional(cause.as_ref())
            }
            Try { body, handlers, orelse, finalbody, .. } => {
                self.statements(body)?;
                self.statements(orelse)?;
                for handler in handlers {
                    self.optional(handler.class.as_ref())?;
                    if let Some(name) = &handler.name {
                        self.note(&name.name, Uses::LOCAL, handler.span)?;
                    }
                    self.statements(&handler.body)?;
                }
                self.statements(finalbody)
            }
            Assert { test, message } => {
                self.expression(test)?;
                self.optional(message.as_ref())
            }
            Import(names) => names.iter().try_for_each(|alias| self.alias(alias)),
            ImportFrom { names, .. } => names.iter().try_for_each(|alias| self.alias(alias)),
            Global(names) => self.declare(names, Uses::GLOBAL, "global", span),
            Nonlocal(names) => self.declare(names, Uses::NONLOCAL, "nonlocal", span),
            Expression(value) => self.expression(value),
            Pass | Break | Continue => Ok(()),
        }
    }

    /// `if` and its `elif`s, without recursion over them.
    fn if_chain(&mut self, first: &Statement) -> Outcome {
        let mut statement = first;
        while let StatementKind::If { test, body, orelse } = &statement.kind {
            self.expression(test)?;
            self.statements(body)?;
            match orelse.as_slice() {
                [next @ Statement { kind: StatementKind::If { .. }, .. }] => statement = next,
                _ => return self.statements(orelse),
            }
        }
        Ok(())
    }

    fn function(&mut self, definition: &FunctionDef, span: Span) -> Outcome {
        let name = &definition.name.name;
        self.note(name, Uses::LOCAL, span)?;
        self.defaults(&definition.parameters)?;
        self.expressions(&definition.decorators)?;
        let generic = !definition.type_params.is_empty();
        if generic {
            let defaults = has_defaults(&definition.parameters);
            self.open_type_parameters(name, definition, span)?;
            if defaults.0 {
                self.note(&".defaults".into(), Uses::PARAMETER, span)?;
            }
            if defaults.1 {
                self.note(&".kwdefaults".into(), Uses::PARAMETER, span)?;
            }
            self.type_params(&definition.type_params)?;
        }
        let annotations = parameters_in_order(&definition.parameters)
            .filter_map(|parameter| parameter.annotation.as_ref())
            .chain(definition.returns.as_ref());
        for annotation in annotations {
            self.annotation(annotation)?;
        }
        self.open(ScopeKind::Function, name.clone(), definition, ScopePart::Body);
        self.current().coroutine = definition.is_async;
        self.parameters(&definition.parameters)?;
        self.statements(&definition.body)?;
        self.close();
        if generic {
            self.close();
        }
        Ok(())
    }

    fn class(&mut self, definition: &ClassDef, span: Span) -> Outcome {
        let name = &definition.name.name;
        self.note(name, Uses::LOCAL, span)?;
        self.expressions(&definition.decorators)?;
        let outer_class = self.class.clone();
        let generic = !definition.type_params.is_empty();
        if generic {
            self.open_type_parameters(name, definition, span)?;
            self.class = Some(name.clone());
            self.current().mangled = Some(Vec::new());
            for hidden in [".type_params", ".generic_base"] {
                self.note(&hidden.into(), Uses::LOCAL.with(Uses::READ), span)?;
            }
            self.type_params(&definition.type_params)?;
        }
        self.expressions(&definition.bases)?;
        for keyword in &definition.keywords {
            self.expression(&keyword.value)?;
        }
        self.open(ScopeKind::Class, name.clone(), definition, ScopePart::Body);
        self.current().mangled = None;
        self.class = Some(name.clone());
        if generic {
            self.note(&"__type_params__".into(), Uses::LOCAL, span)?;
            self.note(&".type_params".into(), Uses::READ, span)?;
        }
        self.statements(&definition.body)?;
        self.close();
        if generic {
            self.close();
        }
        self.class = outer_class;
        Ok(())
    }

    fn type_alias(
        &mut self,
        statement: &Statement,
        name: &Expression,
        type_params: &[TypeParam],
        value: &Expression,
    ) -> Outcome {
        self.target(name)?;
        let text: Name = match &name.kind {
            ExpressionKind::Name(name) => name.clone(),
            _ => "<unknown>".into(),
        };
        let in_class = self.current_kind() == ScopeKind::Class;
        let generic = !type_params.is_empty();
        if generic {
            self.open_type_parameters(&text, statement, name.span)?;
            self.type_params(type_params)?;
        }
        self.open(ScopeKind::TypeAlias, text, statement, ScopePart::Body);
        self.current().place = "a type alias";
        if in_class {
            self.see_class(value.span)?;
        }
        self.expression(value)?;
        self.close();
        if generic {
            self.close();
        }
        Ok(())
    }

    fn open_type_parameters<T>(&mut self, name: &Name, node: &T, span: Span) -> Outcome {
        let in_class = self.current_kind() == ScopeKind::Class;
        self.open(ScopeKind::TypeParameters, name.clone(), node, ScopePart::TypeParameters);
        self.current().place = "the definition of a generic";
        if in_class {
            self.see_class(span)?;
        }
        Ok(())
    }

    fn see_class(&mut self, span: Span) -> Outcome {
        self.current().can_see_class = true;
        self.note(&"__classdict__".into(), Uses::READ, span)
    }

    fn type_params(&mut self, type_params: &[TypeParam]) -> Outcome {
        let mut default_seen = false;
        for parameter in type_params {
            let name = &parameter.name.name;
            if parameter.default.is_some() {
                default_seen = true;
            } else if default_seen {
                let text = "follows default type parameter";
                return syntax_error(
                    format!("non-default type parameter '{name}' {text}"),
                    parameter.span,
                );
            }
            if let Some(names) = &mut self.current().mangled {
                names.push(name.clone());
            }
            self.note(name, Uses::TYPE_PARAMETER.with(Uses::LOCAL), parameter.span)?;
            let default_place = match &parameter.kind {
                TypeParamKind::TypeVar { bound } => {
                    if let Some(bound) = bound {
                        let place = match bound.kind {
                            ExpressionKind::Tuple(_) => "a TypeVar constraint",
                            _ => "a TypeVar bound",
                        };
                        self.type_variable(bound, parameter, ScopePart::Bound, place)?;
                    }
                    "a TypeVar default"
                }
                TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                TypeParamKind::ParamSpec => "a ParamSpec default",
            };
            if let Some(default) = &parameter.default {
                self.type_variable(default, parameter, ScopePart::Default, default_place)?;
            }
        }
        Ok(())
    }

    fn type_variable(
        &mut self,
        value: &Expression,
        parameter: &TypeParam,
        part: ScopePart,
        place: &'static str,
    ) -> Outcome {
        let sees_class = self.current().can_see_class;
        self.open(ScopeKind::TypeVariable, parameter.name.name.clone(), parameter, part);
        self.current().place = place;
        if sees_class {
            self.see_class(value.span)?;
        }
        self.expression(value)?;
        self.close();
        Ok(())
    }

    fn defaults(&mut self, parameters: &Parameters) -> Outcome {
        let positional = parameters.positional_only.iter().chain(&parameters.positional);
        for parameter in positional.chain(&parameters.keyword_only) {
            self.optional(parameter.default.as_ref())?;
        }
        Ok(())
    }

    /// Binds the parameters in the order in which they get their slots.
    fn parameters(&mut self, parameters: &Parameters) -> Outcome {
        for parameter in parameters_in_slot_order(parameters) {
            self.note(&parameter.name.name, Uses::PARAMETER, parameter.span)?;
        }
        Ok(())
    }

    fn annotation(&mut self, annotation: &Expression) -> Outcome {
        if !self.future_annotations {
            return self.expression(annotation);
        }
        self.open(ScopeKind::Annotation, "_annotation".into(), annotation, ScopePart::Body);
        self.expression(annotation)?;
        self.close();
        Ok(())
    }

    fn annotated(
        &mut self,
        target: &Expression,
        annotation: &Expression,
        value: Option<&Expression>,
        simple: bool,
        span: Span,
    ) -> Outcome {
        self.current().annotations_used = true;
        if let ExpressionKind::Name(name) = &target.kind {
            let known = self.uses(name);
            let at_module = self.current_id() == SymbolTable::MODULE;
            if simple && !at_module && known.any(Uses::GLOBAL.with(Uses::NONLOCAL)) {
                let kind = if known.any(Uses::GLOBAL) { "global" } else { "nonlocal" };
                return syntax_error(format!("annotated name '{name}' can't be {kind}"), span);
            }
            if simple {
                self.note(name, Uses::ANNOTATED.with(Uses::LOCAL), target.span)?;
            } else if value.is_some() {
                self.note(name, Uses::LOCAL, target.span)?;
            }
        } else {
            self.target(target)?;
        }
        self.annotation(annotation)?;
        self.optional(value)
    }

    fn alias(&mut self, alias: &Alias) -> Outcome {
        let name = &alias.name.name;
        if &**name == "*" {
            if self.current_kind() != ScopeKind::Module {
                return syntax_error("import * only allowed at module level", alias.span);
            }
            return Ok(());
        }
        let bound: Name = match (&alias.asname, name.split_once('.')) {
            (Some(asname), _) => asname.name.clone(),
            (None, Some((package, _))) => package.into(),
            (None, None) => name.clone(),
        };
        self.note(&bound, Uses::IMPORTED, alias.span)
    }

    fn declare(&mut self, names: &[Identifier], uses: Uses, kind: &str, span: Span) -> Outcome {
        for identifier in names {
            let name = &identifier.name;
            let known = self.uses(name);
            let message = if known.any(Uses::PARAMETER) {
                Some(format!("name '{name}' is parameter and {kind}"))
            } else if known.any(Uses::READ) {
                Some(format!("name '{name}' is used prior to {kind} declaration"))
            } else if known.any(Uses::ANNOTATED) {
                Some(format!("annotated name '{name}' can't be {kind}"))
            } else if known.any(Uses::LOCAL) {
                Some(format!("name '{name}' is assigned to before {kind} declaration"))
            } else {
                None
            };
            if let Some(message) = message {
                return syntax_error(message, span);
            }
            self.note(name, uses, span)?;
            self.note_declared(name, span);
        }
        Ok(())
    }

    fn note_module_coroutine(&mut self) {
        if self.top_level_await && self.current_kind() == ScopeKind::Module {
            self.current().coroutine = true;
        }
    }

    // ── patterns ──

    fn pattern(&mut self, pattern: &Pattern) -> Outcome {
        self.deeper(pattern.span)?;
        let bind = |this: &mut Collector, name: &Option<Identifier>| match name {
            Some(name) => this.note(&name.name, Uses::LOCAL, pattern.span),
            None => Ok(()),
        };
        match &pattern.kind {
            PatternKind::Value(value) => self.expression(value)?,
            PatternKind::Singleton(_) => {}
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
            }
            PatternKind::Mapping { keys, patterns, rest } => {
                self.expressions(keys)?;
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                bind(self, rest)?;
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.expression(class)?;
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                keywords.iter().try_for_each(|(_, pattern)| self.pattern(pattern))?;
            }
            PatternKind::Star(name) => bind(self, name)?,
            PatternKind::As { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner)?;
                }
                bind(self, name)?;
            }
        }
        self.depth -= 1;
        Ok(())
    }
}

/// All parameters as they are written.
pub fn parameters_in_order(parameters: &Parameters) -> impl Iterator<Item = &Parameter> {
    parameters
        .positional_only
        .iter()
        .chain(&parameters.positional)
        .chain(parameters.vararg.as_deref())
        .chain(&parameters.keyword_only)
        .chain(parameters.kwarg.as_deref())
}

/// All parameters in the order of their slots.
pub fn parameters_in_slot_order(parameters: &Parameters) -> impl Iterator<Item = &Parameter> {
    parameters
        .positional_only
        .iter()
        .chain(&parameters.positional)
        .chain(&parameters.keyword_only)
        .chain(parameters.vararg.as_deref())
        .chain(parameters.kwarg.as_deref())
}

/// Whether positional and keyword-only parameters have defaults.
pub fn has_defaults(parameters: &Parameters) -> (bool, bool) {
    let mut positional = parameters.positional_only.iter().chain(&parameters.positional);
    (
        positional.any(|parameter| parameter.default.is_some()),
        parameters.keyword_only.iter().any(|parameter| parameter.default.is_some()),
    )
}
