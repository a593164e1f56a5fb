//! `match`.

use crate::code::op::Op;
use crate::object::Value;

instruction!(match_sequence(vm, registers, Op::MatchSequence) {
    let matches = vm.is_sequence_for_match(registers.peek(1));
    registers.push(Value::bool(matches));
});

instruction!(match_mapping(vm, registers, Op::MatchMapping) {
    let matches = vm.is_mapping_for_match(registers.peek(1));
    registers.push(Value::bool(matches));
});

instruction!(match_keys(vm, registers, Op::MatchKeys) {
    registers.save();
    let keys = registers.peek(1).clone();
    let subject = registers.peek(2).clone();
    let values = check!(vm, registers, vm.match_keys(&subject, &keys));
    registers.push(values);
});

instruction!(match_class(vm, registers, Op::MatchClass(count)) {
    registers.save();
    let names = registers.pop();
    let class = registers.pop();
    let subject = registers.pop();
    let values = check!(vm, registers, vm.match_class(&subject, &class, count as usize, &names));
    registers.push(values);
});

instruction!(get_len(vm, registers, Op::GetLen) {
    registers.save();
    let value = registers.peek(1).clone();
    let length = check!(vm, registers, vm.length(&value));
    registers.push(length.into());
});
