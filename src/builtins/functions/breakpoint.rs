//! `breakpoint` and the hook behind it.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[Native::new("breakpoint", "*args, **kws", breakpoint)];

fn breakpoint(vm: &mut Vm, args: &Args) -> Result {
    let Ok(hook) = vm.sys_attribute("breakpointhook") else {
        return Err(vm.runtime_error("lost sys.breakpointhook"));
    };
    vm.call_with_names(&hook, args.values, args.names)
}

/// `sys.breakpointhook`: calls what `PYTHONBREAKPOINT` names, or a debugger if there is one.
pub fn hook(vm: &mut Vm, args: &Args) -> Result {
    let os = vm.import("os")?;
    let name = vm.intern("environ");
    let environment = vm.get_attr(&os, &name)?;
    let wanted = vm.call_method(&environment, "get", &["PYTHONBREAKPOINT".into()])?;
    let wanted = wanted.as_str().unwrap_or_default().to_owned();
    let function = match wanted.as_str() {
        "0" => return Ok(Value::None),
        "" => match imported(vm, "pdb.set_trace")? {
            Some(function) => function,
            None => {
                return Err(vm.error(
                    ExceptionKind::NotImplementedError,
                    "Ouro has no debugger: breakpoint() calls what $PYTHONBREAKPOINT names or \
                     what sys.breakpointhook is set to",
                ));
            }
        },
        path => match imported(vm, path)? {
            Some(function) => function,
            None => {
                let message = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{path}\"");
                vm.warn(ExceptionKind::RuntimeWarning, &message)?;
                return Ok(Value::None);
            }
        },
    };
    vm.call_with_names(&function, args.values, args.names)
}

/// What stands behind a dotted path; without a dot it is a built-in function.
fn imported(vm: &mut Vm, path: &str) -> Result<Option<Value>> {
    let (module, function) = path.rsplit_once('.').unwrap_or(("builtins", path));
    let found = vm.import(module).and_then(|module| {
        // A package is imported by its submodule's name: what counts is the submodule.
        let name = vm.intern(function);
        vm.get_attr(&module, &name)
    });
    match found {
        Ok(function) => Ok(Some(function)),
        Err(error)
            if vm.is_exception(&error, ExceptionKind::ImportError)
                || vm.is_exception(&error, ExceptionKind::AttributeError)
                || vm.is_exception(&error, ExceptionKind::ValueError) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
