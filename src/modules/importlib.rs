//! The native part of `importlib`: importing by name, running a module again.

use super::add_functions;
use crate::builtins::exceptions::ExceptionKind;
use crate::object::dict::Dict;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("find", "name, path=None", find),
    Native::new("import_module", "name, package=None", import_module),
    Native::new("invalidate_caches", "", |_, _| Ok(Value::None)),
    Native::new("reload", "module", reload),
    Native::new("run_file", "file, namespace", run_file),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_importlib");
    add_functions(vm, &module, "importlib", FUNCTIONS);
    if let Some(import) = vm.builtins.get_str(&vm.names.import) {
        super::add(vm, &module, "__import__", import);
    }
    Ok(module)
}

fn import_module(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.get(0).as_str() else {
        let found = vm.type_name(args.get(0));
        return Err(
            vm.type_error(format!("import_module() argument 'name' must be str, not {found}"))
        );
    };
    let stripped = name.trim_start_matches('.');
    let level = name.len() - stripped.len();
    if level == 0 {
        if name.is_empty() {
            return Err(vm.value_error("Empty module name"));
        }
        return vm.import(name);
    }
    let Some(package) = args.get(1).as_str() else {
        return Err(vm.type_error(format!(
            "the 'package' argument is required to perform a relative import for '{name}'"
        )));
    };
    let globals = Dict::new();
    globals.set_str(&vm.names.package, package.into());
    let full_name = vm.resolve_relative(stripped, &globals, level as i64)?;
    vm.import(&full_name)
}

/// The `__spec__` that the module would have, found in the folders of `path` or of `sys.path`;
/// None where there is no such module.
fn find(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.get(0).as_str() else {
        let found = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("a module's name must be str, not {found}")));
    };
    let path = args.get(1).bound().filter(|path| !path.is_none());
    vm.find_spec(name, path)
}

/// Runs a module's source again in its namespace.
fn reload(vm: &mut Vm, args: &Args) -> Result {
    let Some(module) = args.get(0).get::<Module>() else {
        return Err(vm.type_error("reload() argument must be a module"));
    };
    let dict = module.dict();
    let name = vm.module_name(args.get(0));
    let name_text = vm.intern(&name);
    if !vm.modules.get_str(&name_text).is_some_and(|known| known.is(args.get(0))) {
        return Err(
            vm.error(ExceptionKind::ImportError, format!("module {name} not in sys.modules"))
        );
    }
    let Some(file) = dict.get_str(&vm.names.file) else { return Ok(args.get(0).clone()) };
    run_in(vm, file.as_str().unwrap_or_default(), &dict)?;
    Ok(args.get(0).clone())
}

/// Runs a source file, or a module of the library by its file's name, in a namespace.
fn run_file(vm: &mut Vm, args: &Args) -> Result {
    let (Some(file), Some(namespace)) = (args.get(0).as_str(), args.get(1).get_ref::<Dict>())
    else {
        return Err(vm.type_error("run_file() needs a str and a dict"));
    };
    run_in(vm, file, namespace)
}

fn run_in(vm: &mut Vm, file: &str, namespace: &Ref<Dict>) -> Result {
    match super::embedded::find_file(file) {
        Some(source) => vm.run_embedded(source, namespace),
        None => {
            let text = vm.read_source(file)?;
            let source = std::rc::Rc::new(crate::source::SourceFile::new(file, text));
            vm.run_source(&source, namespace)
        }
    }
}
