//! `_dis`: the instructions of a code object as Python values, for `dis.py`.

use super::{add, add_functions};
use crate::code::NO_SPAN;
use crate::code::mnemonic::{NAMES, Operand, name, number, operand};
use crate::code::op::Op;
use crate::object::code::CodeObject;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("handlers", "code, /", handlers),
    Native::new("instructions", "code, /", instructions),
    Native::new("kinds", "", kinds),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_dis");
    add_functions(vm, &module, "_dis", FUNCTIONS);
    let names: Vec<Value> = NAMES.iter().map(|&name| name.into()).collect();
    add(vm, &module, "opname", List::new(names));
    Ok(module)
}

/// Which instructions have operands of which kind: four tuples of numbers.
fn kinds(_: &mut Vm, _: &Args) -> Result {
    let samples = [
        Op::Jump(0),
        Op::JumpBackward(0),
        Op::PopJumpIfFalse(0),
        Op::PopJumpIfTrue(0),
        Op::PopJumpIfNone(0),
        Op::PopJumpIfNotNone(0),
        Op::JumpIfFalseOrPop(0),
        Op::JumpIfTrueOrPop(0),
        Op::ForIter(0),
        Op::LoadFast(0),
        Op::LoadFastAndClear(0),
        Op::StoreFast(0),
        Op::DeleteFast(0),
        Op::MakeCell(0),
        Op::LoadClosure(0),
        Op::LoadDeref(0),
        Op::StoreDeref(0),
        Op::DeleteDeref(0),
        Op::LoadFromDictOrDeref(0),
        Op::LoadFromDictOrGlobals(0),
        Op::LoadGlobal(0),
        Op::StoreGlobal(0),
        Op::DeleteGlobal(0),
        Op::LoadName(0),
        Op::StoreName(0),
        Op::DeleteName(0),
        Op::LoadAttr(0),
        Op::LoadMethod(0),
        Op::StoreAttr(0),
        Op::DeleteAttr(0),
        Op::LoadSuperAttr(0),
        Op::LoadSuperMethod(0),
        Op::ImportName(0),
        Op::ImportFrom(0),
        Op::LoadConst(0),
        Op::MakeFunction(0),
    ];
    let mut kinds = [const { Vec::new() }; 4];
    for op in &samples {
        let kind = match operand(op) {
            Operand::Target(_) => 0,
            Operand::Slot(_) => 1,
            Operand::Name(_) => 2,
            _ => 3,
        };
        kinds[kind].push(Value::from(number(op)));
    }
    Ok(Tuple::new(kinds.map(|kind| Tuple::new(kind).into())).into())
}

/// For each instruction its name, its number, its operand or None, what the operand means, how
/// that is shown, and its place in the source or None.
fn instructions(vm: &mut Vm, args: &Args) -> Result {
    let object = args.receiver::<CodeObject>(vm)?.clone();
    let code = &object.code;
    let mut rows = Vec::with_capacity(code.ops.len());
    for (place, op) in code.ops.iter().enumerate() {
        let (number_of_operand, meaning, shown) = match operand(op) {
            Operand::Nothing => (Value::None, Value::None, Value::from("")),
            Operand::Number(value) => (value.into(), value.into(), "".into()),
            Operand::Target(target) => {
                // Two for each instruction, as all places of instructions are counted.
                (Value::Int(target.into()), Value::Int(i64::from(target) * 2), "".into())
            }
            Operand::Slot(slot) => {
                let found = object.slot_names.get(slot as usize);
                let name = found.map_or(Value::None, |name| name.clone().into());
                (Value::Int(slot.into()), name.clone(), name)
            }
            Operand::Name(name) => {
                let found = object.names.get(name as usize);
                let text = found.map_or(Value::None, |name| name.clone().into());
                (Value::Int(name.into()), text.clone(), text)
            }
            Operand::Constant(constant) => {
                let value = object.constants.get(constant as usize).cloned();
                let value = value.unwrap_or(Value::None);
                let shown = vm.repr(&value)?;
                (Value::Int(constant.into()), value, shown.into())
            }
            Operand::Arguments { count, names } => {
                let names = object.constants.get(names as usize).cloned();
                let names = names.unwrap_or(Value::None);
                let shown = vm.repr(&names)?;
                (Value::Int(count.into()), names, shown.into())
            }
            Operand::Kind(kind, text) => (Value::Int(kind), text.as_str().into(), text.into()),
        };
        let position = position(code, place);
        let row = [
            name(op).into(),
            number(op).into(),
            number_of_operand,
            meaning,
            shown,
            position,
            op.target().map_or(Value::None, |target| Value::Int(i64::from(target) * 2)),
        ];
        rows.push(Tuple::new(row).into());
    }
    Ok(List::new(rows).into())
}

/// The first and last line and the first and last column of an instruction, or None.
pub fn position(code: &crate::code::Code, place: usize) -> Value {
    match code.spans.get(place) {
        Some(span) if *span != NO_SPAN => {
            let position = code.source.position(*span);
            let numbers = [position.line, position.end_line, position.column, position.end_column];
            Tuple::new(numbers.map(|number| Value::Int(number.into()))).into()
        }
        _ => Value::None,
    }
}

/// The stretches of instructions whose exceptions are caught: start, end, where to go on, how deep
/// the stack is then, and whether the place of the failure is put on it.
fn handlers(vm: &mut Vm, args: &Args) -> Result {
    let object = args.receiver::<CodeObject>(vm)?;
    let rows = object.code.handlers.iter().map(|handler| {
        let numbers = [handler.start * 2, handler.end * 2, handler.target * 2, handler.depth];
        let mut row: Vec<Value> = numbers.map(|number| Value::Int(number.into())).into();
        row.push(handler.keep_origin.into());
        Tuple::new(row).into()
    });
    Ok(List::new(rows.collect()).into())
}
