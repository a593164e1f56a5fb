//! Calls, returns and functions made.

use crate::code::CodeKind;
use crate::code::op::{FunctionAttribute, Op};
use crate::object::class::Class;
use crate::object::code::CodeObject;
use crate::object::frame::{
    AWAIT_LENGTH, FRAME_CONSTRUCTOR, FRAME_ENTRY, FRAME_OPERATOR, Frame, FramePointer, FrameState,
    Position, Registers,
};
use crate::object::function::{BoundMethod, Function, NativeFunction};
use crate::object::heap::finalization_pending;
use crate::object::kinds::Kind;
use crate::object::native::{Args, Input, NativeCall};
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::call::Prepared;
use crate::vm::dispatch::RunEnd;
use crate::vm::generator::{Begin, Resumption};
use crate::vm::instructions::jumps::go_on_returned;
use crate::vm::instructions::operators::finish_operator;
use crate::vm::instructions::stack::let_go;
use crate::vm::resumers::ResumeMode;
use crate::vm::unwind::as_exception;

instruction!(call(vm, registers, Op::Call(count)) {
    let count = count as usize;
    if let Some(call) = registers.function_call(count) {
        if call.shape().is_plain_call(call.count) {
            return call_plain(vm, registers.position(), call.count, call.has_receiver);
        }
        if call.shape().makes_generator(call.count) {
            return make_generator(vm, registers.position(), count);
        }
        return call_function(vm, registers.position(), count);
    }
    return call_other(vm, registers.position(), count);
});

/// A call that is a frame with the arguments as its first variables: nothing is called for it.
#[inline(never)]
fn call_plain(vm: &mut Vm, position: Position, total: usize, has_receiver: bool) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let count = total - has_receiver as usize;
    if let Some(call) = registers.function_call(count)
        && !vm.call_needs_attention()
        && let Some(frame) = registers.frame_in_free_block(&call)
    {
        if !frame.function.closure.is_unbound() {
            return enter_closure(vm, registers.position(), frame);
        }
        registers.save();
        vm.depth += 1;
        enter_frame!(vm, registers, frame);
        return registers.go_on(vm);
    }
    call_function(vm, registers.position(), count)
}

/// A call that makes a generator or coroutine.
#[inline(never)]
fn make_generator(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if registers.at_await() {
        return await_call(vm, registers.position(), count, AWAIT_LENGTH);
    }
    if registers.at_yield_from() {
        return delegate_call(vm, registers.position(), count);
    }
    let Some(call) = registers.function_call(count) else { unreachable!("it has been looked at") };
    let Some(frame) = registers.frame_in_free_block(&call) else {
        return call_function(vm, registers.position(), count);
    };
    if !frame.function.closure.is_unbound() {
        frame.fill_closure();
    }
    registers.save();
    let generator = vm.generator_object(frame, false);
    registers.push(generator);
    registers.go_on(vm)
}

/// A call that makes a coroutine which is awaited at once, by the next `length` instructions: it starts,
/// and nobody but the one that awaits it holds it.
#[inline(never)]
pub(super) fn await_call(vm: &mut Vm, position: Position, count: usize, length: usize) -> Position {
    let registers = Registers::at(vm.current, position);
    if let Some(call) = registers.function_call(count)
        && call.kind() == CodeKind::Coroutine
        && vm.system.origin_tracking_depth == 0
    {
        return start_delegated(vm, registers, count, length);
    }
    call_function(vm, registers.position(), count)
}

/// The same for a generator to which a `yield from` delegates.
#[inline(never)]
fn delegate_call(vm: &mut Vm, position: Position, count: usize) -> Position {
    let registers = Registers::at(vm.current, position);
    if let Some(call) = registers.function_call(count)
        && call.kind() == CodeKind::Generator
        && !call.makes_iterable_coroutine()
    {
        return start_delegated(vm, registers, count, AWAIT_LENGTH);
    }
    call_function(vm, registers.position(), count)
}

#[inline(always)]
fn start_delegated(vm: &mut Vm, mut registers: Registers, count: usize, length: usize) -> Position {
    if let Some(call) = registers.function_call(count)
        && vm.depth < vm.depth_limit
        && let Some(frame) = registers.frame_in_free_block(&call)
    {
        if !frame.function.closure.is_unbound() {
            frame.fill_closure();
        }
        registers.push(frame.into_generator(true).into());
        registers.skip(length);
        registers.save();
        vm.delegate_to_created(registers.frame(), frame);
        switch_to!(vm, registers, frame);
        return registers.go_on(vm);
    }
    call_function(vm, registers.position(), count)
}

