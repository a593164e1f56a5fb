//! Exceptions that add a field or two, or another text, to `BaseException`.

use super::base::{arguments_text, set_arguments};
use super::field;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

const BASE: ClassSpec =
    ClassSpec { layout: Kind::Exception, is_base_type: true, ..ClassSpec::EMPTY };

pub static SYSTEM_EXIT: ClassSpec = ClassSpec {
    methods: &[Native::new("__init__", "*args, **kwargs", system_exit_init)],
    attributes: &[field::<0>("code")],
    ..BASE
};

pub static STOP_ITERATION: ClassSpec = ClassSpec {
    methods: &[Native::new("__init__", "*args, **kwargs", stop_iteration_init)],
    attributes: &[field::<0>("value")],
    ..BASE
};

pub static ATTRIBUTE_ERROR: ClassSpec = ClassSpec {
    methods: &[Native::new("__init__", "*args, **kwargs", attribute_error_init)],
    attributes: &[field::<0>("name"), field::<1>("obj")],
    ..BASE
};

pub static NAME_ERROR: ClassSpec = ClassSpec {
    methods: &[Native::new("__init__", "*args, **kwargs", name_error_init)],
    attributes: &[field::<0>("name")],
    ..BASE
};

pub static IMPORT_ERROR: ClassSpec = ClassSpec {
    methods: &[
        Native::new("__init__", "*args, **kwargs", import_error_init),
        Native::new("__str__", "", import_error_str),
    ],
    attributes: &[
        field::<0>("msg"),
        field::<1>("name"),
        field::<2>("path"),
        field::<3>("name_from"),
    ],
    ..BASE
};

pub static KEY_ERROR: ClassSpec =
    ClassSpec { methods: &[Native::new("__str__", "", key_error_str)], ..BASE };

/// Puts arguments given by name into fields.
fn fields_from_keywords(
    vm: &mut Vm,
    args: &Args,
    exception: &Ref<Exception>,
    class: &str,
    allowed: &[(&str, usize)],
) -> Result<()> {
    for &(_, index) in allowed {
        exception.set_field(index, Value::Unbound);
    }
    for (name, value) in args.keywords() {
        match allowed.iter().find(|(known, _)| *known == name) {
            Some(&(_, index)) => exception.set_field(index, value.clone()),
            None => {
                return Err(
                    vm.type_error(format!("{class}() got an unexpected keyword argument '{name}'"))
                );
            }
        }
    }
    Ok(())
}

fn system_exit_init(vm: &mut Vm, args: &Args) -> Result {
    super::base::refuse_keywords(vm, args)?;
    let exception = set_arguments(vm, args)?;
    let code = match args.rest(1) {
        [] => Value::None,
        [only] => only.clone(),
        _ => exception.args().into(),
    };
    exception.set_field(0, code);
    Ok(Value::None)
}

fn stop_iteration_init(vm: &mut Vm, args: &Args) -> Result {
    super::base::refuse_keywords(vm, args)?;
    let exception = set_arguments(vm, args)?;
    exception.set_field(0, args.rest(1).first().cloned().unwrap_or(Value::None));
    Ok(Value::None)
}

fn attribute_error_init(vm: &mut Vm, args: &Args) -> Result {
    let exception = set_arguments(vm, args)?;
    fields_from_keywords(vm, args, exception, "AttributeError", &[("name", 0), ("obj", 1)])?;
    Ok(Value::None)
}

fn name_error_init(vm: &mut Vm, args: &Args) -> Result {
    let exception = set_arguments(vm, args)?;
    fields_from_keywords(vm, args, exception, "NameError", &[("name", 0)])?;
    Ok(Value::None)
}

fn import_error_init(vm: &mut Vm, args: &Args) -> Result {
    let exception = set_arguments(vm, args)?;
    let allowed = [("name", 1), ("path", 2), ("name_from", 3)];
    fields_from_keywords(vm, args, exception, "ImportError", &allowed)?;
    let message = match args.rest(1) {
        [only] => only.clone(),
        _ => Value::Unbound,
    };
    exception.set_field(0, message);
    Ok(Value::None)
}

fn import_error_str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let message = exception.field(0);
    if message.as_str().is_some() {
        return Ok(message);
    }
    Ok(arguments_text(vm, exception)?.into())
}

fn key_error_str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let arguments = exception.args();
    match arguments.items() {
        // So that a missing empty string can be seen.
        [only] => Ok(vm.repr(only)?.into()),
        _ => Ok(arguments_text(vm, exception)?.into()),
    }
}
