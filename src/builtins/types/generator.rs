//! `generator`, `coroutine`, `async_generator`, and the awaitables they give.
//!
//! Python reference, "Generator-iterator methods", "Coroutine Objects", "Asynchronous
//! generator-iterator methods".

use crate::code::CodeKind;
use crate::code::op::Op;
use crate::object::awaiter::{Awaiter, AwaiterKind};
use crate::object::frame::{FRAME_ASYNC_RUNNING, Frame, FramePointer, FrameProxy, FrameState};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, Step};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::awaiting::coroutine_wrapper;
use crate::vm::generator::kind_name;

const SPEC: ClassSpec = ClassSpec { layout: Kind::Frame, ..ClassSpec::EMPTY };

pub const GENERATOR: ClassSpec = ClassSpec {
    name: "generator",
    methods: &[
        Native::new("__iter__", "", itself),
        Native::resume("__next__", "", next, 1),
        Native::resume("send", "value, /", send, 2),
        Native::throw("throw", "type, value=None, traceback=None, /", throw),
        Native::new("close", "", close),
        Native::new("__repr__", "", repr),
    ],
    attributes: &[
        GetSetSpec::writable("__name__", get_name, set_name),
        GetSetSpec::writable("__qualname__", get_qualname, set_qualname),
        GetSetSpec::readonly("gi_frame", get_frame),
        GetSetSpec::readonly("gi_code", get_code),
        GetSetSpec::readonly("gi_running", get_running),
        GetSetSpec::readonly("gi_suspended", get_suspended),
        GetSetSpec::readonly("gi_yieldfrom", get_delegate),
    ],
    ..SPEC
};

pub const COROUTINE: ClassSpec = ClassSpec {
    name: "coroutine",
    methods: &[
        Native::new("__await__", "", wrapper),
        Native::resume("send", "value, /", coroutine_send, 2),
        Native::throw("throw", "type, value=None, traceback=None, /", coroutine_throw),
        Native::new("close", "", coroutine_close),
        Native::new("__repr__", "", coroutine_repr),
    ],
    attributes: &[
        GetSetSpec::writable("__name__", coroutine_name, set_name),
        GetSetSpec::writable("__qualname__", coroutine_qualname, set_qualname),
        GetSetSpec::readonly("cr_frame", coroutine_frame),
        GetSetSpec::readonly("cr_code", coroutine_code),
        GetSetSpec::readonly("cr_running", coroutine_running),
        GetSetSpec::readonly("cr_suspended", coroutine_suspended),
        GetSetSpec::readonly("cr_await", coroutine_await),
        GetSetSpec::member("cr_origin", coroutine_origin),
    ],
    ..SPEC
};

pub const ASYNC_GENERATOR: ClassSpec = ClassSpec {
    name: "async_generator",
    methods: &[
        Native::new("__aiter__", "", itself),
        Native::new("__anext__", "", async_next),
        Native::new("asend", "value, /", async_send),
        Native::new("athrow", "type, value=None, traceback=None, /", async_throw),
        Native::new("aclose", "", async_close),
        Native::new("__repr__", "", repr),
    ],
    class_methods: &[Native::new("__class_getitem__", "item, /", class_getitem)],
    attributes: &[
        GetSetSpec::writable("__name__", get_name, set_name),
        GetSetSpec::writable("__qualname__", get_qualname, set_qualname),
        GetSetSpec::readonly("ag_frame", get_frame),
        GetSetSpec::readonly("ag_code", get_code),
        GetSetSpec::member("ag_running", get_async_running),
        GetSetSpec::readonly("ag_suspended", get_suspended),
        GetSetSpec::readonly("ag_await", get_delegate),
    ],
    ..SPEC
};

const AWAITER: ClassSpec = ClassSpec {
    layout: Kind::Awaiter,
    methods: &[
        Native::new("__iter__", "", itself),
        Native::new("__await__", "", itself),
        Native::new("__next__", "", awaiter_next),
        Native::new("send", "value, /", awaiter_send),
        Native::new("throw", "type, value=None, traceback=None, /", awaiter_throw),
        Native::new("close", "", awaiter_close),
    ],
    ..ClassSpec::EMPTY
};

