//! How a program ends: the report of an uncaught exception, the exit status, and the last rites of
//! the interpreter.

use std::collections::HashSet;

use crate::builtins::exceptions::ExceptionKind;
use crate::modules::streams::Channel;
use crate::object::dict::Dict;
use crate::object::function::NativeFunction;
use crate::object::heap::{FLAG_FINALIZED, WeakId, any_tracked, is_anything_watched, upgrade};
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::{Exception, ObjectRef, Ref, Value};
use crate::vm::Vm;
use crate::vm::collector::is_suspended;

/// An interrupt that nobody caught.
const STATUS_INTERRUPTED: u8 = 130;
/// Output could not be written at the very end.
const STATUS_OUTPUT_LOST: u8 = 120;

/// Tells of an uncaught exception; the result is the exit status.
pub fn report(vm: &mut Vm, error: &Ref<Exception>) -> u8 {
    if vm.is_exception(error, ExceptionKind::SystemExit) {
        return exit_status(vm, error);
    }
    if vm.system.output_closed && vm.is_exception(error, ExceptionKind::BrokenPipeError) {
        return STATUS_OUTPUT_LOST;
    }
    if let Some(status) = show(vm, error) {
        return status;
    }
    match vm.is_exception(error, ExceptionKind::KeyboardInterrupt) {
        true => STATUS_INTERRUPTED,
        false => 1,
    }
}

/// Shows an exception as `sys.excepthook` says. Gives the exit status if that raises `SystemExit`.
pub fn show(vm: &mut Vm, error: &Ref<Exception>) -> Option<u8> {
    let hook = vm.sys_attribute("excepthook").unwrap_or(Value::None);
    let is_standard =
        hook.get::<NativeFunction>().is_some_and(|function| function.native.name == "excepthook");
    if is_standard || hook.is_none() {
        print_exception(vm, error);
    } else {
        let traceback = error.traceback.get().map_or(Value::None, Value::from);
        let arguments = [error.class().into(), error.clone().into(), traceback];
        if let Err(failure) = vm.call(&hook, &arguments) {
            if vm.is_exception(&failure, ExceptionKind::SystemExit) {
                return Some(exit_status(vm, &failure));
            }
            vm.write_to_stderr("Error in sys.excepthook:\n");
            print_exception(vm, &failure);
            vm.write_to_stderr("\nOriginal exception was:\n");
            print_exception(vm, error);
        }
    }
    None
}

fn print_exception(vm: &mut Vm, error: &Ref<Exception>) {
    let text = vm.format_exception(error);
    vm.write_to_stderr(&text);
}

/// What `SystemExit` says: its code, or 1 after printing anything that is no number.
pub fn exit_status(vm: &mut Vm, error: &Ref<Exception>) -> u8 {
    let code = vm.intern("code");
    let code = match vm.get_attr_optional(&error.clone().into(), &code) {
        Ok(Some(code)) => code,
        _ => Value::None,
    };
    if code.is_none() {
        return 0;
    }
    if let Some(number) = code.as_integer() {
        return (number.to_i64().unwrap_or(-1) & 0xff) as u8;
    }
    let text = match vm.to_str(&code) {
        Ok(text) => text.as_str().to_owned(),
        Err(_) => String::new(),
    };
    vm.write_to_stderr(&format!("{text}\n"));
    1
}

/// The end of the interpreter: exit functions, the modules' objects, the rest of the output.
pub fn finish(vm: &mut Vm, status: u8) -> u8 {
    wait_for_threads(vm);
    vm.run_exit_functions();
    let mut lost = flush(vm);
    vm.system.is_finalizing = true;
    vm.stop_other_threads();
    let needs_finalizers = any_tracked(ObjectRef::needs_finalizer);
    if needs_finalizers {
        finalize_globals(vm);
    }
    // Otherwise nobody would notice.
    if needs_finalizers || is_anything_watched() || any_tracked(is_suspended) {
        clear_modules(vm);
    }
    lost |= flush(vm);
    if lost && status == 0 { STATUS_OUTPUT_LOST } else { status }
}

