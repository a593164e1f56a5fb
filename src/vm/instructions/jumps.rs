//! Jumps.

use crate::code::op::Op;
use crate::object::Value;
use crate::object::frame::{Position, Registers};
use crate::vm::Vm;
use crate::vm::instructions::stack::let_go;

instruction!(jump(vm, registers, Op::Jump(target)) {
    registers.jump(target);
    return registers.go_on(vm);
});

instruction!(jump_backward(vm, registers, Op::JumpBackward(target)) {
    if needs_attention(vm) {
        return attend(vm, registers.position(), target);
    }
    registers.jump(target);
    return registers.go_on(vm);
});

/// Whether an interrupt has arrived, or it is time to look whether garbage is to be collected or another
/// thread's turn has come.
#[inline(always)]
pub(super) fn needs_attention(vm: &mut Vm) -> bool {
    vm.rounds -= 1;
    vm.rounds == 0 || vm.interrupt.load(std::sync::atomic::Ordering::Relaxed)
}

/// Goes on after a return.
#[inline(always)]
pub(super) fn go_on_returned(vm: &mut Vm, registers: Registers) -> Position {
    vm.rounds -= 1;
    if vm.rounds == 0 {
        return look_for_garbage(vm, registers.position());
    }
    registers.go_on(vm)
}

#[cold]
#[inline(never)]
fn look_for_garbage(vm: &mut Vm, position: Position) -> Position {
    let registers = Registers::at(vm.current, position);
    registers.save();
    vm.rounds = vm.rounds_per_look;
    vm.collect_if_due();
    finalize!(vm, registers);
    registers.position()
}

instruction!(pop_jump_if_false(vm, registers, Op::PopJumpIfFalse(target)) {
    match quick_truth(registers.peek(1)) {
        Some(truth) => {
            registers.drop_numbers(1);
            if !truth {
                return jump_on(vm, registers, target);
            }
        }
        None => return pop_jump_slow(vm, registers.position(), false, target),
    }
    return registers.go_on(vm);
});

instruction!(pop_jump_if_true(vm, registers, Op::PopJumpIfTrue(target)) {
    match quick_truth(registers.peek(1)) {
        Some(truth) => {
            registers.drop_numbers(1);
            if truth {
                return jump_on(vm, registers, target);
            }
        }
        None => return pop_jump_slow(vm, registers.position(), true, target),
    }
    return registers.go_on(vm);
});

/// Takes a conditional jump.
///
/// It is a way of its own on purpose: if the compiler computed both places and chose one, the
/// processor would have to wait for the condition instead of running ahead of it.
#[inline(always)]
pub(super) fn jump_on(vm: &mut Vm, mut registers: Registers, distance: u32) -> Position {
    std::hint::cold_path();
    registers.jump(distance);
    registers.go_on(vm)
}

/// The truth of what is no object.
#[inline(always)]
fn quick_truth(value: &Value) -> Option<bool> {
    match value {
        Value::True => Some(true),
        Value::False | Value::None => Some(false),
        Value::Int(number) => Some(*number != 0),
        _ => None,
    }
}

instruction!(pop_jump_if_none(vm, registers, Op::PopJumpIfNone(target)) {
    let value = registers.pop();
    if value.is_none() {
        registers.jump(target);
    }
    return let_go(vm, registers, value);
});

instruction!(pop_jump_if_not_none(vm, registers, Op::PopJumpIfNotNone(target)) {
    let value = registers.pop();
    if !value.is_none() {
        registers.jump(target);
    }
    return let_go(vm, registers, value);
});

instruction!(jump_if_false_or_pop(vm, registers, Op::JumpIfFalseOrPop(target)) {
    registers.save();
    let value = registers.peek(1).clone();
    if check!(vm, registers, vm.truth(&value)) {
        drop(registers.pop());
    } else {
        registers.jump(target);
    }
});

instruction!(jump_if_true_or_pop(vm, registers, Op::JumpIfTrueOrPop(target)) {
    registers.save();
    let value = registers.peek(1).clone();
    if check!(vm, registers, vm.truth(&value)) {
        registers.jump(target);
    } else {
        drop(registers.pop());
    }
});

/// A jump on the truth of any value.
#[inline(never)]
fn pop_jump_slow(vm: &mut Vm, position: Position, wanted: bool, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let value = registers.peek(1).clone();
    let truth = check!(vm, registers, vm.truth(&value));
    drop(registers.pop());
    if truth == wanted {
        registers.jump(target);
    }
    drop(value);
    finalize!(vm, registers);
    registers.position()
}

/// Interrupts, and garbage to be collected.
#[cold]
#[inline(never)]
pub(super) fn attend(vm: &mut Vm, position: Position, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    check!(vm, registers, vm.attend());
    registers.jump(target);
    registers.position()
}
