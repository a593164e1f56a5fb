//! `_thread`: what `threading` is made of. The threads themselves are in [`crate::threads`].

use super::struct_sequence::{METHODS, item};
use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::dict::Dict;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Exception, Ref, Result, Value};
use crate::threads::handle::{HANDLE, ThreadHandle};
use crate::threads::{ThreadId, Threads, local, lock};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("start_new_thread", "function, args, kwargs={}, /", start_new_thread),
    Native::new("start_new", "function, args, kwargs={}, /", start_new_thread),
    Native::new(
        "start_joinable_thread",
        "function, handle=None, daemon=True",
        start_joinable_thread,
    ),
    Native::new("daemon_threads_allowed", "", |_, _| Ok(Value::True)),
    Native::new("allocate_lock", "", lock::allocate_lock),
    Native::new("allocate", "", lock::allocate_lock),
    Native::new("get_ident", "", |vm, _| Ok(Value::Int(Threads::ident(vm.threads.current)))),
    Native::new("get_native_id", "", |vm, _| Ok(Value::Int(1 + vm.threads.current.0 as i64))),
    Native::new("_get_main_thread_ident", "", |_, _| {
        Ok(Value::Int(Threads::ident(ThreadId::MAIN)))
    }),
    Native::new("_is_main_interpreter", "", |_, _| Ok(Value::True)),
    Native::new("_make_thread_handle", "ident, /", make_thread_handle),
    Native::new("_count", "", |vm, _| Ok(vm.threads.started.into())),
    Native::new("_shutdown", "", |vm, _| {
        vm.join_threads()?;
        Ok(Value::None)
    }),
    Native::new("stack_size", "size=0, /", stack_size),
    Native::new("interrupt_main", "signum=2, /", interrupt_main),
    Native::new("exit", "", exit),
    Native::new("exit_thread", "", exit),
    Native::new("_excepthook", "exc_info, /", except_hook),
];

static EXCEPT_HOOK_ARGS: ClassSpec = ClassSpec {
    name: "_ExceptHookArgs",
    module: "_thread",
    layout: Kind::Tuple,
    new: Some(&Native::new("__new__", "sequence=(), dict={}, /", |vm, args| {
        let items = vm.collect(args.get(1))?;
        if items.len() != 4 {
            let given = items.len();
            return Err(vm.type_error(format!(
                "_thread._ExceptHookArgs() takes a 4-sequence ({given}-sequence given)"
            )));
        }
        Ok(vm.struct_sequence(&EXCEPT_HOOK_ARGS, items))
    })),
    methods: METHODS,
    attributes: &[
        item::<0>("exc_type"),
        item::<1>("exc_value"),
        item::<2>("exc_traceback"),
        item::<3>("thread"),
    ],
    ..ClassSpec::EMPTY
};

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_thread");
    add_functions(vm, &module, "_thread", FUNCTIONS);
    let plain = vm.class_for(&lock::LOCK);
    add(vm, &module, "lock", plain.clone());
    add(vm, &module, "LockType", plain);
    let class = vm.class_for(&lock::RLOCK);
    add(vm, &module, "RLock", class);
    let class = vm.class_for(&HANDLE);
    add(vm, &module, "_ThreadHandle", class);
    let class = vm.class_for(&local::CLASS);
    add(vm, &module, "_local", class);
    let tuple = vm.types.tuple.clone();
    let class = vm.class_for_with_base(&EXCEPT_HOOK_ARGS, &tuple);
    add(vm, &module, "_ExceptHookArgs", class);
    let error = vm.exception_class(ExceptionKind::RuntimeError).clone();
    add(vm, &module, "error", error);
    add(vm, &module, "TIMEOUT_MAX", Value::float(lock::TIMEOUT_MAX));
    Ok(module)
}