/// A program has not ended before its threads have, but for daemons.
fn wait_for_threads(vm: &mut Vm) {
    let name = vm.intern("threading");
    let result = match vm.modules.get_str(&name) {
        Some(threading) if !threading.is_none() => {
            vm.call_method(&threading, "_shutdown", &[]).map(drop)
        }
        _ => vm.join_threads(),
    };
    if let Err(error) = result {
        vm.report_unraisable(&error, Some("Exception ignored on threading shutdown"), &Value::None);
    }
}

/// Whether output could not be written.
fn flush(vm: &mut Vm) -> bool {
    let Ok(stdout) = vm.sys_attribute("stdout") else { return false };
    if stdout.is_none() {
        return vm.flush_stream(Channel::Output).is_err();
    }
    let flushed = vm.call_method(&stdout, "flush", &[]);
    vm.flush_stream(Channel::Output).is_err() || flushed.is_err() && vm.system.output_closed
}

/// Runs the finalisers of what the program still holds while its names are still there, as
/// CPython's last collection does, in the order in which the program's names lead to them.
fn finalize_globals(vm: &mut Vm) {
    let main = vm.names.main.clone();
    let Some(Value::Object(main)) = vm.modules.get_str(&main) else { return };
    let mut seen = HashSet::new();
    let mut waiting = vec![main];
    let mut found = Vec::new();
    while let Some(object) = waiting.pop() {
        if !seen.insert(object.address()) {
            continue;
        }
        let mut children = Vec::new();
        object.traverse(&mut |child| children.push(child.clone()));
        waiting.extend(children.into_iter().rev());
        if object.needs_finalizer() {
            found.push(object);
        }
    }
    // Tasks go before the coroutines that they run.
    found.sort_by_key(|object| object.kind() != Kind::Native);
    for object in found {
        if object.needs_finalizer() {
            object.set_flag(FLAG_FINALIZED);
            vm.finalize_object(&object);
            vm.run_finalizations();
        }
    }
}

/// Lets all modules go, in CPython's order: first what goes by itself, then what cycles held,
/// then what is left of each module, the last imported first.
fn clear_modules(vm: &mut Vm) {
    let keep = ["sys", "builtins"].map(|name| {
        let name = vm.intern(name);
        let module = vm.modules.get_str(&name);
        (name, module)
    });
    let is_kept =
        |value: &Value| keep.iter().any(|(_, kept)| kept.as_ref().is_some_and(|k| k.is(value)));
    let alive: Vec<WeakId> = vm
        .modules
        .values()
        .iter()
        .filter(|module| !is_kept(module))
        .filter_map(|module| Some(module.get_ref::<Module>()?.as_object().downgrade()))
        .collect();
    vm.modules.clear_entries();
    for (name, module) in keep {
        if let Some(module) = module {
            vm.modules.set_str(&name, module);
        }
    }
    vm.run_finalizations();
    vm.collect_garbage();
    vm.run_finalizations();
    for id in alive.into_iter().rev() {
        if let Some(object) = upgrade(id)
            && let Some(module) = object.get::<Module>()
        {
            clear_module(vm, &module.dict());
        }
    }
    vm.collect_garbage();
    vm.run_finalizations();
}

/// Sets a module's names to None: those with one underscore first, then the others.
fn clear_module(vm: &mut Vm, dict: &Ref<Dict>) {
    let is_private = |name: &str| name.starts_with('_') && !name.starts_with("__");
    for private in [true, false] {
        for (key, value) in dict.entries() {
            let Some(name) = key.as_str_ref() else { continue };
            if is_private(name.as_str()) != private
                || name.as_str() == "__builtins__"
                || value.is_none()
            {
                continue;
            }
            drop(value);
            drop(dict.set_str(name, Value::None));
            vm.run_finalizations();
        }
    }
}
