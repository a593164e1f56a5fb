//! Fused instructions: see `crate::vm::fuse`.

use crate::code::op::{Comparison, Op};
use crate::object::Value;
use crate::object::dict::Dict;
use crate::object::frame::{Position, Registers};
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::string::Str;
use crate::vm::Vm;
use crate::vm::instructions::attributes::{instance_attribute, list_item, store_item};
use crate::vm::instructions::calls::leave;
use crate::vm::instructions::generators::{advance, advance_generator, generator_on_top, yield_to};
use crate::vm::instructions::jumps::{jump_on, needs_attention};
use crate::vm::instructions::operators::{
    Arithmetic, Relation, compare_slow, compare_strings, contains_slow, set_has_int,
};
use crate::vm::instructions::stack::{drop_last, let_both_go, let_go};
use crate::vm::instructions::variables::{
    known_global, load_global_slow, load_variable, unbound_variable,
};

instruction!(load_fast_load_fast(vm, registers, Op::LoadFastLoadFast(a, b)) {
    let first = registers.variable(a as u32).clone();
    if first.is_unbound() {
        return unbound_variable(vm, registers.position(), a as u32);
    }
    registers.push(first);
    let second = registers.variable(b as u32).clone();
    if !second.is_unbound() {
        registers.push(second);
        registers.skip(1);
    }
    return registers.go_on(vm);
});

instruction!(fast_binary_int<O: Arithmetic>(
    vm, registers, Op::FastBinaryInt { slot, value, .. }
) {
    match O::quick(registers.variable(slot as u32), &Value::Int(value as i64)) {
        Some(value) => {
            registers.push(value);
            registers.skip(2);
        }
        None => return load_variable(vm, registers, slot as u32),
    }
    return registers.go_on(vm);
});

instruction!(fast_binary_fast<O: Arithmetic>(vm, registers, Op::FastBinaryFast { a, b, .. }) {
    match O::quick(registers.variable(a as u32), registers.variable(b as u32)) {
        Some(value) => {
            registers.push(value);
            registers.skip(2);
        }
        None => return load_variable(vm, registers, a as u32),
    }
    return registers.go_on(vm);
});

instruction!(accumulate_int<O: Arithmetic>(
    vm, registers, Op::AccumulateInt { slot, value, .. }
) {
    match O::quick(registers.variable(slot as u32), &Value::Int(value as i64)) {
        Some(value) => {
            registers.set_number(slot as u32, value);
            registers.skip(3);
        }
        None => return load_variable(vm, registers, slot as u32),
    }
    return registers.go_on(vm);
});

instruction!(accumulate_fast<O: Arithmetic>(vm, registers, Op::AccumulateFast { a, b, .. }) {
    match O::quick(registers.variable(a as u32), registers.variable(b as u32)) {
        Some(value) => {
            registers.set_number(a as u32, value);
            registers.skip(3);
        }
        None => return load_variable(vm, registers, a as u32),
    }
    return registers.go_on(vm);
});

/// The end of a comparison with its jump, or, where it is not known what it comes to, its first step
/// alone: the variable on its left.
#[inline(always)]
fn jump_compared(
    vm: &mut Vm,
    mut registers: Registers,
    truth: Option<bool>,
    slot: u32,
) -> Position {
    match truth {
        Some(true) => {
            registers.skip(3);
            return registers.go_on(vm);
        }
        Some(false) => {
            if let Op::PopJumpIfFalse(target) = registers.op_ahead(2) {
                registers.skip(3);
                return jump_on(vm, registers, target);
            }
        }
        None => {}
    }
    load_variable(vm, registers, slot)
}

instruction!(fast_compare_int_jump<R: Relation>(
    vm, registers, Op::FastCompareIntJump { slot, value, .. }
) {
    let truth = R::quick(registers.variable(slot as u32), &Value::Int(value as i64));
    return jump_compared(vm, registers, truth, slot as u32);
});

instruction!(fast_compare_fast_jump<R: Relation>(
    vm, registers, Op::FastCompareFastJump { a, b, .. }
) {
    let truth = R::quick(registers.variable(a as u32), registers.variable(b as u32));
    return jump_compared(vm, registers, truth, a as u32);
});