fn start_new_thread(vm: &mut Vm, args: &Args) -> Result {
    let function = args.get(0);
    if !vm.is_callable(function) {
        return Err(vm.type_error("first arg must be callable"));
    }
    let Some(positional) = args.get(1).as_tuple() else {
        return Err(vm.type_error("2nd arg must be a tuple"));
    };
    let mut arguments = positional.to_vec();
    let mut names = Vec::new();
    if let Some(keywords) = args.get(2).bound() {
        let Some(keywords) = keywords.get::<Dict>() else {
            return Err(vm.type_error("optional 3rd arg must be a dictionary"));
        };
        for (name, value) in keywords.entries() {
            names.push(name);
            arguments.push(value);
        }
    }
    let handle = vm.thread_handle(None);
    let id = vm.start_thread(function.clone(), arguments, names, handle, true)?;
    Ok(Value::Int(Threads::ident(id)))
}

fn start_joinable_thread(vm: &mut Vm, args: &Args) -> Result {
    let function = args.get(0);
    if !vm.is_callable(function) {
        return Err(vm.type_error("thread function must be callable"));
    }
    let handle = match args.get(1) {
        Value::Unbound | Value::None => vm.thread_handle(None),
        handle if handle.native::<ThreadHandle>().is_some() => handle.clone(),
        _ => return Err(vm.type_error("'handle' must be a _ThreadHandle")),
    };
    let is_daemon = match args.get(2) {
        Value::Unbound => true,
        value => vm.truth(value)?,
    };
    vm.start_thread(function.clone(), Vec::new(), Vec::new(), handle.clone(), is_daemon)?;
    Ok(handle)
}

fn make_thread_handle(vm: &mut Vm, args: &Args) -> Result {
    let ident = vm.index_i64(args.get(0))?;
    Ok(vm.thread_handle(Threads::id_of(ident)))
}

/// Stacks grow as they are used, up to a size that scripts need not choose.
fn stack_size(vm: &mut Vm, args: &Args) -> Result {
    let size = match args.get(0) {
        Value::Unbound => 0,
        size => vm.index_i64(size)?,
    };
    if size < 0 {
        return Err(vm.value_error("size must be 0 or a positive value"));
    }
    if (1..32_768).contains(&size) {
        return Err(vm.value_error(format!("size not valid: {size} bytes")));
    }
    Ok(Value::Int(std::mem::replace(&mut vm.threads.stack_size, size)))
}

fn interrupt_main(vm: &mut Vm, args: &Args) -> Result {
    let signal = match args.get(0) {
        Value::Unbound => 2,
        signal => vm.index_i64(signal)?,
    };
    if !(1..=64).contains(&signal) {
        return Err(vm.value_error("signal number out of range"));
    }
    // Only SIGINT has a handler of Python's.
    if signal == 2 {
        vm.interrupt.store(true, std::sync::atomic::Ordering::Relaxed);
    }
    Ok(Value::None)
}

fn exit(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.exception(ExceptionKind::SystemExit, []))
}

/// Tells of an exception that ended a thread.
fn except_hook(vm: &mut Vm, args: &Args) -> Result {
    let Some([_, value, _, thread]) = args.get(0).as_tuple() else {
        return Err(vm.type_error("_thread.excepthook argument type must be ExceptHookArgs"));
    };
    let Some(error) = value.get_ref::<Exception>() else { return Ok(Value::None) };
    if vm.is_exception(error, ExceptionKind::SystemExit) {
        return Ok(Value::None);
    }
    let name = match thread.is_none() {
        true => None,
        false => {
            let attribute = vm.intern("_name");
            vm.get_attr_optional(thread, &attribute)?
        }
    };
    let name = match name {
        Some(name) => vm.to_str(&name)?.as_str().to_owned(),
        None => Threads::ident(vm.threads.current).to_string(),
    };
    let text = vm.format_exception(error);
    vm.write_to_stderr(&format!("Exception in thread {name}:\n{text}"));
    Ok(Value::None)
}
