//! Reading, assigning and deleting a plain name.

use ouro_grammar::ast::Name;
use ouro_grammar::span::Span;

use super::Compiler;
use super::error::{Outcome, syntax_error};
use super::scope::{Binding, ScopeKind, mangle};
use crate::code::op::Op;

/// The way to a name at run time.
enum Place {
    /// A slot of the frame.
    Fast,
    /// A cell in a slot of the frame.
    Cell,
    Global,
    /// The mapping of locals.
    Mapping,
}

impl<'a> Compiler<'a> {
    /// A name with a class's private names spelled out.
    pub(super) fn mangled(&self, name: &Name) -> Name {
        match &self.scope().mangled {
            Some(names) if !names.contains(name) => name.clone(),
            _ => mangle(self.unit.class.as_ref(), name),
        }
    }

    fn place(&self, name: &Name) -> (Place, Binding) {
        let binding =
            self.unit.overrides.get(name).copied().unwrap_or_else(|| self.scope().binding(name));
        let function_like = self.scope().kind.is_function_like();
        let place = match binding {
            Binding::Free | Binding::Cell => Place::Cell,
            Binding::Local if function_like || self.unit.hidden.contains(name) => Place::Fast,
            Binding::GlobalImplicit if function_like => Place::Global,
            Binding::GlobalExplicit => Place::Global,
            Binding::Local | Binding::GlobalImplicit => {
                match self.scope().kind == ScopeKind::Class || self.unit.uses_locals_mapping {
                    true => Place::Mapping,
                    false => Place::Global,
                }
            }
        };
        (place, binding)
    }

    /// Pushes the value of a name.
    pub(super) fn load_name(&mut self, name: &Name, span: Span) {
        let name = self.mangled(name);
        let in_class = self.scope().kind == ScopeKind::Class;
        let sees_class = self.scope().can_see_class;
        let (place, binding) = self.place(&name);
        match place {
            Place::Fast => {
                let slot = self.unit.slots.number(&name);
                self.unit.emit(Op::LoadFast(slot), span);
            }
            Place::Cell => {
                let slot = self.unit.slots.number(&name);
                if in_class && !self.unit.in_inlined_comprehension {
                    self.unit.emit(Op::LoadLocals, span);
                    self.unit.emit(Op::LoadFromDictOrDeref(slot), span);
                } else if sees_class {
                    self.load_class_dict(span);
                    self.unit.emit(Op::LoadFromDictOrDeref(slot), span);
                } else {
                    self.unit.emit(Op::LoadDeref(slot), span);
                }
            }
            Place::Global => {
                let number = self.unit.names.number(&name);
                if sees_class && binding == Binding::GlobalImplicit {
                    self.load_class_dict(span);
                    self.unit.emit(Op::LoadFromDictOrGlobals(number), span);
                } else {
                    self.unit.emit(Op::LoadGlobal(number), span);
                }
            }
            Place::Mapping => {
                let number = self.unit.names.number(&name);
                // Comprehensions do not see the names of a class around them.
                let op = match in_class && self.unit.in_inlined_comprehension {
                    true => Op::LoadGlobal(number),
                    false => Op::LoadName(number),
                };
                self.unit.emit(op, span);
            }
        }
    }

    /// The namespace of the class that a scope of type parameters sees into.
    fn load_class_dict(&mut self, span: Span) {
        let slot = self.unit.slots.number(&"__classdict__".into());
        self.unit.emit(Op::LoadDeref(slot), span);
    }

    /// Pops a value into a name.
    pub(super) fn store_name(&mut self, name: &Name, span: Span) -> Outcome {
        self.refuse_debug_store(name, span)?;
        let name = self.mangled(name);
        let op = match self.place(&name).0 {
            Place::Fast => Op::StoreFast(self.unit.slots.number(&name)),
            Place::Cell => Op::StoreDeref(self.unit.slots.number(&name)),
            Place::Global => Op::StoreGlobal(self.unit.names.number(&name)),
            Place::Mapping => Op::StoreName(self.unit.names.number(&name)),
        };
        self.unit.emit(op, span);
        Ok(())
    }

    pub(super) fn delete_name(&mut self, name: &Name, span: Span) -> Outcome {
        if &**name == "__debug__" {
            return syntax_error("cannot delete __debug__", span);
        }
        let name = self.mangled(name);
        let op = match self.place(&name).0 {
            Place::Fast => Op::DeleteFast(self.unit.slots.number(&name)),
            Place::Cell => Op::DeleteDeref(self.unit.slots.number(&name)),
            Place::Global => Op::DeleteGlobal(self.unit.names.number(&name)),
            Place::Mapping => Op::DeleteName(self.unit.names.number(&name)),
        };
        self.unit.emit(op, span);
        Ok(())
    }

    /// `__debug__` is a constant.
    pub(super) fn refuse_debug_store(&self, name: &str, span: Span) -> Outcome {
        match name {
            "__debug__" => syntax_error("cannot assign to __debug__", span),
            _ => Ok(()),
        }
    }

    /// The number of an attribute's name in the current unit.
    pub(super) fn attribute_number(&mut self, name: &Name) -> u32 {
        let name = self.mangled(name);
        self.unit.names.number(&name)
    }
}