instruction!(fast_compare_const_jump<R: Relation>(
    vm, registers, Op::FastCompareConstJump { slot, constant, .. }
) {
    let (variable, constant) =
        (registers.variable(slot as u32), registers.constant(constant as u32));
    let truth = match R::quick(variable, constant) {
        None => compare_strings(variable, constant, R::COMPARISON),
        known => known,
    };
    return jump_compared(vm, registers, truth, slot as u32);
});

instruction!(compare_jump<R: Relation>(vm, registers, Op::CompareJump { target, .. }) {
    match R::quick(registers.peek(2), registers.peek(1)) {
        Some(truth) => {
            registers.drop_numbers(2);
            if truth {
                registers.skip(1);
                return registers.go_on(vm);
            }
            return jump_on(vm, registers, target);
        }
        None => return compare_jump_slow(vm, registers.position(), R::COMPARISON, target),
    }
});

/// The same for what are no numbers.
#[inline(never)]
fn compare_jump_slow(
    vm: &mut Vm,
    position: Position,
    comparison: Comparison,
    target: u32,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    match compare_strings(registers.peek(2), registers.peek(1), comparison) {
        Some(truth) => {
            if truth {
                registers.skip(1);
            } else {
                registers.jump(target);
            }
            let b = registers.pop();
            let a = registers.pop();
            match b.drop_unless_last() {
                None => let_go(vm, registers, a),
                Some(b) => let_both_go(vm, registers.position(), b, a),
            }
        }
        None => compare_slow(vm, registers.position(), comparison),
    }
}

instruction!(contains_jump(vm, registers, Op::ContainsJump { negated, target }) {
    let Some(found) = set_has_int(&registers) else {
        return contains_slow(vm, registers.position(), negated);
    };
    let set = registers.pop();
    registers.drop_numbers(1);
    if found != negated {
        registers.skip(1);
        return let_go(vm, registers, set);
    }
    registers.jump(target);
    return let_go(vm, registers, set);
});

instruction!(fast_attr(vm, registers, Op::FastAttr { slot, site }) {
    let site = registers.attribute_site(site);
    match instance_attribute(registers.variable(slot as u32), site) {
        Some(place) => {
            let value = place.get();
            registers.push(value);
            registers.skip(1);
        }
        None => return load_variable(vm, registers, slot as u32),
    }
    return registers.go_on(vm);
});

instruction!(fast_subscr_fast(vm, registers, Op::FastSubscrFast { a, b }) {
    match list_item(registers.variable(a as u32), registers.variable(b as u32)) {
        Some(item) => {
            registers.push(item);
            registers.skip(2);
        }
        None => return dict_item(vm, registers.position(), a as u32, b as u32),
    }
    return registers.go_on(vm);
});

/// The same for a dict's item by a string.
#[inline(never)]
fn dict_item(vm: &mut Vm, position: Position, a: u32, b: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let (Some(dict), Some(key)) =
        (registers.variable(a).get_exact::<Dict>(), registers.variable(b).get_exact::<Str>())
        && let Some(value) = dict.get_str(key)
    {
        registers.push(value);
        registers.skip(2);
        return registers.go_on(vm);
    }
    load_variable(vm, registers, a)
}

instruction!(fast_subscr_int(vm, registers, Op::FastSubscrInt { slot, value }) {
    match list_item(registers.variable(slot as u32), &Value::Int(value as i64)) {
        Some(item) => {
            registers.push(item);
            registers.skip(2);
        }
        None => return load_variable(vm, registers, slot as u32),
    }
    return registers.go_on(vm);
});

instruction!(copy_subscr(vm, registers, Op::CopySubscr) {
    match list_item(registers.peek(2), registers.peek(1)) {
        Some(item) => {
            registers.push(item);
            registers.skip(2);
        }
        None => {
            let container = registers.peek(2).clone();
            registers.push(container);
        }
    }
    return registers.go_on(vm);
});

instruction!(swap_store_subscr(vm, registers, Op::SwapStoreSubscr) {
    // Container, key and value become value, container and key.
    registers.swap(3);
    registers.swap(2);
    registers.skip(2);
    return store_item(vm, registers);
});

instruction!(return_fast(vm, registers, Op::ReturnFast(slot)) {
    // The variable goes with the frame, so its value can be moved out.
    let value = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
    if value.is_unbound() {
        return unbound_variable(vm, registers.position(), slot);
    }
    return leave(vm, registers, value);
});

