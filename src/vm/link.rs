//! From the compiler's code objects to those the VM runs: constants become values, names are
//! interned, instructions that cache get their places.

use std::rc::Rc;

use crate::code::op::Op;
use crate::code::{Code, CodeKind, Const};
use crate::object::bytes::Bytes;
use crate::object::code::{AttributeSite, CodeObject, GlobalSite, Instruction};
use crate::object::heap::Ref;
use crate::object::set::{FrozenSet, SetLookup, SetTable};
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::vm::Vm;
use crate::vm::instructions::handler;

impl Vm {
    /// Makes a code object and those inside it ready to run.
    ///
    /// # Errors
    /// SystemError if the code is malformed, which would be a defect of the compiler.
    pub fn link(&mut self, code: &Rc<Code>) -> Result<Ref<CodeObject>> {
        if let Err(problem) = crate::code::verify::verify(code) {
            return Err(self.system_error(format!("malformed code object: {problem}")));
        }
        let names: Box<[_]> = code.names.iter().map(|name| self.intern(name)).collect();
        let slot_names: Box<[_]> = code.slot_names().map(|name| self.intern(name)).collect();
        let mut constants = Vec::with_capacity(code.constants.len());
        for constant in &code.constants {
            constants.push(self.link_constant(constant)?);
        }
        let mut sites = Vec::new();
        let mut global_sites = Vec::new();
        let mut site = |name: u32| {
            sites.push(AttributeSite::new(names[name as usize].clone()));
            sites.len() as u32 - 1
        };
        let mut global_site = |name: u32| {
            global_sites.push(GlobalSite::new(names[name as usize].clone()));
            global_sites.len() as u32 - 1
        };
        let mut ops: Box<[Op]> = code
            .ops
            .iter()
            .map(|op| match *op {
                Op::LoadAttr(name) => Op::LoadAttr(site(name)),
                Op::LoadMethod(name) => Op::LoadMethod(site(name)),
                Op::StoreAttr(name) => Op::StoreAttr(site(name)),
                Op::LoadGlobal(name) => Op::LoadGlobal(global_site(name)),
                other => other,
            })
            .collect();
        crate::vm::fuse::fuse(&mut ops);
        let instructions = ops.iter().map(|&op| Instruction { run: handler(&op), op }).collect();
        let variable_count = slot_names.len() as u32;
        Ok(Ref::new(CodeObject {
            name: self.intern(&code.name),
            qualname: self.intern(&code.qualname),
            instructions,
            constants: constants.into(),
            names,
            sites: sites.into(),
            global_sites: global_sites.into(),
            kind: code.kind,
            variable_count,
            slot_count: variable_count + code.stack_size,
            argument_count: code.argument_count,
            has_named_parameters_only: code.kind != CodeKind::Block
                && !code.has_varargs
                && !code.has_varkeywords,
            has_simple_parameters: code.kind != CodeKind::Block
                && code.keyword_only_count == 0
                && !code.has_varargs
                && !code.has_varkeywords,
            free_start: variable_count - code.free.len() as u32,
            slot_names,
            makes_iterable_coroutines: std::cell::Cell::new(false),
            code: code.clone(),
        }))
    }

    fn link_constant(&mut self, constant: &Const) -> Result {
        Ok(match constant {
            Const::None => Value::None,
            Const::True => Value::True,
            Const::False => Value::False,
            Const::Ellipsis => Value::Ellipsis,
            Const::Int(value) => value.clone().into(),
            Const::Float(value) => Value::float(*value),
            Const::Complex(value) => Value::from(*value),
            // All constants are interned: equal ones are the same object, as scripts that compare
            // strings with `is` by mistake expect.
            Const::Str(text) => Value::object(self.intern(text)),
            Const::Bytes(bytes) => Value::object(Bytes::new(&bytes[..])),
            Const::Tuple(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(self.link_constant(item)?);
                }
                Value::object(Tuple::new(values))
            }
            Const::FrozenSet(items) => {
                let mut table = SetTable::default();
                for item in items {
                    let value = self.link_constant(item)?;
                    let hash = self.hash(&value)?;
                    if let SetLookup::Absent = table.lookup(&value, hash) {
                        table.insert_absent(hash, value);
                    }
                }
                // CPython's compiler makes the set anew from its items, to share them with equal
                // constants: keys that collide may change places, and the order shows.
                let mut again = SetTable::default();
                for (hash, value) in table.entries() {
                    again.insert_absent(hash, value);
                }
                Value::object(FrozenSet::new(again))
            }
            Const::Code(code) => Value::object(self.link(code)?),
        })
    }
}