pub const COROUTINE_WRAPPER: ClassSpec = ClassSpec {
    name: "coroutine_wrapper",
    methods: &[
        Native::new("__iter__", "", itself),
        Native::new("__next__", "", awaiter_next),
        Native::new("send", "value, /", awaiter_send),
        Native::new("throw", "type, value=None, traceback=None, /", awaiter_throw),
        Native::new("close", "", awaiter_close),
    ],
    ..AWAITER
};
pub const ASEND: ClassSpec = ClassSpec { name: "async_generator_asend", ..AWAITER };
pub const ATHROW: ClassSpec = ClassSpec { name: "async_generator_athrow", ..AWAITER };
pub const ANEXT: ClassSpec = ClassSpec { name: "anext_awaitable", ..AWAITER };

/// The receiver, which must be of the right one of the kinds of generators.
fn receiver(vm: &mut Vm, args: &Args, kind: CodeKind) -> Result<Ref<Frame>> {
    let generator = args.receiver::<Frame>(vm)?;
    if generator.linked().kind == kind {
        return Ok(generator.clone());
    }
    Err(vm.type_error(format!("descriptor requires a '{}' object", kind_name(kind))))
}

fn itself(_: &mut Vm, args: &Args) -> Result {
    Ok(args.get(0).clone())
}

fn next(vm: &mut Vm, args: &Args) -> Result<Step> {
    let target = receiver(vm, args, CodeKind::Generator)?;
    Ok(Step::Resume { target, input: Input::Send(Value::None) })
}

fn send(vm: &mut Vm, args: &Args) -> Result<Step> {
    send_to(vm, args, CodeKind::Generator)
}

fn send_to(vm: &mut Vm, args: &Args, kind: CodeKind) -> Result<Step> {
    let target = receiver(vm, args, kind)?;
    Ok(Step::Resume { target, input: Input::Send(args.get(1).clone()) })
}

/// The arguments of `throw` and `athrow` as they were given.
fn thrown<'a>(vm: &mut Vm, args: &Args<'a>, function: &str) -> Result<&'a [Value]> {
    let given = args.rest(1);
    if given.len() > 1 {
        vm.warn_deprecated(&format!(
            "the (type, exc, tb) signature of {function}() is deprecated, use the single-arg \
             signature instead."
        ))?;
    }
    Ok(given)
}

fn throw(vm: &mut Vm, args: &Args) -> Result<Step> {
    throw_into(vm, args, CodeKind::Generator)
}

fn throw_into(vm: &mut Vm, args: &Args, kind: CodeKind) -> Result<Step> {
    let target = receiver(vm, args, kind)?;
    let given = thrown(vm, args, "throw")?;
    let exception = vm.thrown_exception(given)?;
    Ok(Step::Resume { target, input: Input::Throw(exception) })
}

fn close(vm: &mut Vm, args: &Args) -> Result {
    let generator = receiver(vm, args, CodeKind::Generator)?;
    vm.close_generator(&generator)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let generator = args.receiver::<Frame>(vm)?;
    let qualname = get_qualname(vm, args.get(0))?;
    let kind = match generator.linked().kind {
        CodeKind::AsyncGenerator => "async_generator",
        kind => kind_name(kind),
    };
    let name = qualname.as_str().unwrap_or_default();
    Ok(format!("<{kind} object {name} at {:#x}>", generator.address()).into())
}

fn wrapper(_: &mut Vm, args: &Args) -> Result {
    Ok(coroutine_wrapper(args.get(0).clone()))
}

fn async_awaiter(vm: &mut Vm, args: &Args, kind: AwaiterKind, argument: Value) -> Result {
    let generator = receiver(vm, args, CodeKind::AsyncGenerator)?;
    vm.prepare_async_generator(&generator)?;
    Ok(Awaiter::new(kind, Some(generator), argument).into())
}

fn async_next(vm: &mut Vm, args: &Args) -> Result {
    async_awaiter(vm, args, AwaiterKind::Send, Value::None)
}

