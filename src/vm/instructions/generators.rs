//! Iteration, generators, coroutines.

use crate::code::CodeKind;
use crate::code::op::{AwaitKind, Op};
use crate::object::Value;
use crate::object::frame::{
    AWAIT_LENGTH, FRAME_HOOKED, FRAME_ITERABLE_COROUTINE, Frame, FramePointer, FrameState,
    Position, Registers,
};
use crate::object::function::Function;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::native::Input;
use crate::object::string::Str;
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;
use crate::vm::generator::{AwaitStep, Begin, Delegation, Resumption};
use crate::vm::instructions::calls::await_call;
use crate::vm::instructions::fused::let_go_and_jump;
use crate::vm::instructions::stack::let_go;
use crate::vm::resumers::ResumeMode;
use crate::vm::unwind::as_exception;

instruction!(get_iter(vm, registers, Op::GetIter) {
    if registers
        .peek(1)
        .get::<Frame>()
        .is_some_and(|frame| frame.linked().kind == CodeKind::Generator)
        || registers.peek(1).get::<Iterator>().is_some()
    {
        return registers.go_on(vm);
    }
    return get_iter_slow(vm, registers.position());
});

#[inline(never)]
fn get_iter_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let iterable = registers.pop();
    let iterator = check!(vm, registers, vm.iter(&iterable));
    registers.push(iterator);
    drop(iterable);
    finalize!(vm, registers);
    registers.position()
}

instruction!(for_iter(vm, registers, Op::ForIter(target)) {
    if let Some(generator) = generator_on_top(&registers) {
        return advance_generator(vm, registers.position(), target, generator);
    }
    return advance(vm, registers.position(), target);
});

instruction!(yield_value(vm, registers, Op::YieldValue) {
    match vm.suspend_quickly(registers.frame()) {
        Some(waiting) => {
            let value = registers.pop();
            return yield_to(vm, registers, value, waiting);
        }
        None => return yield_slowly(vm, registers.position()),
    }
});

/// Gives what is yielded to the frame that waits for it, or to native code there. A `for` loop's
/// assignment is done with it.
#[inline(always)]
pub(super) fn yield_to(
    vm: &mut Vm,
    registers: Registers,
    value: Value,
    (from, is_native): (FramePointer, bool),
) -> Position {
    registers.save();
    if is_native {
        return yield_to_native(vm, value);
    }
    let mut registers = Registers::load(from);
    match registers.op_ahead(0) {
        Op::StoreFast(slot) => {
            let old = std::mem::replace(registers.variable_mut(slot), value);
            registers.skip(1);
            let_go(vm, registers, old)
        }
        Op::StoreFastJump { slot, target } => {
            let old = std::mem::replace(registers.variable_mut(slot as u32), value);
            registers.skip(1);
            let_go_and_jump(vm, registers, old, target)
        }
        _ => {
            registers.push(value);
            registers.go_on(vm)
        }
    }
}

#[inline(never)]
fn yield_to_native(vm: &mut Vm, value: Value) -> Position {
    vm.end_run(Ok(RunEnd::Yielded(value)))
}

#[inline(never)]
fn yield_slowly(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let value = registers.pop();
    registers.save();
    resumption!(vm, registers, vm.suspend(registers.frame(), value));
    finalize!(vm, registers);
    registers.position()
}

instruction!(async_yield_value(vm, registers, Op::AsyncYieldValue) {
    match vm.finish_step(registers.frame()) {
        Some(caller) => {
            let value = registers.pop();
            registers.save();
            vm.current = Some(caller);
            let mut registers = Registers::load(caller);
            let awaited = std::mem::replace(registers.peek_mut(1), value);
            return let_go(vm, registers, awaited);
        }
        None => return async_yield_to_native(vm, registers.position()),
    }
});

#[inline(never)]
fn async_yield_to_native(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let value = registers.pop();
    registers.save();
    let end = vm.suspend_async_generator(registers.frame(), value);
    vm.end_run(Ok(end))
}

instruction!(get_yield_from_iter(vm, registers, Op::GetYieldFromIter) {
    if registers
        .peek(1)
        .get::<Frame>()
        .is_some_and(|frame| frame.linked().kind == CodeKind::Generator)
    {
        return registers.go_on(vm);
    }
    return get_yield_from_iter_slow(vm, registers.position());
});

#[inline(never)]
fn get_yield_from_iter_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let operand = registers.pop();
    let in_coroutine = registers.code().kind == CodeKind::Coroutine
        || registers.frame().has_flag(FRAME_ITERABLE_COROUTINE);
    let iterator = check!(vm, registers, vm.yield_from_iterator(operand, in_coroutine));
    registers.push(iterator);
    registers.position()
}

