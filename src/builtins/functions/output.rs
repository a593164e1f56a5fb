//! `print` and `input`.

use crate::builtins::exceptions::ExceptionKind;
use crate::host::Stream;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::text::codecs::{Encoding, decode};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("input", "*args", input),
    Native::new("print", "*args, sep=' ', end='\\n', file=None, flush=False", print),
    Native::new(
        "open",
        "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, \
         opener=None",
        open,
    ),
];

/// `sys.stdout`; `None` while nobody has imported `sys`: then output goes straight to the host.
fn standard_output(vm: &mut Vm) -> Result<Option<Value>> {
    let name = vm.intern("sys");
    let Some(module) = vm.modules.get_str(&name) else { return Ok(None) };
    let Some(dict) = module.get::<Module>().map(Module::dict) else { return Ok(None) };
    match dict.get_str(&vm.names.stdout) {
        Some(stream) => Ok(Some(stream)),
        None => Err(vm.runtime_error("lost sys.stdout")),
    }
}

fn print(vm: &mut Vm, args: &Args) -> Result {
    let (mut separator, mut end) = (Value::None, Value::None);
    let (mut file, mut flush) = (Value::None, false);
    for (name, value) in args.keywords() {
        match name {
            "sep" => separator = value.clone(),
            "end" => end = value.clone(),
            "file" => file = value.clone(),
            "flush" => flush = vm.truth(value)?,
            _ => {
                let known = ["sep", "end", "file", "flush"];
                return Err(super::unexpected_keyword(vm, "print", name, &known));
            }
        }
    }
    for (name, value) in [("sep", &separator), ("end", &end)] {
        if !value.is_none() && value.as_str().is_none() {
            let kind = vm.type_name(value);
            return Err(vm.type_error(format!("{name} must be None or a string, not {kind}")));
        }
    }
    let file = match file {
        Value::None => standard_output(vm)?,
        file => Some(file),
    };
    // With sys.stdout = None nothing is printed.
    if matches!(file, Some(Value::None)) {
        return Ok(Value::None);
    }
    let separator = separator.as_str().unwrap_or(" ");
    let end = end.as_str().unwrap_or("\n");
    let is_native = file.as_ref().is_none_or(|file| match file {
        Value::Object(object) => object.kind() == Kind::Native && !object.is_derived(),
        _ => false,
    });
    if is_native {
        let mut text = String::new();
        for (index, value) in args.rest(0).iter().enumerate() {
            if index > 0 {
                text.push_str(separator);
            }
            text.push_str(vm.to_str(value)?.as_str());
        }
        text.push_str(end);
        match &file {
            None => vm.write_output(&text)?,
            Some(file) => {
                vm.call_method(file, "write", &[text.into()])?;
            }
        }
    } else if let Some(file) = &file {
        // An object of the script's own is written to piece by piece, as it may count on.
        let write = vm.names.write.clone();
        let write = vm.get_attr(file, &write)?;
        for (index, value) in args.rest(0).iter().enumerate() {
            if index > 0 {
                vm.call(&write, &[separator.into()])?;
            }
            let text = vm.to_str(value)?;
            vm.call(&write, &[text.into()])?;
        }
        vm.call(&write, &[end.into()])?;
    }
    if flush {
        flush_file(vm, file.as_ref())?;
    }
    Ok(Value::None)
}

fn flush_file(vm: &mut Vm, file: Option<&Value>) -> Result<()> {
    match file {
        Some(file) => vm.call_method(file, "flush", &[]).map(drop),
        None => {
            let result = vm.host.flush(Stream::Output);
            result.map_err(|error| {
                vm.exception(
                    ExceptionKind::OSError,
                    [Value::Int(i64::from(error.code)), error.message.into()],
                )
            })
        }
    }
}

impl Vm {
    /// Writes text to the host's standard output.
    pub fn write_output(&mut self, text: &str) -> Result<()> {
        let result = self.host.write(Stream::Output, text.as_bytes());
        result.map_err(|error| {
            let code = Value::Int(i64::from(error.code));
            self.exception(ExceptionKind::OSError, [code, error.message.into()])
        })
    }
}

fn input(vm: &mut Vm, args: &Args) -> Result {
    super::expect_count(vm, args, "input", 0, 1)?;
    let file = standard_output(vm)?;
    if let Some(prompt) = args.values.first() {
        let prompt = vm.to_str(prompt)?;
        match &file {
            None => vm.write_output(prompt.as_str())?,
            Some(file) => {
                vm.call_method(file, "write", &[prompt.into()])?;
            }
        }
    }
    flush_file(vm, file.as_ref())?;
    let line = vm.input_line()?;
    if line.is_empty() {
        return Err(vm.error(ExceptionKind::EOFError, "EOF when reading a line"));
    }
    let line = line.strip_suffix(b"\n").unwrap_or(&line);
    match decode(line, Encoding::Utf8, "surrogateescape") {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(vm.value_error("standard input is not UTF-8")),
    }
}

/// The work is done by the module `io`, which is not imported before somebody opens a file.
fn open(vm: &mut Vm, args: &Args) -> Result {
    let module = vm.import("_files")?;
    let name = vm.intern("open");
    let function = vm.get_attr(&module, &name)?;
    let mut arguments = args.values.to_vec();
    let count = arguments.iter().take_while(|argument| !argument.is_unbound()).count();
    let rest = arguments.split_off(count);
    let names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
    let mut given = Vec::new();
    for (name, value) in names.iter().skip(count).zip(rest) {
        if !value.is_unbound() {
            given.push(vm.intern(name).into());
            arguments.push(value);
        }
    }
    vm.call_with_names(&function, &arguments, &given)
}
