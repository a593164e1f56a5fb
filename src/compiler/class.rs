//! Class definitions.

use std::rc::Rc;

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::error::Outcome;
use super::scope::ScopePart;
use super::{Compiler, UnitKind};
use crate::code::op::{Intrinsic1, Op};
use crate::code::{Code, CodeKind, Const, NO_SPAN};

impl<'a> Compiler<'a> {
    pub(super) fn class_definition(&mut self, definition: &'a ClassDef, span: Span) -> Outcome {
        self.decorators(&definition.decorators)?;
        let first_line = self.first_line(&definition.decorators, span);
        let name = &definition.name.name;
        if definition.type_params.is_empty() {
            let code = self.class_body(definition, first_line)?;
            self.build_class(definition, &code, None, span)?;
        } else {
            self.generic_class(definition, first_line, span)?;
        }
        self.apply_decorators(&definition.decorators);
        self.store_name(name, span)
    }

    /// A class in the scope of its type parameters: a function that makes it, called at once.
    fn generic_class(&mut self, definition: &'a ClassDef, first_line: u32, span: Span) -> Outcome {
        let name = &definition.name.name;
        let scope = self.symbols.of(definition, ScopePart::TypeParameters);
        self.enter_type_parameters(scope, name, first_line);
        self.unit.class = Some(name.clone());
        self.prologue();
        self.type_params(&definition.type_params, span)?;
        self.store_name(&".type_params".into(), span)?;
        let code = self.class_body(definition, first_line)?;
        let base: Name = ".generic_base".into();
        self.build_class(definition, &code, Some(&base), span)?;
        self.emit_return(span);
        let code = self.leave();
        self.make_function(&code, span);
        self.unit.emit(Op::PushNull, span);
        self.unit.emit(Op::Call(0), span);
        Ok(())
    }

    /// Calls `__build_class__`. `generic_base`: the variable for the implicit last base.
    fn build_class(
        &mut self,
        definition: &'a ClassDef,
        code: &Rc<Code>,
        generic_base: Option<&Name>,
        span: Span,
    ) -> Outcome {
        self.unit.emit(Op::LoadBuildClass, span);
        self.unit.emit(Op::PushNull, span);
        self.make_function(code, span);
        self.unit.load_string(&definition.name.name, span);
        if let Some(base) = generic_base {
            self.load_name(&".type_params".into(), span);
            self.unit.emit(Op::CallIntrinsic1(Intrinsic1::SubscriptGeneric), span);
            self.store_name(base, span)?;
        }
        self.check_keywords(&definition.keywords)?;
        self.call_arguments(2, &definition.bases, generic_base, &definition.keywords, span)
    }

    fn class_body(&mut self, definition: &'a ClassDef, first_line: u32) -> Outcome<Rc<Code>> {
        let name = &definition.name.name;
        let scope = self.symbols.of(definition, ScopePart::Body);
        self.enter(UnitKind::Class, scope, name.clone(), first_line);
        self.unit.class = Some(name.clone());
        self.unit.code_kind = CodeKind::Block;
        self.unit.uses_locals_mapping = true;
        self.prologue();
        self.load_name(&"__name__".into(), NO_SPAN);
        self.store_name(&"__module__".into(), NO_SPAN)?;
        let qualname = self.unit.qualname.clone();
        self.unit.load_string(&qualname, NO_SPAN);
        self.store_name(&"__qualname__".into(), NO_SPAN)?;
        self.unit.load_constant(Const::Int(first_line.into()), NO_SPAN);
        self.store_name(&"__firstlineno__".into(), NO_SPAN)?;
        if !definition.type_params.is_empty() {
            self.load_name(&".type_params".into(), NO_SPAN);
            self.store_name(&"__type_params__".into(), NO_SPAN)?;
        }
        if self.scope().needs_class_dict {
            let slot = self.unit.slots.number(&"__classdict__".into());
            self.unit.emit(Op::LoadLocals, NO_SPAN);
            self.unit.emit(Op::StoreDeref(slot), NO_SPAN);
        }
        if self.scope().annotations_used {
            self.unit.emit(Op::SetupAnnotations, NO_SPAN);
        }
        let body = self.leading_docstring(&definition.body)?;
        self.statements(body)?;

        let mut attributes = self.unit.static_attributes.values.clone();
        attributes.sort();
        let attributes = attributes.into_iter().map(Const::Str).collect();
        self.unit.load_constant(Const::Tuple(attributes), NO_SPAN);
        self.store_name(&"__static_attributes__".into(), NO_SPAN)?;
        if self.scope().needs_class_dict {
            let slot = self.unit.slots.number(&"__classdict__".into());
            self.unit.emit(Op::LoadClosure(slot), NO_SPAN);
            self.store_name(&"__classdictcell__".into(), NO_SPAN)?;
        }
        if self.scope().needs_class_cell {
            let slot = self.unit.slots.number(&"__class__".into());
            self.unit.emit(Op::LoadClosure(slot), NO_SPAN);
            self.unit.emit(Op::Copy(1), NO_SPAN);
            self.store_name(&"__classcell__".into(), NO_SPAN)?;
        } else {
            self.unit.emit(Op::LoadNone, NO_SPAN);
        }
        self.emit_return(NO_SPAN);
        Ok(self.leave())
    }
}
