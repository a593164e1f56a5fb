//! Raising, handling, `with`.

use crate::code::op::Op;
use crate::object::frame::AWAIT_LENGTH;
use crate::object::function::NativeFunction;
use crate::object::native::Args;
use crate::object::{Exception, Value};
use crate::vm::instructions::calls::{await_call, awaited_now, run_prepared};
use crate::vm::instructions::generators::makes_coroutine;
use crate::vm::unwind::as_exception;

instruction!(raise_(vm, registers, Op::Raise(count)) {
    registers.save();
    let cause = if count == 2 { Some(registers.pop()) } else { None };
    let raised = if count >= 1 { Some(registers.pop()) } else { None };
    let again = raised.is_none();
    match vm.make_raised(raised, cause) {
        Ok(exception) if again => {
            return vm.reraise_at(registers.position(), exception);
        }
        Ok(exception) => {
            // It has its context.
            registers.save();
            return vm.throw_at(registers.frame(), exception);
        }
        Err(exception) => raise!(vm, registers, exception),
    }
});

instruction!(reraise(vm, registers, Op::Reraise(_)) {
    let exception = registers.pop();
    let Ok(exception) = as_exception(exception) else {
        raise!(vm, registers, vm.system_error("nothing to raise again"));
    };
    return vm.reraise_at(registers.position(), exception);
});

instruction!(push_exc_info(vm, registers, Op::PushExcInfo) {
    let Some(handled) = registers.peek(1).get_ref::<Exception>().cloned() else {
        raise!(vm, registers, vm.system_error("a handler without exception"));
    };
    let before = registers.frame().handled.replace(Some(handled));
    vm.handling += 1;
    let before = before.map_or(Value::None, Value::object);
    let exception = std::mem::replace(registers.peek_mut(1), before);
    registers.push(exception);
});

instruction!(pop_except(vm, registers, Op::PopExcept) {
    let before = as_exception(registers.pop()).ok();
    drop(registers.frame().handled.replace(before));
    vm.handling = vm.handling.saturating_sub(1);
    finalize!(vm, registers);
});

instruction!(check_exc_match(vm, registers, Op::CheckExcMatch) {
    let class = registers.pop();
    let matches = check!(vm, registers, vm.exception_matches(registers.peek(1), &class));
    // What follows is a jump, all but always.
    match registers.op_ahead(0) {
        Op::PopJumpIfFalse(distance) => {
            registers.skip(1);
            if !matches {
                registers.jump(distance);
            }
        }
        _ => registers.push(Value::bool(matches)),
    }
});

instruction!(check_eg_match(vm, registers, Op::CheckEgMatch) {
    registers.save();
    let class = registers.pop();
    let exception = registers.pop();
    let (rest, matched) = check!(vm, registers, vm.group_matches(&exception, &class));
    // What the handler's body handles is its part of the group.
    if let Ok(group) = as_exception(matched.clone()) {
        drop(registers.frame().handled.replace(Some(group)));
    }
    registers.push(rest);
    registers.push(matched);
});

instruction!(before_with(vm, registers, Op::BeforeWith) {
        registers.save();
        let manager = registers.pop();
        let (exit, receiver, entered) = check!(vm, registers, vm.enter_context(&manager, false));
        registers.push(exit);
        registers.push(receiver);
        let (callable, receiver) = entered;
        let arguments = if receiver.is_unbound() { &[][..] } else { std::slice::from_ref(&receiver) };
        let prepared = vm.prepare(&callable, arguments, &[]);
        let prepared = check!(vm, registers, prepared);
    return run_prepared(vm, registers.position(), prepared);
});

instruction!(before_async_with(vm, registers, Op::BeforeAsyncWith) {
        registers.save();
        let manager = registers.pop();
        let (exit, receiver, entered) = check!(vm, registers, vm.enter_context(&manager, true));
        registers.push(exit);
        registers.push(receiver);
        let (callable, receiver) = entered;
        if let Some(native) = callable.get::<NativeFunction>()
            && let Some(await_now) = native.native.await_now
            && !receiver.is_unbound()
            && registers.at_await()
            && native.takes_positional(1)
        {
            match await_now(vm, &Args::positional(std::slice::from_ref(&receiver))) {
                Ok(None) => {}
                done => return awaited_now(vm, registers.position(), 0, done),
            }
        }
        if !receiver.is_unbound() && registers.at_await() && makes_coroutine(&callable) {
            drop(manager);
            registers.push(callable);
            registers.push(receiver);
            return await_call(vm, registers.position(), 0, AWAIT_LENGTH);
        }
        let arguments = if receiver.is_unbound() { &[][..] } else { std::slice::from_ref(&receiver) };
        let prepared = vm.prepare(&callable, arguments, &[]);
        let prepared = check!(vm, registers, prepared);
    return run_prepared(vm, registers.position(), prepared);
});

instruction!(with_except_start(vm, registers, Op::WithExceptStart) {
        registers.save();
        // exit, self, origin, handled before, exception
        let exception = registers.peek(1).clone();
        let receiver = registers.peek(4).clone();
        let exit = registers.peek(5).clone();
        let arguments = vm.exit_arguments(receiver, exception);
        let given = &arguments[arguments[0].is_unbound() as usize..];
        let prepared = vm.prepare(&exit, given, &[]);
        let prepared = check!(vm, registers, prepared);
    return run_prepared(vm, registers.position(), prepared);
});
