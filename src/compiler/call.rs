//! Calls, method calls and `super()`.

use hashbrown::HashMap;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::error::{Outcome, syntax_error};
use super::expression::Display;
use super::scope::{Binding, SymbolTable};
use super::{Compiler, UnitKind};
use crate::code::Const;
use crate::code::op::Op;

/// Calls with more arguments than this go through a tuple, to keep the stack small.
const MAX_STACKED: usize = 250;

impl<'a> Compiler<'a> {
    pub(super) fn call(
        &mut self,
        function: &'a Expression,
        arguments: &'a [Expression],
        keywords: &'a [Keyword],
        span: Span,
    ) -> Outcome {
        self.check_keywords(keywords)?;
        if let ExpressionKind::Attribute { value, attribute } = &function.kind
            && is_plain(arguments, keywords)
        {
            if self.super_arguments(value, attribute)? {
                let number = self.attribute_number(&attribute.name);
                self.unit.emit(Op::LoadSuperMethod(number), function.span);
            } else {
                self.expression(value)?;
                let number = self.attribute_number(&attribute.name);
                let place = self.attribute_span(function.span, attribute);
                self.unit.emit(Op::LoadMethod(number), place);
            }
            let place = self.attribute_span(span, attribute);
            return self.plain_arguments(0, arguments, None, keywords, place);
        }
        self.check_callable(function, span);
        self.expression(function)?;
        self.unit.emit(Op::PushNull, function.span);
        self.call_arguments(0, arguments, None, keywords, span)
    }

    /// The arguments and the call itself; `pushed` positional ones are on the stack already, the
    /// value of the variable `last` comes behind the others.
    pub(super) fn call_arguments(
        &mut self,
        pushed: usize,
        arguments: &'a [Expression],
        last: Option<&Name>,
        keywords: &'a [Keyword],
        span: Span,
    ) -> Outcome {
        if is_plain(arguments, keywords) {
            return self.plain_arguments(pushed, arguments, last, keywords, span);
        }
        match arguments {
            // The VM turns the iterable into a tuple: it knows the function, for the message.
            [Expression { kind: ExpressionKind::Starred(only), .. }] if pushed == 0 => {
                self.expression(only)?;
            }
            _ if pushed == 0 => match self.constants(arguments) {
                Some(constants) => self.unit.load_constant(Const::Tuple(constants), span),
                None => self.display(arguments, Display::Tuple, span)?,
            },
            _ => self.arguments_after(pushed, arguments, last, span)?,
        }
        if !keywords.is_empty() {
            self.keyword_dict(keywords, span)?;
        }
        self.unit.emit(Op::CallEx(!keywords.is_empty()), span);
        Ok(())
    }

    fn arguments_after(
        &mut self,
        pushed: usize,
        arguments: &'a [Expression],
        last: Option<&Name>,
        span: Span,
    ) -> Outcome {
        self.unit.emit(Op::BuildList(pushed as u32), span);
        for argument in arguments {
            match &argument.kind {
                ExpressionKind::Starred(inner) => {
                    self.expression(inner)?;
                    self.unit.emit(Op::ListExtend(1), span);
                }
                _ => {
                    self.expression(argument)?;
                    self.unit.emit(Op::ListAppend(1), span);
                }
            }
        }
        if let Some(last) = last {
            self.load_name(last, span);
            self.unit.emit(Op::ListAppend(1), span);
        }
        self.unit.emit(Op::ListToTuple, span);
        Ok(())
    }

    fn plain_arguments(
        &mut self,
        pushed: usize,
        arguments: &'a [Expression],
        last: Option<&Name>,
        keywords: &'a [Keyword],
        span: Span,
    ) -> Outcome {
        for argument in arguments {
            self.expression(argument)?;
        }
        if let Some(last) = last {
            self.load_name(last, span);
        }
        let count = pushed + arguments.len() + last.is_some() as usize + keywords.len();
        if keywords.is_empty() {
            self.unit.emit(Op::Call(count as u32), span);
            return Ok(());
        }
        let mut names = Vec::new();
        for keyword in keywords {
            self.expression(&keyword.value)?;
            names.extend(self.keyword_name(keyword).map(Const::Str));
        }
        let names = self.unit.constant(Const::Tuple(names));
        self.unit.emit(Op::CallKw { count: count as u16, names }, span);
        Ok(())
    }