instruction!(get_awaitable(vm, registers, Op::GetAwaitable(kind)) {
    let is_coroutine = registers.peek(1).get::<Frame>().is_some_and(|frame| {
        frame.linked().kind == CodeKind::Coroutine && frame.state.get() == FrameState::Created
    });
    if !is_coroutine {
        return get_awaitable_slow(vm, registers.position(), kind);
    }
    return registers.go_on(vm);
});

#[inline(never)]
fn get_awaitable_slow(vm: &mut Vm, position: Position, kind: AwaitKind) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let operand = registers.pop();
    if let Value::Object(object) = &operand
        && !object.is_derived()
        && let Some(data) = operand.await_data().filter(|data| data.is_ready())
    {
        // What follows would ask for the result, and go on behind the `await`.
        registers.skip(AWAIT_LENGTH - 1);
        registers.save();
        let AwaitStep::Ready(value) = check!(vm, registers, data.await_step(vm, &operand)) else {
            raise!(vm, registers, vm.system_error("a finished await is not over"));
        };
        registers.push(value);
        drop(operand);
        finalize!(vm, registers);
        return registers.position();
    }
    let iterator = check!(vm, registers, vm.awaitable_iterator(operand, kind));
    registers.push(iterator);
    registers.position()
}

instruction!(delegate(vm, registers, Op::Delegate) {
    if registers.peek(1).is_none()
        && let Some(generator) = registers.peek(2).get_ref::<Frame>()
        && generator.state.get() == FrameState::Created
        && vm.depth < vm.depth_limit
    {
        let target = FramePointer::of(generator);
        drop(registers.pop());
        registers.save();
        vm.delegate_to_created(registers.frame(), target);
        switch_to!(vm, registers, target);
        return registers.go_on(vm);
    }
    return delegate_slow(vm, registers.position());
});

#[inline(never)]
fn delegate_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let input = registers.pop();
    registers.save();
    registers.frame().end_stand_in();
    let target = registers.peek(1).clone();
    match vm.delegate(registers.frame(), target, input) {
        Ok(Delegation::Run(frame)) => switch_to!(vm, registers, frame),
        Ok(Delegation::Raise(frame, exception)) => {
            switch_to!(vm, registers, frame);
            raise!(vm, registers, exception)
        }
        Ok(Delegation::Yielded(value)) => {
            // The instruction runs again with what is sent in.
            registers.step_back();
            registers.save();
            resumption!(vm, registers, vm.suspend(registers.frame(), value));
        }
        Ok(Delegation::Returned(value)) => {
            let target = std::mem::replace(registers.peek_mut(1), value);
            drop(target);
            finalize!(vm, registers);
        }
        Err(exception) => raise!(vm, registers, exception),
    }
    registers.position()
}

instruction!(get_async_iter(vm, registers, Op::GetAsyncIter) {
    registers.save();
    let operand = registers.pop();
    let iterator = check!(vm, registers, vm.async_iter(&operand));
    registers.push(iterator);
});

instruction!(get_async_next(vm, registers, Op::GetAsyncNext) {
    if let Some(generator) = registers.peek(1).get_ref::<Frame>()
        && vm.is_ready_for_step(generator)
        && at_delegation(&registers)
    {
        // The generator itself stands for the awaitable of its next item: see `Vm::awaited_object`.
        let frame = FramePointer::of(generator);
        let generator = generator.clone();
        registers.push(generator.into());
        registers.skip(DELEGATION_LENGTH);
        registers.save();
        vm.delegate_to_step(registers.frame(), frame);
        switch_to!(vm, registers, frame);
        return registers.go_on(vm);
    }
    return get_async_next_slow(vm, registers.position());
});

/// `LoadNone`, `Delegate`: what follows when there is something to be awaited.
const DELEGATION_LENGTH: usize = 2;

/// Whether the next instructions are these.
#[inline(always)]
fn at_delegation(registers: &Registers) -> bool {
    matches!(registers.op_ahead(0), Op::LoadNone) && matches!(registers.op_ahead(1), Op::Delegate)
}

/// Whether a method is an `async def` without parameters: what it gives can be awaited as it is.
pub(super) fn makes_coroutine(method: &Value) -> bool {
    method.get::<Function>().is_some_and(|function| {
        function.code.kind == CodeKind::Coroutine && function.code.call_shape.makes_generator(1)
    })
}

#[inline(never)]
fn get_async_next_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let iterator = registers.peek(1).clone();
    if let Some(generator) = iterator.get_ref::<Frame>()
        && generator.linked().kind == CodeKind::AsyncGenerator
        && !generator.has_flag(FRAME_HOOKED)
    {
        check!(vm, registers, vm.prepare_async_generator(generator));
        registers.step_back();
        return registers.position();
    }
    if at_delegation(&registers)
        && let Some(method) = vm.lookup_special(&iterator, &vm.names.anext)
        && makes_coroutine(&method)
    {
        // A call of the method, and the coroutine that it gives is awaited.
        registers.push(method);
        registers.push(iterator);
        return await_call(vm, registers.position(), 0, DELEGATION_LENGTH);
    }
    let awaitable = check!(vm, registers, vm.async_next(&iterator));
    registers.push(awaitable);
    registers.position()
}