/// Runs the frame of a call of a function with a closure.
#[inline(never)]
fn enter_closure(vm: &mut Vm, position: Position, frame: FramePointer) -> Position {
    let mut registers = Registers::at(vm.current, position);
    frame.fill_closure();
    registers.save();
    vm.depth += 1;
    enter_frame!(vm, registers, frame);
    registers.go_on(vm)
}

/// A call of what is no function written in Python.
#[inline(never)]
fn call_other(vm: &mut Vm, position: Position, count: usize) -> Position {
    let registers = Registers::at(vm.current, position);
    let Value::Object(callable) = registers.peek(count + 2) else {
        return call_any(vm, registers.position(), count);
    };
    if let Some(native) = callable.get::<NativeFunction>() {
        if let NativeCall::Resume(_, arguments) = native.native.call {
            return call_resuming(vm, registers.position(), count, arguments);
        }
        return call_native(vm, registers.position(), count);
    }
    let has_receiver = !registers.peek(count + 1).is_unbound();
    match callable.kind() {
        Kind::Function => call_function(vm, registers.position(), count),
        Kind::BoundMethod if !has_receiver => call_bound(vm, registers.position(), count),
        Kind::Class if !has_receiver => call_class(vm, registers.position(), count),
        _ => call_any(vm, registers.position(), count),
    }
}

/// A call of `next`, `send` or `__next__`, which resume with so many arguments.
#[inline(always)]
fn call_resuming(vm: &mut Vm, position: Position, count: usize, arguments: u8) -> Position {
    let registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    match (count, has_receiver, arguments) {
        (1, false, 1) => resume_by_call::<1, false>(vm, registers.position()),
        (1, true, 2) => resume_by_call::<1, true>(vm, registers.position()),
        (0, true, 1) => resume_by_call::<0, true>(vm, registers.position()),
        _ => call_any(vm, registers.position(), count),
    }
}

/// Runs the frame of a call, or makes the generator object that the call gives.
#[inline(always)]
pub(super) fn enter_called(vm: &mut Vm, mut registers: Registers, frame: FramePointer) -> Position {
    let code = frame.linked();
    if !frame.function.closure.is_unbound() {
        frame.fill_closure();
    }
    if code.kind == CodeKind::Function {
        registers.save();
        vm.depth += 1;
        enter_frame!(vm, registers, frame);
    } else {
        let awaited_next = code.kind == CodeKind::Coroutine
            && matches!(registers.op_ahead(0), Op::GetAwaitable(_));
        registers.save();
        let generator = vm.generator_object(frame, awaited_next);
        registers.push(generator);
    }
    registers.go_on(vm)
}

/// A call of a Python function in any other case.
#[inline(never)]
fn call_function(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    let total = count + has_receiver as usize;
    let Some(function) = registers.peek(count + 2).get::<Function>() else {
        unreachable!("it has been looked at")
    };
    let code = &**function.code;
    if !code.has_simple_parameters
        || code.argument_count as usize != total
        || vm.call_needs_attention()
    {
        return call_with_defaults(vm, registers.position(), count);
    }
    let frame = registers.frame_of_call(total, has_receiver);
    enter_called(vm, registers, frame)
}

/// A call of a Python function that leaves some parameters to their defaults.
#[inline(never)]
fn call_with_defaults(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    let total = count + has_receiver as usize;
    let Some(function) = registers.peek(count + 2).get::<Function>() else {
        unreachable!("it has been looked at")
    };
    let wanted = function.code.argument_count as usize;
    let defaults = function.defaults.get();
    let defaults = defaults.as_tuple().unwrap_or(&[]);
    if !function.code.has_simple_parameters
        || total > wanted
        || wanted - total > defaults.len()
        || vm.call_needs_attention()
    {
        return call_any(vm, registers.position(), count);
    }
    let frame = registers.frame_of_call(total, has_receiver);
    for (place, default) in (total..wanted).zip(&defaults[defaults.len() - (wanted - total)..]) {
        drop(frame.set_variable(place, default.clone()));
    }
    enter_called(vm, registers, frame)
}