    fn keyword_name(&self, keyword: &Keyword) -> Option<Name> {
        keyword.name.as_ref().map(|name| self.mangled(&name.name))
    }

    /// `a=1, **b, c=2` as one dict.
    fn keyword_dict(&mut self, keywords: &'a [Keyword], span: Span) -> Outcome {
        let mut have_dict = false;
        for group in keywords.chunk_by(|a, b| a.name.is_some() && b.name.is_some()) {
            if let [Keyword { name: None, value, .. }] = group {
                if !have_dict {
                    self.unit.emit(Op::BuildMap(0), span);
                    have_dict = true;
                }
                self.expression(value)?;
                self.unit.emit(Op::DictMerge(1), span);
                continue;
            }
            let big = group.len() > MAX_STACKED;
            if big {
                self.unit.emit(Op::BuildMap(0), span);
            }
            for keyword in group {
                if let Some(name) = self.keyword_name(keyword) {
                    self.unit.load_string(&name, span);
                }
                self.expression(&keyword.value)?;
                if big {
                    self.unit.emit(Op::MapAdd(1), span);
                }
            }
            if !big {
                self.unit.emit(Op::BuildMap(group.len() as u32), span);
            }
            if have_dict {
                self.unit.emit(Op::DictMerge(1), span);
            }
            have_dict = true;
        }
        Ok(())
    }

    /// Refuses a keyword that comes twice.
    pub(super) fn check_keywords(&self, keywords: &[Keyword]) -> Outcome {
        let mut first: HashMap<&Name, usize> = HashMap::new();
        let mut repeated: Option<(usize, &Keyword, &Name)> = None;
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(Identifier { name, .. }) = &keyword.name else { continue };
            self.refuse_debug_store(name, keyword.span)?;
            let first = *first.entry(name).or_insert(index);
            // Of several the one whose first occurrence comes first.
            if first < index && repeated.is_none_or(|(known, ..)| first < known) {
                repeated = Some((first, keyword, name));
            }
        }
        match repeated {
            Some((_, keyword, name)) => {
                syntax_error(format!("keyword argument repeated: {name}"), keyword.span)
            }
            None => Ok(()),
        }
    }

    /// If `value` is a `super(…)` whose attribute can be found without making the super object,
    /// pushes `super, class, self` and says so.
    pub(super) fn super_arguments(
        &mut self,
        value: &'a Expression,
        attribute: &Identifier,
    ) -> Outcome<bool> {
        let ExpressionKind::Call { function, arguments, keywords } = &value.kind else {
            return Ok(false);
        };
        let ExpressionKind::Name(name) = &function.kind else { return Ok(false) };
        let module = self.symbols.scope(SymbolTable::MODULE);
        if &**name != "super"
            || !keywords.is_empty()
            || &*attribute.name == "__class__"
            || self.scope().binding("super") != Binding::GlobalImplicit
            || module.symbols.get("super").is_some_and(|symbol| {
                symbol.uses.any(super::scope::Uses::BOUND)
                    || symbol.binding == Binding::GlobalExplicit
            })
        {
            return Ok(false);
        }
        match arguments.as_slice() {
            [class, object] => {
                let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
                if starred(class) || starred(object) {
                    return Ok(false);
                }
                self.load_name(name, function.span);
                self.expression(class)?;
                self.expression(object)?;
                Ok(true)
            }
            [] => {
                let first = match self.unit.kind {
                    UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda
                        if self.unit.parameters.positional > 0 =>
                    {
                        self.unit.slots.values.first().cloned()
                    }
                    _ => None,
                };
                let Some(first) = first else { return Ok(false) };
                if self.scope().binding("__class__") != Binding::Free {
                    return Ok(false);
                }
                self.load_name(name, function.span);
                self.load_name(&"__class__".into(), value.span);
                self.load_name(&first, value.span);
                Ok(true)
            }
            _ => Ok(false),
        }
    }
}

/// Whether all arguments can lie on the stack: no stars, and not too many.
fn is_plain(arguments: &[Expression], keywords: &[Keyword]) -> bool {
    let starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
    !arguments.iter().any(starred)
        && keywords.iter().all(|keyword| keyword.name.is_some())
        && arguments.len() + keywords.len() <= MAX_STACKED
}