fn async_send(vm: &mut Vm, args: &Args) -> Result {
    async_awaiter(vm, args, AwaiterKind::Send, args.get(1).clone())
}

fn async_throw(vm: &mut Vm, args: &Args) -> Result {
    let given = thrown(vm, args, "athrow")?.to_vec();
    async_awaiter(vm, args, AwaiterKind::Throw, Tuple::new(given).into())
}

fn async_close(vm: &mut Vm, args: &Args) -> Result {
    async_awaiter(vm, args, AwaiterKind::Close, Value::None)
}

fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    vm.generic_alias(args.get(0), args.get(1))
}

fn awaiter_next(vm: &mut Vm, args: &Args) -> Result {
    let awaiter = args.receiver::<Awaiter>(vm)?.clone();
    vm.send_to_awaiter(&awaiter, Value::None)
}

fn awaiter_send(vm: &mut Vm, args: &Args) -> Result {
    let awaiter = args.receiver::<Awaiter>(vm)?.clone();
    vm.send_to_awaiter(&awaiter, args.get(1).clone())
}

fn awaiter_throw(vm: &mut Vm, args: &Args) -> Result {
    let awaiter = args.receiver::<Awaiter>(vm)?.clone();
    let given = thrown(vm, args, "throw")?;
    let exception = vm.thrown_exception(given)?;
    vm.throw_into_awaiter(&awaiter, exception)
}

fn awaiter_close(vm: &mut Vm, args: &Args) -> Result {
    let awaiter = args.receiver::<Awaiter>(vm)?.clone();
    vm.close_awaiter(&awaiter)
}

fn frame_of(vm: &mut Vm, value: &Value) -> Result<Ref<Frame>> {
    match value.get_ref::<Frame>() {
        Some(frame) => Ok(frame.clone()),
        None => Err(vm.type_error("descriptor requires a generator")),
    }
}

fn get_name(vm: &mut Vm, value: &Value) -> Result {
    let frame = frame_of(vm, value)?;
    Ok(frame.rare(|rare| rare.name.clone()).unwrap_or_else(|| frame.function.name()))
}

fn get_qualname(vm: &mut Vm, value: &Value) -> Result {
    let frame = frame_of(vm, value)?;
    Ok(frame.rare(|rare| rare.qualname.clone()).unwrap_or_else(|| frame.function.qualname()))
}

fn set_name(vm: &mut Vm, value: &Value, name: Value) -> Result<()> {
    if name.as_str().is_none() {
        return Err(vm.type_error("__name__ must be set to a string object"));
    }
    frame_of(vm, value)?.rare_mut(|rare| rare.name = Some(name));
    Ok(())
}

fn set_qualname(vm: &mut Vm, value: &Value, name: Value) -> Result<()> {
    if name.as_str().is_none() {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    }
    frame_of(vm, value)?.rare_mut(|rare| rare.qualname = Some(name));
    Ok(())
}

fn get_frame(vm: &mut Vm, value: &Value) -> Result {
    let frame = frame_of(vm, value)?;
    if frame.state.get() == FrameState::Finished {
        return Ok(Value::None);
    }
    Ok(FrameProxy::new(frame).into())
}

fn get_code(vm: &mut Vm, value: &Value) -> Result {
    Ok(frame_of(vm, value)?.code().clone().into())
}

/// Whether the chain that the generator belongs to is being executed.
fn is_running(frame: &Ref<Frame>) -> bool {
    match frame.state.get() {
        FrameState::Running => true,
        FrameState::Delegated => {
            let mut root = FramePointer::of(frame);
            while let Some(caller) = root.caller() {
                root = caller;
            }
            root.innermost().is_none()
        }
        _ => false,
    }
}

fn get_running(vm: &mut Vm, value: &Value) -> Result {
    Ok(is_running(&frame_of(vm, value)?).into())
}

fn get_async_running(vm: &mut Vm, value: &Value) -> Result {
    Ok(frame_of(vm, value)?.has_flag(FRAME_ASYNC_RUNNING).into())
}

