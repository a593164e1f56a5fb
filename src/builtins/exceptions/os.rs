//! `OSError` and the choice of its subclass by `errno`.

use super::base::{arguments_text, make};
use super::{ExceptionKind, field};
use crate::object::class::Class;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

pub static OS_ERROR: ClassSpec = ClassSpec {
    layout: Kind::Exception,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[Native::new("__init__", "*args, **kwargs", init), Native::new("__str__", "", str)],
    attributes: &[
        field::<0>("errno"),
        field::<1>("strerror"),
        field::<2>("filename"),
        field::<3>("filename2"),
    ],
    ..ClassSpec::EMPTY
};

/// The subclass for an `errno` of Linux.
pub fn subclass_for(code: i64) -> Option<ExceptionKind> {
    use ExceptionKind::*;
    Some(match code {
        1 | 13 => PermissionError,
        2 => FileNotFoundError,
        3 => ProcessLookupError,
        4 => InterruptedError,
        10 => ChildProcessError,
        11 | 114 | 115 => BlockingIOError,
        17 => FileExistsError,
        20 => NotADirectoryError,
        21 => IsADirectoryError,
        32 | 108 => BrokenPipeError,
        103 => ConnectionAbortedError,
        104 => ConnectionResetError,
        110 => TimeoutError,
        111 => ConnectionRefusedError,
        _ => return None,
    })
}

/// The class's `__init__` is its own, and its `__new__` is not: then the arguments are read in
/// `__init__`, and only the ones that it passes on.
fn reads_in_init(vm: &mut Vm, class: &Ref<Class>) -> bool {
    let os_error = vm.exception_class(ExceptionKind::OSError).clone();
    let (init, new) = (vm.names.init.clone(), vm.names.new.clone());
    let own = |name| {
        !matches!(
            (class.lookup(name), os_error.lookup(name)),
            (Some(a), Some(b)) if a.is(&b)
        )
    };
    own(&init) && !own(&new)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.exception_class(ExceptionKind::OSError).clone();
    let mut class = vm.class_argument(args, &owner)?;
    let arguments = args.rest(1);
    if reads_in_init(vm, &class) {
        return Ok(make(&class, &[]).into());
    }
    refuse_keywords(vm, &class, args)?;
    if class.same(&owner)
        && (2..=5).contains(&arguments.len())
        && let Value::Int(code) = arguments[0]
        && let Some(kind) = subclass_for(code)
    {
        class = vm.exception_class(kind).clone();
    }
    let exception = make(&class, arguments);
    read_arguments(&exception, arguments);
    Ok(exception.into())
}

fn refuse_keywords(vm: &mut Vm, class: &Ref<Class>, args: &Args) -> Result<()> {
    if args.names.is_empty() {
        return Ok(());
    }
    let name = class.name();
    Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())))
}

/// Puts errno, strerror and the file names into their fields.
fn read_arguments(exception: &Ref<Exception>, arguments: &[Value]) {
    exception.set_args(arguments);
    if !(2..=5).contains(&arguments.len()) {
        return;
    }
    exception.set_field(0, arguments[0].clone());
    exception.set_field(1, arguments[1].clone());
    if let Some(filename) = arguments.get(2)
        && !filename.is_none()
    {
        exception.set_field(2, filename.clone());
        if let Some(second) = arguments.get(4)
            && !second.is_none()
        {
            exception.set_field(3, second.clone());
        }
        exception.set_args(&arguments[..2]);
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let class = exception.class();
    if reads_in_init(vm, &class) {
        refuse_keywords(vm, &class, args)?;
        read_arguments(exception, args.rest(1));
    }
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let (code, message) = (exception.field(0), exception.field(1));
    let (filename, second) = (exception.field(2), exception.field(3));
    if !filename.is_none() {
        let code = vm.to_str(&code)?;
        let message = vm.to_str(&message)?;
        let filename = vm.repr(&filename)?;
        let mut text =
            format!("[Errno {}] {}: {}", code.as_str(), message.as_str(), filename.as_str());
        if !second.is_none() {
            text.push_str(" -> ");
            text.push_str(vm.repr(&second)?.as_str());
        }
        return Ok(text.into());
    }
    if !code.is_none() && !message.is_none() {
        let code = vm.to_str(&code)?;
        let message = vm.to_str(&message)?;
        return Ok(format!("[Errno {}] {}", code.as_str(), message.as_str()).into());
    }
    Ok(arguments_text(vm, exception)?.into())
}