instruction!(end_async_for(vm, registers, Op::EndAsyncFor) {
    let exception = registers.pop();
    let Ok(exception) = as_exception(exception) else {
        raise!(vm, registers, vm.system_error("a handler without exception"));
    };
    let kind = crate::builtins::exceptions::ExceptionKind::StopAsyncIteration;
    if vm.is_exception(&exception, kind) {
        drop(registers.pop());
        drop(exception);
        finalize!(vm, registers);
    } else {
        return vm.reraise_at(registers.position(), exception);
    }
});

/// The next item of a `for` loop.
#[inline(never)]
pub(super) fn advance(vm: &mut Vm, position: Position, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let Value::Object(object) = registers.peek(1) else {
        raise!(vm, registers, vm.system_error("iteration over no iterator"));
    };
    if let Some(iterator) = object.get::<Iterator>() {
        match iterator.kind {
            IteratorKind::Range => {
                let left = iterator.end.get();
                if left > 0 {
                    let number = iterator.position.get();
                    iterator.position.set(number.wrapping_add(iterator.step.get()));
                    iterator.end.set(left - 1);
                    registers.push(Value::Int(number));
                    return registers.go_on(vm);
                }
                drop(registers.pop());
                registers.jump(target);
                return registers.go_on(vm);
            }
            IteratorKind::List => {
                let place = iterator.position.get() as usize;
                match iterator.source.list_item(place) {
                    Some(item) => {
                        iterator.position.set(place as i64 + 1);
                        registers.push(item);
                    }
                    None => {
                        iterator.exhaust();
                        drop(registers.pop());
                        registers.jump(target);
                        finalize!(vm, registers);
                    }
                }
                return registers.go_on(vm);
            }
            IteratorKind::Str | IteratorKind::StrAscii => {
                let offset = iterator.position.get() as usize;
                if let Some(byte) = iterator.source.text_byte(offset)
                    && let Some(character) = Str::ascii(byte)
                {
                    iterator.position.set(offset as i64 + 1);
                    registers.push(character.into());
                    return registers.go_on(vm);
                }
            }
            _ => {}
        }
    } else if let Some(generator) = generator_on_top(&registers) {
        return advance_generator(vm, registers.position(), target, generator);
    }
    advance_slowly(vm, registers.position(), target)
}

/// The generator over which a `for` loop goes.
#[inline(always)]
pub(super) fn generator_on_top(registers: &Registers) -> Option<FramePointer> {
    registers.peek(1).get_ref::<Frame>().map(FramePointer::of)
}

/// The next item of a `for` loop over a generator.
#[inline(never)]
pub(super) fn advance_generator(
    vm: &mut Vm,
    position: Position,
    target: u32,
    generator: FramePointer,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    match vm.resume_suspended(generator.to_ref(), Value::None, ResumeMode::ForIter(target)) {
        Ok(innermost) => {
            registers.save();
            switch_to!(vm, registers, innermost);
            registers.go_on(vm)
        }
        Err((generator, _)) => {
            // The loop holds it, too.
            generator.into_object().drop_shared();
            start(vm, registers.position(), target)
        }
    }
}

/// A `for` loop over a generator that cannot simply be resumed.
#[inline(never)]
fn start(vm: &mut Vm, position: Position, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let Some(generator) = registers.peek(1).get_ref::<Frame>().cloned() else {
        unreachable!("it has been looked at")
    };
    let mode = ResumeMode::ForIter(target);
    if let Some(frame) = vm.start_created(&generator, mode) {
        // The loop holds it, too.
        generator.into_object().drop_shared();
        vm.current = Some(frame);
        return Registers::load(frame).go_on(vm);
    }
    let begun = vm.begin_resume(&generator, Input::Send(Value::None), mode);
    match check!(vm, registers, begun) {
        Begin::Run(frame) => switch_to!(vm, registers, frame),
        Begin::Raise(frame, exception) => {
            vm.current = Some(frame);
            return vm.throw_at(frame, exception);
        }
        Begin::Yielded(value) => registers.push(value),
        Begin::Returned(_) => {
            drop(registers.pop());
            registers.jump(target);
        }
    }
    registers.position()
}

/// A `for` loop over any other iterator.
#[inline(never)]
fn advance_slowly(vm: &mut Vm, position: Position, target: u32) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let iterator = registers.peek(1).clone();
    match check!(vm, registers, vm.next(&iterator)) {
        Some(item) => registers.push(item),
        None => {
            drop(iterator);
            drop(registers.pop());
            registers.jump(target);
        }
    }
    finalize!(vm, registers);
    registers.position()
}
