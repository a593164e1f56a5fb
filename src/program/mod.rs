//! A program from its first line to the end of the interpreter, wherever its text comes from.

mod ending;

use std::rc::Rc;

use crate::object::dict::Dict;
use crate::object::list::List;
use crate::object::{Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::Vm;

pub use ending::{exit_status, finish, report, show};

/// The folders named by this variable, separated by colons, come before the library in `sys.path`.
const PATH_VARIABLE: &str = "OUROPATH";

/// What is to be run, found and read.
#[derive(Clone)]
pub struct Prepared {
    pub arguments: Vec<String>,
    /// `sys.path[0]`.
    pub folder: String,
    pub what: What,
}

#[derive(Clone)]
pub enum What {
    /// Bytes under the name that tracebacks give them; a file's are also `__file__`.
    Source {
        name: String,
        bytes: Vec<u8>,
        is_file: bool,
    },
    Module(String),
    /// The `__main__.py` in `folder`.
    Folder,
}

/// Sets up `sys` and `__main__`; gives the names of `__main__`.
///
/// # Errors
/// If a module that every program needs cannot be made.
pub fn set_up(vm: &mut Vm, arguments: &[String], folder: &str) -> Result<Ref<Dict>> {
    let sys = vm.import("sys")?;
    vm.import("builtins")?;
    let arguments = arguments.iter().map(|argument| argument.as_str().into()).collect();
    set(vm, &sys, "argv", List::new(arguments).into())?;
    let mut path = vec![Value::from(folder)];
    if let Some(folders) = vm.host.environment_variable(PATH_VARIABLE) {
        path.extend(folders.split(':').filter(|folder| !folder.is_empty()).map(Value::from));
    }
    path.push(crate::vm::import::LIBRARY_FOLDER.into());
    set(vm, &sys, "path", List::new(path).into())?;
    if vm.system.settings.optimize > 0 {
        vm.define_builtin("__debug__", Value::False);
    }
    if !vm.system.settings.warnings.is_empty() {
        // Its filters hold from the first line on.
        vm.import("warnings")?;
    }

    let main = vm.new_module("__main__");
    let globals = main.dict();
    globals.set_str(&vm.names.spec, Value::None);
    globals.set_str(&vm.names.package, Value::None);
    globals.set_str(&vm.names.annotations, Dict::new().into());
    let builtins = vm.import("builtins")?;
    globals.set_str(&vm.names.builtins, builtins);
    let name = vm.names.main.clone();
    vm.modules.set_str(&name, main.into());
    Ok(globals)
}

/// Sets up the interpreter for a program and runs it; gives the names of `__main__`, whatever
/// becomes of the program.
///
/// # Errors
/// The exception that nobody caught.
pub fn start(vm: &mut Vm, prepared: Prepared) -> (Option<Ref<Dict>>, Result<()>) {
    match set_up(vm, &prepared.arguments, &prepared.folder) {
        Ok(globals) => {
            let result = run(vm, prepared.what, &globals);
            (Some(globals), result)
        }
        Err(error) => (None, Err(error)),
    }
}

fn run(vm: &mut Vm, what: What, globals: &Ref<Dict>) -> Result<()> {
    match what {
        What::Source { name, bytes, is_file } => {
            if is_file {
                globals.set_str(&vm.names.file, name.as_str().into());
            }
            let source = decode(vm, &name, &bytes, is_file)?;
            if name == "<string>" {
                vm.system.show_source(&source);
            }
            vm.run_source(&source, globals)?;
        }
        What::Module(module) => run_as_main(vm, &module, true)?,
        What::Folder => run_as_main(vm, "__main__", false)?,
    }
    Ok(())
}

/// Runs a module as `__main__`; where there is none, the program ends with a line that says so.
fn run_as_main(vm: &mut Vm, module: &str, alter_argv: bool) -> Result<()> {
    let runner = vm.import("runpy")?;
    vm.call_method(&runner, "_run_module_as_main", &[module.into(), alter_argv.into()]).map(drop)
}

fn set(vm: &mut Vm, module: &Value, name: &str, value: Value) -> Result<()> {
    let name = vm.intern(name);
    vm.set_attr(module, &name, value)
}

fn decode(vm: &mut Vm, name: &str, bytes: &[u8], is_file: bool) -> Result<Rc<SourceFile>> {
    let decoded = match is_file {
        true => ouro_grammar::decode_file(bytes, name),
        false => ouro_grammar::decode(bytes),
    };
    match decoded {
        Ok(text) => {
            let mut source = SourceFile::new(name, text);
            source.is_read_by_lines = is_file;
            Ok(Rc::new(source))
        }
        Err(error) => {
            let source = SourceFile::new(name, String::from_utf8_lossy(bytes).into_owned());
            Err(vm.syntax_error(&error, &source))
        }
    }
}
