//! Running one program from its first line to the end of the process.

use std::collections::HashSet;
use std::rc::Rc;

use crate::builtins::exceptions::ExceptionKind;
use crate::host::native::{Clock, NativeHost};
use crate::host::{FileKind, Host};
use crate::modules::streams::Channel;
use crate::object::dict::Dict;
use crate::object::function::NativeFunction;
use crate::object::heap::{FLAG_FINALIZED, WeakId, tracked_objects, upgrade};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::Vm;

/// Where a program comes from, and the arguments it sees.
pub enum Program {
    /// The first argument is the file.
    File {
        arguments: Vec<String>,
    },
    Code {
        code: String,
        arguments: Vec<String>,
    },
    Module {
        module: String,
        arguments: Vec<String>,
    },
    /// Standard input; the first argument is `-` or empty.
    Input {
        arguments: Vec<String>,
    },
}

/// Wrong usage, or a file that cannot be read.
const STATUS_USAGE: u8 = 2;
/// An interrupt that nobody caught.
const STATUS_INTERRUPTED: u8 = 130;
/// Output could not be written at the very end.
const STATUS_OUTPUT_LOST: u8 = 120;

/// Runs a program; the result is the exit status.
pub fn run(program: &Program, clock: Clock) -> u8 {
    let mut host = match NativeHost::new(clock) {
        Ok(host) => host,
        Err(error) => {
            eprintln!("ouro: {error}");
            return 1;
        }
    };
    let prepared = match prepare(program, &mut host) {
        Ok(prepared) => prepared,
        Err(message) => {
            eprintln!("ouro: {message}");
            return STATUS_USAGE;
        }
    };
    let mut vm = Vm::new(Box::new(host));
    let status = match start(&mut vm, prepared) {
        Ok(()) => 0,
        Err(error) => report(&mut vm, &error),
    };
    let status = finish(&mut vm, status);
    // The operating system takes the memory back faster than the interpreter could.
    std::mem::forget(vm);
    status
}

/// What is to be run, found and read.
struct Prepared {
    arguments: Vec<String>,
    /// `sys.path[0]`.
    folder: String,
    what: What,
}

enum What {
    /// Bytes under the name that tracebacks give them; a file's are also `__file__`.
    Source {
        name: String,
        bytes: Vec<u8>,
        is_file: bool,
    },
    Module(String),
}

fn prepare(program: &Program, host: &mut NativeHost) -> std::result::Result<Prepared, String> {
    match program {
        Program::File { arguments } => {
            let file = arguments.first().map_or("", String::as_str);
            let path = absolute(file, host);
            if host.file_kind(&path) == Some(FileKind::Directory) {
                return Err(format!("can't run '{file}': it is a directory"));
            }
            let bytes = host.read_file(&path).map_err(|error| {
                format!("can't open file '{path}': [Errno {}] {}", error.code, error.message)
            })?;
            Ok(Prepared {
                arguments: arguments.clone(),
                folder: folder_of(&path),
                what: What::Source { name: path, bytes, is_file: true },
            })
        }
        Program::Code { code, arguments } => {
            let mut all = vec!["-c".to_owned()];
            all.extend(arguments.iter().cloned());
            Ok(Prepared {
                arguments: all,
                folder: String::new(),
                what: What::Source {
                    name: "<string>".to_owned(),
                    // CPython, too, ends the text with a line end of its own.
                    bytes: format!("{code}\n").into_bytes(),
                    is_file: false,
                },
            })
        }
        Program::Input { arguments } => {
            let mut bytes = Vec::new();
            loop {
                let line = host.read_line().map_err(|error| error.message)?;
                if line.is_empty() {
                    break;
                }
                bytes.extend(line);
            }
            Ok(Prepared {
                arguments: arguments.clone(),
                folder: String::new(),
                what: What::Source { name: "<stdin>".to_owned(), bytes, is_file: false },
            })
        }
        Program::Module { module, arguments } => {
            let mut all = vec!["-m".to_owned()];
            all.extend(arguments.iter().cloned());
            Ok(Prepared {
                arguments: all,
                folder: host.current_directory(),
                what: What::Module(module.clone()),
            })
        }
    }
}

/// A path from the root, as it was written apart from that.
fn absolute(path: &str, host: &NativeHost) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    format!("{}/{path}", host.current_directory().trim_end_matches('/'))
}