/// A call of a native function that does not resume a generator.
#[inline(never)]
fn call_native(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    let total = count + has_receiver as usize;
    let Some(native) = registers.peek(count + 2).get::<NativeFunction>() else {
        unreachable!("it has been looked at")
    };
    if let Some(await_now) = native.native.await_now
        && registers.at_await()
        && native.takes_positional(total)
    {
        registers.save();
        match await_now(vm, &Args::positional(registers.top_values(total))) {
            Ok(None) => {}
            done => return awaited_now(vm, registers.position(), count + 2, done),
        }
    }
    match native.native.call {
        NativeCall::Plain(run) if native.takes_positional(total) => {
            registers.save();
            match run(vm, &Args::positional(registers.top_values(total))) {
                Ok(value) => {
                    registers.drop_values(count + 2);
                    registers.push(value);
                    finalize!(vm, registers);
                    registers.go_on(vm)
                }
                Err(exception) => native_failed(vm, registers.position(), count, exception),
            }
        }
        NativeCall::Throw(_) if has_receiver && total == 2 => {
            throw_by_call(vm, registers.position())
        }
        _ => call_any(vm, registers.position(), count),
    }
}

/// Goes on behind an `await` whose result is there, as if the coroutine had been made, awaited and
/// dropped; `operands` values lie on the stack in its place.
pub(super) fn awaited_now(
    vm: &mut Vm,
    position: Position,
    operands: usize,
    result: Result<Option<Value>>,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.drop_values(operands);
    registers.skip(AWAIT_LENGTH);
    let value = check!(vm, registers, result);
    registers.push(value.unwrap_or(Value::None));
    finalize!(vm, registers);
    registers.position()
}

#[cold]
#[inline(never)]
fn native_failed(
    vm: &mut Vm,
    position: Position,
    count: usize,
    exception: Ref<Exception>,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    let arguments = registers.top_values(count + has_receiver as usize);
    let Some(native) = registers.peek(count + 2).get_ref::<NativeFunction>() else {
        unreachable!("it has been called")
    };
    let args = Args::positional(arguments);
    let exception = vm.name_wrong_receiver(native, &args, exception);
    registers.drop_values(count + 2);
    raise!(vm, registers, exception)
}

/// `next(generator)`, `generator.send(value)` and the like: a suspended generator goes on at once.
#[inline(never)]
fn resume_by_call<const COUNT: usize, const IS_METHOD: bool>(
    vm: &mut Vm,
    position: Position,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_value = COUNT + IS_METHOD as usize == 2;
    let Some(generator) = registers.peek(1 + has_value as usize).get_ref::<Frame>() else {
        return call_any(vm, registers.position(), COUNT);
    };
    // A method that was found through its receiver fits it; `next` gets whatever it is given.
    let kind = generator.linked().kind;
    let fits =
        if IS_METHOD { kind != CodeKind::AsyncGenerator } else { kind == CodeKind::Generator };
    if !fits || !is_ready(generator) || !is_shared(registers.peek(COUNT + 2)) {
        return call_any(vm, registers.position(), COUNT);
    }
    let value = if has_value { registers.pop() } else { Value::None };
    let Some(generator) = registers.pop().into_ref::<Frame>() else {
        unreachable!("it has been looked at")
    };
    if !IS_METHOD {
        registers.drop_numbers(1);
    }
    registers.drop_shared();
    resume(vm, registers, generator, value)
}

/// `generator.throw(exception)`: an exception is raised in a suspended generator at once.
#[inline(never)]
fn throw_by_call(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    if let Some(generator) = registers.peek(2).get_ref::<Frame>()
        && let Some(exception) = registers.peek(1).get_ref::<Exception>()
        && let Some(frame) = vm.throw_quickly(generator, exception, ResumeMode::Call)
    {
        let exception = registers.pop();
        // The generator is held by its resumer, too.
        registers.drop_values(2);
        registers.save();
        return match as_exception(exception) {
            Ok(exception) => vm.throw_at(frame, exception),
            Err(_) => unreachable!("it has been looked at"),
        };
    }
    call_any(vm, registers.position(), 1)
}

/// Whether a generator may go on.
#[inline(always)]
fn is_ready(generator: &Ref<Frame>) -> bool {
    matches!(generator.state.get(), FrameState::Suspended | FrameState::Created)
}

/// A call that resumes a generator.
#[inline(always)]
fn resume(vm: &mut Vm, mut registers: Registers, generator: Ref<Frame>, value: Value) -> Position {
    registers.save();
    match vm.resume_suspended(generator, value, ResumeMode::Call) {
        Ok(innermost) => {
            switch_to!(vm, registers, innermost);
            registers.go_on(vm)
        }
        Err((generator, value)) => start_by_call(vm, registers.position(), generator, value),
    }
}

