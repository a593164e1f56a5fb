//! `atexit`.

use super::add_functions;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("register", "*args, **kwargs", register),
    Native::new("unregister", "func, /", unregister),
    Native::new("_clear", "", |vm, _| {
        drop(std::mem::take(&mut vm.system.exit_functions));
        Ok(Value::None)
    }),
    Native::new("_run_exitfuncs", "", |vm, _| {
        vm.run_exit_functions();
        Ok(Value::None)
    }),
    Native::new("_ncallbacks", "", |vm, _| Ok(vm.system.exit_functions.len().into())),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("atexit");
    add_functions(vm, &module, "atexit", FUNCTIONS);
    Ok(module)
}

fn register(vm: &mut Vm, args: &Args) -> Result {
    let function = args.get(0);
    if args.positional_count() == 0 {
        return Err(vm.type_error("register() takes at least 1 argument (0 given)"));
    }
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let entry = (function.clone(), args.values[1..].to_vec(), args.names.to_vec());
    vm.system.exit_functions.push(entry);
    Ok(function.clone())
}

fn unregister(vm: &mut Vm, args: &Args) -> Result {
    let mut kept = Vec::new();
    for entry in std::mem::take(&mut vm.system.exit_functions) {
        if !vm.equal(&entry.0, args.get(0))? {
            kept.push(entry);
        }
    }
    vm.system.exit_functions = kept;
    Ok(Value::None)
}

impl Vm {
    /// Runs what `atexit.register` collected, last first.
    pub fn run_exit_functions(&mut self) {
        while let Some((function, arguments, names)) = self.system.exit_functions.pop() {
            if let Err(error) = self.call_with_names(&function, &arguments, &names) {
                let shown = match self.repr(&function) {
                    Ok(text) => format!(" {}", text.as_str()),
                    Err(_) => String::new(),
                };
                let message = format!("Exception ignored in atexit callback{shown}");
                self.report_unraisable(&error, Some(&message), &Value::None);
            }
        }
    }
}