/// The folder of an absolute path, without `.` and `..`.
fn folder_of(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// Sets up `sys` and `__main__`, and runs.
fn start(vm: &mut Vm, prepared: Prepared) -> Result<()> {
    let sys = vm.import("sys")?;
    vm.import("builtins")?;
    let arguments = prepared.arguments.iter().map(|argument| argument.as_str().into()).collect();
    set(vm, &sys, "argv", List::new(arguments).into())?;
    let library = Value::from(crate::vm::import::LIBRARY_FOLDER);
    let path = List::new(vec![prepared.folder.as_str().into(), library]);
    set(vm, &sys, "path", path.into())?;

    let main = vm.new_module("__main__");
    let globals = main.dict();
    globals.set_str(&vm.names.spec, Value::None);
    globals.set_str(&vm.names.package, Value::None);
    globals.set_str(&vm.names.annotations, Dict::new().into());
    let builtins = vm.import("builtins")?;
    globals.set_str(&vm.names.builtins, builtins);
    let name = vm.names.main.clone();
    vm.modules.set_str(&name, main.into());
    match prepared.what {
        What::Source { name, bytes, is_file } => {
            if is_file {
                globals.set_str(&vm.names.file, name.as_str().into());
            }
            let source = decode(vm, &name, &bytes, is_file)?;
            if name == "<string>" {
                vm.system.shown_source = Some(source.clone());
            }
            vm.run_source(&source, &globals)?;
        }
        What::Module(module) => {
            let source = module_source(vm, &module)?;
            let list = Value::from(source.name.as_str());
            let argv = vm.sys_attribute("argv")?;
            vm.set_item(&argv, &Value::Int(0), list)?;
            globals.set_str(&vm.names.file, source.name.as_str().into());
            let package = module.rsplit_once('.').map_or("", |(package, _)| package);
            globals.set_str(&vm.names.package, package.into());
            vm.run_source(&source, &globals)?;
        }
    }
    Ok(())
}

/// The source that `-m` names; where there is none, the program ends with a line that says so.
fn module_source(vm: &mut Vm, module: &str) -> Result<Rc<SourceFile>> {
    vm.module_source(module).map_err(|error| {
        if !vm.is_exception(&error, ExceptionKind::ModuleNotFoundError) {
            return error;
        }
        let message = Value::from(format!("ouro: {}", error.field(0).as_str().unwrap_or_default()));
        let exit = vm.exception(ExceptionKind::SystemExit, [message.clone()]);
        exit.set_field(0, message);
        exit
    })
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
        Ok(text) => Ok(Rc::new(SourceFile::new(name, text))),
        Err(error) => {
            let source = SourceFile::new(name, String::from_utf8_lossy(bytes));
            Err(vm.syntax_error(&error, &source))
        }
    }
}

/// Tells of an uncaught exception; the result is the exit status.
fn report(vm: &mut Vm, error: &Ref<Exception>) -> u8 {
    if vm.is_exception(error, ExceptionKind::SystemExit) {
        return exit_status(vm, error);
    }
    if vm.system.output_closed && vm.is_exception(error, ExceptionKind::BrokenPipeError) {
        return STATUS_OUTPUT_LOST;
    }
    let hook = vm.sys_attribute("excepthook").unwrap_or(Value::None);
    let is_standard =
        hook.get::<NativeFunction>().is_some_and(|function| function.native.name == "excepthook");
    if is_standard || hook.is_none() {
        print_exception(vm, error);
    } else {
        let traceback = error.traceback.borrow().clone().map_or(Value::None, Value::from);
        let arguments = [error.class().into(), error.clone().into(), traceback];
        if let Err(failure) = vm.call(&hook, &arguments) {
            if vm.is_exception(&failure, ExceptionKind::SystemExit) {
                return exit_status(vm, &failure);
            }
            vm.write_to_stderr("Error in sys.excepthook:\n");
            print_exception(vm, &failure);
            vm.write_to_stderr("\nOriginal exception was:\n");
            print_exception(vm, error);
        }
    }
    match vm.is_exception(error, ExceptionKind::KeyboardInterrupt) {
        true => STATUS_INTERRUPTED,
        false => 1,
    }
}

fn print_exception(vm: &mut Vm, error: &Ref<Exception>) {
    let text = vm.format_exception(error);
    vm.write_to_stderr(&text);
}

/// What `SystemExit` says: its code, or 1 after printing anything that is no number.
fn exit_status(vm: &mut Vm, error: &Ref<Exception>) -> u8 {
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
fn finish(vm: &mut Vm, status: u8) -> u8 {
    vm.run_exit_functions();
    let mut lost = flush(vm);
    vm.system.is_finalizing = true;
    finalize_globals(vm);
    clear_modules(vm);
    lost |= flush(vm);
    if lost && status == 0 { STATUS_OUTPUT_LOST } else { status }
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
    if !tracked_objects().iter().any(ObjectRef::needs_finalizer) {
        return;
    }
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
    // Coroutines are older than the tasks that run them.
    found.sort_by_key(|object| object.kind() == Kind::Native);
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