/// The same for a generator that cannot simply be resumed.
#[inline(never)]
fn start_by_call(vm: &mut Vm, position: Position, generator: Ref<Frame>, value: Value) -> Position {
    if value.is_none()
        && let Some(frame) = vm.start_created(&generator, ResumeMode::Call)
    {
        // Its resumer holds it.
        generator.into_object().drop_shared();
        vm.current = Some(frame);
        return Registers::load(frame).go_on(vm);
    }
    resume_slowly(vm, position, &generator, Input::Send(value))
}

/// Whether a value is an object that somebody else holds, too.
#[inline(always)]
fn is_shared(value: &Value) -> bool {
    value.as_object().is_some_and(|object| object.strong_count() != 1)
}

#[inline(never)]
fn resume_slowly(
    vm: &mut Vm,
    position: Position,
    generator: &Ref<Frame>,
    input: Input,
) -> Position {
    let mut registers = Registers::at(vm.current, position);
    match check!(vm, registers, vm.begin_resume(generator, input, ResumeMode::Call)) {
        Begin::Run(frame) => switch_to!(vm, registers, frame),
        Begin::Raise(frame, exception) => {
            vm.current = Some(frame);
            return vm.throw_at(frame, exception);
        }
        Begin::Yielded(value) => registers.push(value),
        Begin::Returned(value) => raise!(vm, registers, vm.stop_iteration(value)),
    }
    registers.position()
}

/// A call of a bound method.
#[inline(never)]
fn call_bound(vm: &mut Vm, position: Position, count: usize) -> Position {
    let registers = Registers::at(vm.current, position);
    if let Some(method) = registers.peek(count + 2).get::<BoundMethod>()
        && let Some(native) = method.function.get::<NativeFunction>()
        && let NativeCall::Resume(_, arguments) = native.native.call
        && count + 1 == arguments as usize
    {
        return match count {
            0 => resume_by_bound::<0>(vm, registers.position()),
            _ => resume_by_bound::<1>(vm, registers.position()),
        };
    }
    unbind(vm, registers.position(), count)
}

/// The same as [`resume_by_call`], of a bound method and without the detour over the stack.
#[inline(never)]
fn resume_by_bound<const COUNT: usize>(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let Some(method) = registers.peek(COUNT + 2).get::<BoundMethod>()
        && let Some(generator) = method.receiver.get_ref::<Frame>()
        && generator.linked().kind != CodeKind::AsyncGenerator
        && is_ready(generator)
        && is_shared(registers.peek(COUNT + 2))
    {
        let generator = generator.clone();
        let value = if COUNT == 1 { registers.pop() } else { Value::None };
        registers.drop_numbers(1);
        registers.drop_shared();
        return resume(vm, registers, generator, value);
    }
    unbind(vm, registers.position(), COUNT)
}

/// Function and receiver take a bound method's place, and the call starts again.
#[inline(never)]
fn unbind(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let Some(method) = registers.peek(count + 2).get::<BoundMethod>() else {
        unreachable!("it has been looked at")
    };
    let receiver = method.receiver.clone();
    let function = method.function.clone();
    *registers.peek_mut(count + 1) = receiver;
    let bound = std::mem::replace(registers.peek_mut(count + 2), function);
    if let Some(native) = registers.peek(count + 2).get::<NativeFunction>()
        && let NativeCall::Throw(_) = native.native.call
        && count == 1
    {
        drop(bound);
        return throw_by_call(vm, registers.position());
    }
    registers.step_back();
    let_go(vm, registers, bound)
}

/// A call of a class: for one made of plain Python, a new instance and a call of `__init__`.
#[inline(never)]
fn call_class(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let Some(class) = registers.peek(count + 2).get_ref::<Class>() else {
        unreachable!("it has been looked at")
    };
    let total = count + 1;
    let Some(init) = vm.plain_constructor(class) else {
        if count == 1 {
            registers.save();
            if let Some(result) = vm.convert(class, registers.peek(1)) {
                let value = check!(vm, registers, result);
                registers.drop_values(3);
                registers.push(value);
                finalize!(vm, registers);
                return registers.position();
            }
        }
        return call_any(vm, registers.position(), count);
    };
    let accepts = init.get::<Function>().is_some_and(|function| {
        function.code.has_simple_parameters
            && function.code.argument_count as usize == total
            && function.code.kind == CodeKind::Function
    });
    if !accepts || vm.call_needs_attention() {
        return call_any(vm, registers.position(), count);
    }
    let instance = vm.new_plain(class, registers.top_values(count));
    let class = std::mem::replace(registers.peek_mut(count + 2), init);
    *registers.peek_mut(count + 1) = instance.clone();
    let frame = registers.frame_of_call(total, true);
    frame.set_flag(FRAME_CONSTRUCTOR);
    registers.push(instance);
    drop(class);
    enter_called(vm, registers, frame)
}

