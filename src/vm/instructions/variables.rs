//! Variables: local, in cells, global, by name.

use crate::code::op::Op;
use crate::object::Value;
use crate::object::code::GlobalSite;
use crate::object::frame::{Position, Registers};
use crate::object::function::{CellObject, Function};
use crate::vm::Vm;
use crate::vm::instructions::stack::let_go;

instruction!(load_fast(vm, registers, Op::LoadFast(slot)) {
    return load_variable(vm, registers, slot);
});

instruction!(load_fast_and_clear(vm, registers, Op::LoadFastAndClear(slot)) {
    let value = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
    registers.push(value);
    return registers.go_on(vm);
});

instruction!(store_fast(vm, registers, Op::StoreFast(slot)) {
    let value = registers.pop();
    let old = std::mem::replace(registers.variable_mut(slot), value);
    return let_go(vm, registers, old);
});

instruction!(delete_fast(vm, registers, Op::DeleteFast(slot)) {
    let old = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
    if old.is_unbound() {
        return unbound_variable(vm, registers.position(), slot);
    }
    drop(old);
    finalize!(vm, registers);
});

instruction!(make_cell(vm, registers, Op::MakeCell(slot)) {
    let content = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
    *registers.variable_mut(slot) = Value::object(CellObject::new(content));
});

instruction!(load_closure(vm, registers, Op::LoadClosure(slot)) {
    let cell = registers.variable(slot).clone();
    registers.push(cell);
    return registers.go_on(vm);
});

instruction!(load_deref(vm, registers, Op::LoadDeref(slot)) {
    let value = registers.cell(slot).map_or(Value::Unbound, |c| c.content.get());
    if value.is_unbound() {
        return empty_cell(vm, registers.position(), slot);
    }
    registers.push(value);
    return registers.go_on(vm);
});

instruction!(store_deref(vm, registers, Op::StoreDeref(slot)) {
    let value = registers.pop();
    let old = match registers.cell(slot) {
        Some(cell) => cell.content.replace(value),
        None => value,
    };
    return let_go(vm, registers, old);
});

instruction!(delete_deref(vm, registers, Op::DeleteDeref(slot)) {
    let old = registers.cell(slot).map_or(Value::Unbound, |c| c.content.take());
    if old.is_unbound() {
        return empty_cell(vm, registers.position(), slot);
    }
    drop(old);
    finalize!(vm, registers);
});

instruction!(load_from_dict_or_deref(vm, registers, Op::LoadFromDictOrDeref(slot)) {
    let mapping = registers.pop();
    let name = registers.code().slot_names[slot as usize].clone();
    registers.save();
    let value = match check!(vm, registers, vm.mapping_get(&mapping, &name)) {
        Some(value) => value,
        None => {
            let value =
                registers.cell(slot).map_or(Value::Unbound, |c| c.content.get());
            if value.is_unbound() {
                return empty_cell(vm, registers.position(), slot);
            }
            value
        }
    };
    registers.push(value);
});

instruction!(load_from_dict_or_globals(vm, registers, Op::LoadFromDictOrGlobals(name)) {
    let mapping = registers.pop();
    let name = registers.code().names[name as usize].clone();
    registers.save();
    let value = match check!(vm, registers, vm.mapping_get(&mapping, &name)) {
        Some(value) => value,
        None => check!(vm, registers, vm.load_global(registers.function(), &name)),
    };
    registers.push(value);
});

instruction!(load_global(vm, registers, Op::LoadGlobal(index)) {
    let site = registers.global_site(index);
    match known_global(registers.function(), site) {
        Some(value) => registers.push(value),
        None => return load_global_slow(vm, registers.position(), site),
    }
    return registers.go_on(vm);
});

/// The global in the place that the site knows.
#[inline(always)]
pub(super) fn known_global(function: &Function, site: &GlobalSite) -> Option<Value> {
    let dict = match site.builtins_version.get() {
        0 => &function.globals,
        version if version == function.builtins.version() => &function.builtins,
        _ => return None,
    };
    if site.globals_version.get() != function.globals.version() {
        return None;
    }
    let value = dict.value_at_known(site.place.get() as usize);
    if value.is_unbound() { None } else { Some(value) }
}

#[inline(never)]
pub(super) fn load_global_slow(vm: &mut Vm, position: Position, site: &GlobalSite) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let value = check!(vm, registers, vm.load_global_slow(registers.function(), site));
    registers.push(value);
    registers.position()
}

instruction!(store_global(vm, registers, Op::StoreGlobal(name)) {
    let value = registers.pop();
    let name = &registers.code().names[name as usize];
    drop(registers.globals().set_str(name, value));
    finalize!(vm, registers);
});

instruction!(delete_global(vm, registers, Op::DeleteGlobal(name)) {
    let name = &registers.code().names[name as usize];
    match registers.globals().remove_str(name) {
        Some(old) => drop(old),
        None => raise!(vm, registers, vm.name_error(name)),
    }
    finalize!(vm, registers);
});

instruction!(load_name(vm, registers, Op::LoadName(name)) {
    let name = registers.code().names[name as usize].clone();
    registers.save();
    let value = check!(vm, registers, vm.load_name(registers.frame(), &name));
    registers.push(value);
});

instruction!(store_name(vm, registers, Op::StoreName(name)) {
    let value = registers.pop();
    let name = registers.code().names[name as usize].clone();
    registers.save();
    check!(vm, registers, vm.store_name(registers.frame(), &name, value));
    finalize!(vm, registers);
});

instruction!(delete_name(vm, registers, Op::DeleteName(name)) {
    let name = registers.code().names[name as usize].clone();
    registers.save();
    check!(vm, registers, vm.delete_name(registers.frame(), &name));
    finalize!(vm, registers);
});

instruction!(load_locals(vm, registers, Op::LoadLocals) {
    let locals = vm.frame_locals_mapping(registers.frame());
    registers.push(locals);
});

instruction!(setup_annotations(vm, registers, Op::SetupAnnotations) {
    registers.save();
    check!(vm, registers, vm.setup_annotations(registers.frame()));
});

/// Pushes a variable.
#[inline(always)]
pub(super) fn load_variable(vm: &mut Vm, mut registers: Registers, slot: u32) -> Position {
    let value = registers.variable(slot).clone();
    if value.is_unbound() {
        return unbound_variable(vm, registers.position(), slot);
    }
    registers.push(value);
    registers.go_on(vm)
}

#[cold]
#[inline(never)]
pub(super) fn unbound_variable(vm: &mut Vm, position: Position, slot: u32) -> Position {
    let registers = Registers::at(vm.current, position);
    raise!(vm, registers, vm.unbound_local(registers.code(), slot))
}

#[cold]
#[inline(never)]
fn empty_cell(vm: &mut Vm, position: Position, slot: u32) -> Position {
    let registers = Registers::at(vm.current, position);
    raise!(vm, registers, vm.unbound_cell(registers.code(), slot))
}
