//! `_types`: what `types.py` cannot do by itself.

use super::add_functions;
use crate::code::CodeKind;
use crate::object::function::Function;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] =
    &[Native::new("mark_iterable_coroutine", "function, /", mark_iterable_coroutine)];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_types");
    add_functions(vm, &module, "_types", FUNCTIONS);
    Ok(module)
}

/// The generators that a generator function makes from now on may be awaited. CPython exchanges
/// the function's code for one with a flag; here the flag is set on the code itself.
fn mark_iterable_coroutine(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).get::<Function>() {
        Some(function) if function.code.kind == CodeKind::Generator => {
            function.code.makes_iterable_coroutines.set(true);
            Ok(Value::None)
        }
        _ => Err(vm.type_error("a generator function is required")),
    }
}