/// A call of a property's getter, a Python function of one parameter; the top of the stack is empty.
#[inline(always)]
pub(super) fn call_getter(
    vm: &mut Vm,
    mut registers: Registers,
    getter: Value,
    object: Value,
) -> Position {
    let Value::Object(function) = getter else { unreachable!("a getter is a function") };
    let Ok(function) = function.downcast::<Function>() else {
        unreachable!("a getter is a function")
    };
    drop(registers.pop());
    let frame = FramePointer::new(function, [object]);
    enter_called(vm, registers, frame)
}

/// A call of whatever is callable.
#[inline(never)]
fn call_any(vm: &mut Vm, position: Position, count: usize) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let has_receiver = !registers.peek(count + 1).is_unbound();
    registers.save();
    let arguments = registers.top_values(count + has_receiver as usize);
    let callable = registers.peek(count + 2).clone();
    let prepared = vm.prepare(&callable, arguments, &[]);
    registers.drop_values(count + 2);
    drop(callable);
    let prepared = check!(vm, registers, prepared);
    run_prepared(vm, registers.position(), prepared)
}

instruction!(call_kw(vm, registers, Op::CallKw { count, names }) {
    let count = count as usize;
    let has_receiver = !registers.peek(count + 1).is_unbound();
    let total = count + has_receiver as usize;
    let names = registers.constant(names).as_tuple().unwrap_or(&[]);
    if let Some(function) = registers.peek(count + 2).get::<Function>()
        && !vm.call_needs_attention()
        && let Some(places) = function.places_of_arguments(total, names)
    {
        let frame = registers.frame_of_keyword_call(total, has_receiver, &places);
        return enter_called(vm, registers, frame);
    }
    registers.save();
    let arguments = registers.top_values(total);
    let callable = registers.peek(count + 2).clone();
    let prepared = vm.prepare(&callable, arguments, names);
    registers.drop_values(count + 2);
    drop(callable);
    let prepared = check!(vm, registers, prepared);
    return run_prepared(vm, registers.position(), prepared);
});

instruction!(call_ex(vm, registers, Op::CallEx(has_keywords)) {
    if !has_keywords
        && let Some(function) = registers.peek(3).get_ref::<Function>()
        && let Some(items) = registers.peek(1).as_exact_tuple()
        && !vm.call_needs_attention()
        && let Some(frame) =
            FramePointer::of_positional_call(function, registers.peek(2).bound(), items)
    {
        registers.drop_values(3);
        return enter_called(vm, registers, frame);
    }
    return call_ex_slow(vm, registers.position(), has_keywords);
});

#[inline(never)]
fn call_ex_slow(vm: &mut Vm, position: Position, has_keywords: bool) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let keywords = if has_keywords { registers.pop() } else { Value::Unbound };
    let arguments = registers.pop();
    let receiver = registers.pop();
    let callable = registers.pop();
    let prepared = vm.prepare_star(&callable, receiver, &arguments, &keywords);
    drop((callable, arguments, keywords));
    let prepared = check!(vm, registers, prepared);
    run_prepared(vm, registers.position(), prepared)
}

instruction!(make_function(vm, registers, Op::MakeFunction(index)) {
    let Some(code) = registers.constant(index).get_ref::<CodeObject>().cloned()
    else {
        raise!(vm, registers, vm.system_error("a function without code"));
    };
    let function = registers.function();
    let new = Function::new(
        code,
        function.globals.clone(),
        function.builtins.clone(),
        None,
    );
    registers.push(Value::object(new));
    return registers.go_on(vm);
});

instruction!(set_function_attribute(vm, registers, Op::SetFunctionAttribute(attribute)) {
    let function = registers.pop();
    let value = registers.pop();
    let function = with_attribute(function, attribute, value);
    registers.push(function);
});

