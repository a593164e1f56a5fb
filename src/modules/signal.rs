//! `_signal`: handlers of the one signal that hosts deliver, SIGINT (Ctrl-C).
//!
//! The handler itself is called by [`Vm::attend`](crate::vm::Vm::attend), between instructions.
//! `src/lib/signal.py` puts CPython's enumerations on top.

use crate::builtins::exceptions::ExceptionKind;
use crate::host::HostError;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::threads::ThreadId;
use crate::vm::Vm;

const SIGINT: i64 = 2;
const SIG_DFL: i64 = 0;
pub const SIG_IGN: i64 = 1;
/// One more than the highest signal number of Linux.
const NSIG: i64 = 65;

static FUNCTIONS: &[Native] = &[
    Native::new("signal", "signalnum, handler, /", set_handler),
    Native::new("getsignal", "signalnum, /", get_handler),
    Native::new("raise_signal", "signalnum, /", raise_signal),
];

static DEFAULT_HANDLER: Native =
    Native::new("default_int_handler", "signalnum, frame, /", default_int_handler);

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_signal");
    let dict = module.dict();
    for native in FUNCTIONS.iter().chain([&DEFAULT_HANDLER]) {
        let function = vm.native_function(native, "_signal");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    for (name, number) in
        [("SIGINT", SIGINT), ("SIG_DFL", SIG_DFL), ("SIG_IGN", SIG_IGN), ("NSIG", NSIG)]
    {
        let name = vm.intern(name);
        drop(dict.set_str(&name, Value::Int(number)));
    }
    Ok(module)
}

/// A signal number in CPython's range.
fn number(vm: &mut Vm, value: &Value) -> Result<i64> {
    let number = vm.index_i64(value)?;
    if !(1..NSIG).contains(&number) {
        return Err(vm.value_error("signal number out of range"));
    }
    Ok(number)
}

/// What the module calls `default_int_handler`: programs compare handlers with it.
fn default_handler(vm: &mut Vm) -> Result {
    let module = vm.import("_signal")?;
    let name = vm.intern(DEFAULT_HANDLER.name);
    vm.get_attr(&module, &name)
}

fn current_handler(vm: &mut Vm, number: i64) -> Result {
    if number != SIGINT {
        return Ok(Value::Int(SIG_DFL));
    }
    match vm.system.interrupt_handler.clone() {
        Some(handler) => Ok(handler),
        None => default_handler(vm),
    }
}

fn set_handler(vm: &mut Vm, args: &Args) -> Result {
    if vm.threads.current != ThreadId::MAIN {
        let message = "signal only works in main thread of the main interpreter";
        return Err(vm.value_error(message));
    }
    let handler = args.get(1);
    let constant = if vm.is_callable(handler) { None } else { handler.as_integer() };
    let number = number(vm, args.get(0))?;
    let handler = match constant.and_then(|constant| constant.to_i64()) {
        _ if vm.is_callable(handler) => handler.clone(),
        Some(constant @ (SIG_DFL | SIG_IGN)) => Value::Int(constant),
        _ => {
            return Err(vm.type_error(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
            ));
        }
    };
    if number != SIGINT {
        return Err(vm.value_error(format!(
            "signal {number} has no handler in Ouro: the only signal it delivers is SIGINT"
        )));
    }
    let before = current_handler(vm, number)?;
    let default = default_handler(vm)?;
    vm.system.interrupt_handler = (!handler.is(&default)).then_some(handler);
    Ok(before)
}

fn get_handler(vm: &mut Vm, args: &Args) -> Result {
    let number = number(vm, args.get(0))?;
    current_handler(vm, number)
}

/// Calls the handler at once, as if the signal had arrived between two instructions.
fn raise_signal(vm: &mut Vm, args: &Args) -> Result {
    let number = vm.index_i64(args.get(0))?;
    if !(0..=NSIG).contains(&number) {
        let error = HostError { code: 22, message: "Invalid argument".to_owned() };
        return Err(vm.host_error(&error, None));
    }
    if number != SIGINT {
        return Err(vm.value_error(format!(
            "signal {number} cannot be raised in Ouro: the only signal it delivers is SIGINT"
        )));
    }
    vm.deliver_interrupt()?;
    Ok(Value::None)
}

fn default_int_handler(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.exception(ExceptionKind::KeyboardInterrupt, []))
}