fn get_suspended(vm: &mut Vm, value: &Value) -> Result {
    let frame = frame_of(vm, value)?;
    let at_rest = matches!(frame.state.get(), FrameState::Suspended | FrameState::Delegated);
    Ok((at_rest && !is_running(&frame)).into())
}

/// What a suspended generator or coroutine delegates to: the top of its operand stack.
fn get_delegate(vm: &mut Vm, value: &Value) -> Result {
    let frame = frame_of(vm, value)?;
    let pointer = FramePointer::of(&frame);
    if !matches!(frame.state.get(), FrameState::Suspended | FrameState::Delegated)
        || is_running(&frame)
    {
        return Ok(Value::None);
    }
    let pc = frame.pc() as usize;
    let instructions = &frame.linked().instructions;
    pointer.end_stand_in();
    let foreign = instructions.get(pc).is_some_and(|at| at.op == Op::Delegate);
    let linked = pc > 0 && instructions[pc - 1].op == Op::Delegate;
    Ok(if foreign || linked { vm.awaited_object(pointer) } else { Value::None })
}

fn get_origin(vm: &mut Vm, value: &Value) -> Result {
    Ok(frame_of(vm, value)?.rare(|rare| rare.origin.clone()).unwrap_or(Value::None))
}

// A coroutine is a frame, or has a body in Rust.

fn coroutine_send(vm: &mut Vm, args: &Args) -> Result<Step> {
    match args.get(0).get_ref::<NativeCoroutine>() {
        Some(coroutine) => {
            let input = Input::Send(args.get(1).clone());
            vm.drive_native_coroutine(coroutine, input).map(Step::Return)
        }
        None => send_to(vm, args, CodeKind::Coroutine),
    }
}

fn coroutine_throw(vm: &mut Vm, args: &Args) -> Result<Step> {
    match args.get(0).get_ref::<NativeCoroutine>() {
        Some(coroutine) => {
            let given = thrown(vm, args, "throw")?;
            let exception = vm.thrown_exception(given)?;
            vm.drive_native_coroutine(coroutine, Input::Throw(exception)).map(Step::Return)
        }
        None => throw_into(vm, args, CodeKind::Coroutine),
    }
}

fn coroutine_close(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).get_ref::<NativeCoroutine>() {
        Some(coroutine) => vm.close_native_coroutine(coroutine),
        None => {
            let coroutine = receiver(vm, args, CodeKind::Coroutine)?;
            vm.close_generator(&coroutine)
        }
    }
}

fn coroutine_repr(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).get_ref::<NativeCoroutine>() {
        Some(coroutine) => {
            let (name, address) = (coroutine.body.qualname, coroutine.address());
            Ok(format!("<coroutine object {name} at {address:#x}>").into())
        }
        None => repr(vm, args),
    }
}

fn coroutine_name(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(coroutine) => Ok(vm.intern(coroutine.body.name).into()),
        None => get_name(vm, value),
    }
}

fn coroutine_qualname(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(coroutine) => Ok(vm.intern(coroutine.body.qualname).into()),
        None => get_qualname(vm, value),
    }
}

/// A coroutine written in Rust has no frame.
fn coroutine_frame(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(_) => Ok(Value::None),
        None => get_frame(vm, value),
    }
}

/// A coroutine written in Rust has no code.
fn coroutine_code(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(_) => Ok(Value::None),
        None => get_code(vm, value),
    }
}

fn coroutine_running(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(coroutine) => Ok((coroutine.state.get() == FrameState::Running).into()),
        None => get_running(vm, value),
    }
}

fn coroutine_suspended(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(coroutine) => Ok((coroutine.state.get() == FrameState::Suspended).into()),
        None => get_suspended(vm, value),
    }
}

fn coroutine_await(vm: &mut Vm, value: &Value) -> Result {
    match value.get_ref::<NativeCoroutine>() {
        Some(coroutine) => Ok(coroutine.awaits()),
        None => get_delegate(vm, value),
    }
}

fn coroutine_origin(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<NativeCoroutine>() {
        Some(_) => Ok(Value::None),
        None => get_origin(vm, value),
    }
}