instruction!(load_build_class(vm, registers, Op::LoadBuildClass) {
    let name = vm.names.build_class.clone();
    match registers.function().builtins.get_str(&name) {
        Some(function) => registers.push(function),
        None => raise!(vm, registers, vm.name_error(&name)),
    }
});

instruction!(return_value(vm, registers, Op::Return) {
    let value = registers.pop();
    return leave(vm, registers, value);
});

instruction!(return_generator(vm, registers, Op::ReturnGenerator) {
    let value = registers.pop();
    match vm.finish_delegated(registers.frame()) {
        Some(caller) => {
            registers.release_delegated(caller, value);
            let registers = Registers::load(caller);
            finalize!(vm, registers);
            return go_on_returned(vm, registers);
        }
        None => return finish_generator(vm, registers.position(), value),
    }
});

#[inline(never)]
fn finish_generator(vm: &mut Vm, position: Position, value: Value) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    resumption!(vm, registers, vm.finish_generator(registers.frame(), value));
    finalize!(vm, registers);
    registers.position()
}

instruction!(call_intrinsic1(vm, registers, Op::CallIntrinsic1(intrinsic)) {
    registers.save();
    let operand = registers.pop();
    let result = check!(vm, registers, vm.intrinsic1(registers.frame(), intrinsic, operand));
    registers.push(result);
});

instruction!(call_intrinsic2(vm, registers, Op::CallIntrinsic2(intrinsic)) {
    registers.save();
    let second = registers.pop();
    let first = registers.pop();
    let result = check!(vm, registers, vm.intrinsic2(intrinsic, first, second));
    registers.push(result);
});

/// Runs what a call has been prepared to.
pub(super) fn run_prepared(vm: &mut Vm, position: Position, prepared: Prepared) -> Position {
    let mut registers = Registers::at(vm.current, position);
    match prepared {
        Prepared::Done(value) => {
            registers.push(value);
            finalize!(vm, registers);
        }
        Prepared::Frame(frame) => {
            registers.save();
            check!(vm, registers, vm.enter(frame));
            enter_frame!(vm, registers, frame);
        }
        Prepared::Construct(frame, instance) => {
            registers.push(instance);
            registers.save();
            check!(vm, registers, vm.enter(frame));
            enter_frame!(vm, registers, frame);
        }
        Prepared::Resume(generator, input) => {
            registers.save();
            return resume_slowly(vm, registers.position(), &generator, input);
        }
    }
    registers.position()
}

/// Leaves a function with its result.
#[inline(always)]
pub(super) fn leave(vm: &mut Vm, mut registers: Registers, value: Value) -> Position {
    let frame = registers.frame();
    vm.depth -= 1;
    let caller = frame.caller();
    let flags = frame.flags.get();
    registers.release();
    const SPECIAL: u8 = FRAME_ENTRY | FRAME_CONSTRUCTOR | FRAME_OPERATOR;
    let (0, Some(caller)) = (flags & SPECIAL, caller) else {
        return leave_specially(vm, caller, flags, value);
    };
    switch_to!(vm, registers, caller);
    registers.push(value);
    finalize!(vm, registers);
    go_on_returned(vm, registers)
}

/// Leaves the outermost function of a run of the dispatch loop, an `__init__` or the method of an
/// operator.
#[inline(never)]
fn leave_specially(vm: &mut Vm, caller: Option<FramePointer>, flags: u8, value: Value) -> Position {
    vm.current = caller;
    let (0, Some(caller)) = (flags & FRAME_ENTRY, caller) else {
        if finalization_pending() {
            vm.run_finalizations();
        }
        return vm.end_run(Ok(RunEnd::Returned(value)));
    };
    let registers = Registers::load(caller);
    if flags & FRAME_OPERATOR != 0 {
        return finish_operator(vm, registers, value);
    }
    check!(vm, registers, vm.check_constructor_result(&value));
    finalize!(vm, registers);
    registers.position()
}

fn with_attribute(function: Value, attribute: FunctionAttribute, value: Value) -> Value {
    let Some(target) = function.get::<Function>() else { return function };
    match attribute {
        FunctionAttribute::Defaults => target.defaults.set(value),
        FunctionAttribute::KeywordDefaults => target.keyword_defaults.set(value),
        FunctionAttribute::Annotations => {
            target.rare_mut(|rare| rare.annotations = Some(value));
        }
        FunctionAttribute::TypeParams => {
            target.rare_mut(|rare| rare.type_params = Some(value));
        }
        FunctionAttribute::Closure => target.closure.set(value),
    }
    function
}