instruction!(yield_fast(vm, registers, Op::YieldFast(slot)) {
    if !registers.variable(slot).is_unbound()
        && let Some(waiting) = vm.suspend_quickly(registers.frame())
    {
        let value = registers.variable(slot).clone();
        registers.skip(1);
        return yield_to(vm, registers, value, waiting);
    }
    return load_variable(vm, registers, slot);
});

instruction!(for_iter_store(vm, registers, Op::ForIterStore { slot, target }) {
    let Value::Object(object) = registers.peek(1) else {
        return advance(vm, registers.position(), target);
    };
    if let Some(iterator) = object.get::<Iterator>() {
        if iterator.kind == IteratorKind::Range
            && let left = iterator.end.get()
            && left > 0
        {
            let number = iterator.position.get();
            iterator.position.set(number.wrapping_add(iterator.step.get()));
            iterator.end.set(left - 1);
            let variable = registers.variable_mut(slot as u32);
            let old = std::mem::replace(variable, Value::Int(number));
            registers.skip(1);
            return let_go(vm, registers, old);
        }
        match iterator.kind {
            IteratorKind::List => return list_item_store(vm, registers.position(), slot, target),
            IteratorKind::StrAscii => {
                return character_store(vm, registers.position(), slot, target);
            }
            _ => {}
        }
    } else if let Some(generator) = generator_on_top(&registers) {
        return advance_generator(vm, registers.position(), target, generator);
    }
    return advance(vm, registers.position(), target);
});

/// The same for the next item of a list.
#[inline(never)]
fn list_item_store(vm: &mut Vm, position: Position, slot: u16, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let Some(iterator) = registers.peek(1).get::<Iterator>()
        && let place = iterator.position.get()
        && let Some(item) = iterator.source.list_item(place as usize)
    {
        iterator.position.set(place + 1);
        let old = std::mem::replace(registers.variable_mut(slot as u32), item);
        registers.skip(1);
        return let_go(vm, registers, old);
    }
    advance(vm, registers.position(), target)
}

/// The same for the next character of an ASCII text.
#[inline(never)]
fn character_store(vm: &mut Vm, position: Position, slot: u16, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let Some(iterator) = registers.peek(1).get::<Iterator>()
        && let place = iterator.position.get()
        && let Some(byte) = iterator.source.text_byte(place as usize)
        && let Some(character) = Str::ascii(byte)
    {
        iterator.position.set(place + 1);
        let old = std::mem::replace(registers.variable_mut(slot as u32), character.into());
        registers.skip(1);
        return let_go(vm, registers, old);
    }
    advance(vm, registers.position(), target)
}

instruction!(load_global_null(vm, registers, Op::LoadGlobalNull(index)) {
    let site = registers.global_site(index);
    match known_global(registers.function(), site) {
        Some(value) => {
            registers.push(value);
            registers.push(Value::Unbound);
            registers.skip(1);
        }
        None => return load_global_slow(vm, registers.position(), site),
    }
    return registers.go_on(vm);
});

instruction!(store_fast_jump(vm, registers, Op::StoreFastJump { slot, target }) {
    let value = registers.pop();
    let old = std::mem::replace(registers.variable_mut(slot as u32), value);
    return let_go_and_jump(vm, registers, old, target);
});

instruction!(pop_jump_backward(vm, registers, Op::PopJumpBackward(target)) {
    let value = registers.pop();
    return let_go_and_jump(vm, registers, value, target);
});

/// Drops a value and jumps back, unless there is something to do first: then the jump follows as an
/// instruction of its own.
#[inline(always)]
pub(super) fn let_go_and_jump(
    vm: &mut Vm,
    mut registers: Registers,
    value: Value,
    target: u32,
) -> Position {
    if let Some(object) = value.drop_unless_last() {
        return drop_last(vm, registers.position(), object);
    }
    if needs_attention(vm) {
        return attend_at_jump(vm, registers.position());
    }
    registers.jump(target);
    registers.go_on(vm)
}

/// Leaves it to the jump that follows to do what there is to do.
#[cold]
#[inline(never)]
fn attend_at_jump(vm: &mut Vm, position: Position) -> Position {
    vm.rounds = 1;
    position
}
