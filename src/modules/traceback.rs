//! `_traceback`: what the `traceback` module leaves to the interpreter.

use super::add_functions;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("format_exception", "exception, limit=None, chain=True, /", format_exception),
    Native::new("source_text", "filename, /", source_text),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_traceback");
    add_functions(vm, &module, "_traceback", FUNCTIONS);
    Ok(module)
}

fn format_exception(vm: &mut Vm, args: &Args) -> Result {
    let Some(exception) = args.get(0).get_ref::<Exception>() else {
        let found = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("Exception expected for value, {found} found")));
    };
    let limit = match args.get(1).bound() {
        Some(limit) if !limit.is_none() => Some(vm.index_i64(limit)?),
        _ => None,
    };
    let chain = match args.get(2).bound() {
        Some(chain) => vm.truth(chain)?,
        None => true,
    };
    let lines = vm.format_exception_lines(exception, limit, chain);
    Ok(List::new(lines.into_iter().map(Value::from).collect()).into())
}

fn source_text(vm: &mut Vm, args: &Args) -> Result {
    let Some(file) = args.get(0).as_str().map(str::to_owned) else {
        return Ok(Value::None);
    };
    Ok(vm.source_text(&file).map_or(Value::None, Value::from))
}
