//! The operand stack and constants.

use crate::code::op::Op;
use crate::object::Value;
use crate::object::frame::{Position, Registers};
use crate::object::heap::ObjectRef;
use crate::vm::Vm;

instruction!(nop(vm, registers, Op::Nop) {
    return registers.go_on(vm);
});

instruction!(pop(vm, registers, Op::Pop) {
    let value = registers.pop();
    return let_go(vm, registers, value);
});

instruction!(copy(vm, registers, Op::Copy(from_top)) {
    let value = registers.peek(from_top as usize).clone();
    registers.push(value);
    return registers.go_on(vm);
});

instruction!(swap(vm, registers, Op::Swap(from_top)) {
    registers.swap(from_top as usize);
    return registers.go_on(vm);
});

instruction!(push_null(vm, registers, Op::PushNull) {
    registers.push(Value::Unbound);
    return registers.go_on(vm);
});

instruction!(load_const(vm, registers, Op::LoadConst(index)) {
    let value = registers.constant(index).clone();
    registers.push(value);
    return registers.go_on(vm);
});

instruction!(load_none(vm, registers, Op::LoadNone) {
    registers.push(Value::None);
    return registers.go_on(vm);
});

instruction!(load_true(vm, registers, Op::LoadTrue) {
    registers.push(Value::True);
    return registers.go_on(vm);
});

instruction!(load_false(vm, registers, Op::LoadFalse) {
    registers.push(Value::False);
    return registers.go_on(vm);
});

instruction!(load_int(vm, registers, Op::LoadInt(value)) {
    registers.push(Value::Int(value as i64));
    return registers.go_on(vm);
});

instruction!(load_assertion_error(vm, registers, Op::LoadAssertionError) {
    let kind = crate::builtins::exceptions::ExceptionKind::AssertionError;
    let class = vm.exception_class(kind).clone();
    registers.push(Value::object(class));
});

/// Drops a value and goes on; if that was the last reference, finalisers may be due.
#[inline(always)]
pub(super) fn let_go(vm: &mut Vm, registers: Registers, value: Value) -> Position {
    match value.drop_unless_last() {
        None => registers.go_on(vm),
        Some(object) => drop_last(vm, registers.position(), object),
    }
}

#[inline(never)]
pub(super) fn drop_last(vm: &mut Vm, position: Position, object: ObjectRef) -> Position {
    let registers = Registers::at(vm.current, position);
    drop(object);
    finalize!(vm, registers);
    registers.position()
}

/// Drops the last reference to an object and then another value, and goes on.
#[inline(never)]
pub(super) fn let_both_go(
    vm: &mut Vm,
    position: Position,
    first: ObjectRef,
    second: Value,
) -> Position {
    drop(first);
    drop(second);
    let registers = Registers::at(vm.current, position);
    finalize!(vm, registers);
    registers.position()
}
