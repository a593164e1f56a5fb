//! `import`.

use crate::code::op::Op;

instruction!(import_name(vm, registers, Op::ImportName(name)) {
    let name = registers.code().names[name as usize].clone();
    registers.save();
    let from_list = registers.pop();
    let level = registers.pop();
    let globals = registers.globals().clone();
    let module = check!(vm, registers, vm.import_name(&name, &globals, &from_list, &level));
    registers.push(module);
});

instruction!(import_from(vm, registers, Op::ImportFrom(name)) {
    let name = registers.code().names[name as usize].clone();
    registers.save();
    let module = registers.peek(1).clone();
    let value = check!(vm, registers, vm.import_from(&module, &name));
    registers.push(value);
});
