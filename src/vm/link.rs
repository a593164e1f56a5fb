//! From the compiler's code objects to what the VM runs: constants become values, names are
//! interned, instructions that cache get their places.

use std::rc::Rc;

use crate::code::lazy::LazyCode;
use crate::code::op::Op;
use crate::code::verify::verify_all;
use crate::code::{Code, CodeKind, Const};
use crate::object::bytes::Bytes;
use crate::object::code::{
    AttributeSite, CallShape, CodeObject, GlobalSite, Instruction, LinkedCode,
};
use crate::object::hash;
use crate::object::interner::Interner;
use crate::object::set::{FrozenSet, SetLookup, SetTable};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::hashing::hash_frozen_set;
use crate::vm::instructions::handler;

impl Vm {
    /// The object of what the compiler made.
    ///
    /// # Errors
    /// SystemError if the code is malformed, which would be a defect of the compiler.
    pub fn code_object(&mut self, code: &Rc<Code>) -> Result<Ref<CodeObject>> {
        match verify_all(code) {
            Ok(()) => Ok(CodeObject::new(LazyCode::new(code.clone()), &self.interner)),
            Err(problem) => Err(self.system_error(format!("malformed code object: {problem}"))),
        }
    }
}

/// Makes a verified code object ready to run.
pub fn link(code: &Code, interner: &Rc<Interner>) -> LinkedCode {
    let names: Box<[_]> = code.names.iter().map(|name| interner.intern(name)).collect();
    let slot_names: Box<[_]> = code.slot_names().map(|name| interner.intern(name)).collect();
    let constants = code.constants.iter().map(|constant| constant_value(constant, interner));
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
            Op::LoadSuperMethod(name) => Op::LoadSuperMethod(site(name)),
            Op::StoreAttr(name) => Op::StoreAttr(site(name)),
            Op::LoadGlobal(name) => Op::LoadGlobal(global_site(name)),
            other => other,
        })
        .collect();
    crate::vm::fuse::fuse(&mut ops);
    for (index, op) in ops.iter_mut().enumerate() {
        if let Some(target) = op.target_mut() {
            *target = target.wrapping_sub(index as u32 + 1);
        }
    }
    let instructions = ops.iter().map(|&op| Instruction { run: handler(&op), op }).collect();
    let variable_count = slot_names.len() as u32;
    let has_named_parameters_only =
        code.kind != CodeKind::Block && !code.has_varargs && !code.has_varkeywords;
    LinkedCode {
        name: interner.intern(&code.name),
        qualname: interner.intern(&code.qualname),
        instructions,
        constants: constants.collect(),
        names,
        sites: sites.into(),
        global_sites: global_sites.into(),
        kind: code.kind,
        call_shape: CallShape::of(code),
        variable_count,
        slot_count: variable_count + code.stack_size,
        argument_count: code.argument_count,
        positional_only_count: code.positional_only_count,
        keyword_only_count: code.keyword_only_count,
        takes_rest: code.kind != CodeKind::Block
            && code.has_varargs
            && !code.has_varkeywords
            && code.keyword_only_count == 0,
        has_named_parameters_only,
        has_simple_parameters: has_named_parameters_only && code.keyword_only_count == 0,
        free_start: variable_count - code.free.len() as u32,
        slot_names,
    }
}

fn constant_value(constant: &Const, interner: &Rc<Interner>) -> Value {
    match constant {
        Const::None => Value::None,
        Const::True => Value::True,
        Const::False => Value::False,
        Const::Ellipsis => Value::Ellipsis,
        Const::Int(value) => value.clone().into(),
        Const::Float(value) => Value::float(*value),
        Const::Complex(value) => Value::from(*value),
        // All constants are interned: equal ones are the same object, as scripts that compare
        // strings with `is` by mistake expect.
        Const::Str(text) => Value::object(interner.intern(text)),
        Const::Bytes(bytes) => Value::object(Bytes::new(&bytes[..])),
        Const::Tuple(items) => {
            let values: Vec<Value> =
                items.iter().map(|item| constant_value(item, interner)).collect();
            Value::object(Tuple::new(values))
        }
        Const::FrozenSet(items) => {
            let mut table = SetTable::default();
            for item in items {
                let value = constant_value(item, interner);
                let hash = hash_of_constant(item, &value);
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
        Const::Code(code) => Value::object(CodeObject::within(code, interner)),
    }
}

/// `hash()` of a constant that has become a value.
fn hash_of_constant(constant: &Const, value: &Value) -> i64 {
    let address = match value {
        Value::Object(object) => object.address(),
        _ => 0,
    };
    match constant {
        Const::None => hash::HASH_NONE,
        Const::True => 1,
        Const::False => 0,
        Const::Int(value) => hash::hash_bigint(value),
        Const::Float(value) => hash::hash_f64(*value, address),
        Const::Complex(value) => hash::hash_complex(value.real, value.imag, address),
        Const::Str(text) => hash::hash_text(text),
        Const::Bytes(bytes) => hash::hash_bytes(bytes),
        Const::Tuple(items) => {
            let values = value.as_tuple().unwrap_or_default();
            let hashes = items.iter().zip(values);
            hash::hash_tuple(hashes.map(|(item, value)| hash_of_constant(item, value)))
        }
        Const::FrozenSet(_) => value.get::<FrozenSet>().map_or(0, hash_frozen_set),
        Const::Ellipsis | Const::Code(_) => {
            hash::hash_address(crate::builtins::functions::objects::identity(value))
        }
    }
}
