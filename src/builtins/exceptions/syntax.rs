//! `SyntaxError`.

use super::base::set_arguments;
use super::field;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Exception, Result, Value};
use crate::vm::Vm;

pub static SYNTAX_ERROR: ClassSpec = ClassSpec {
    layout: Kind::Exception,
    is_base_type: true,
    methods: &[Native::new("__init__", "*args, **kwargs", init), Native::new("__str__", "", str)],
    attributes: &[
        field::<0>("msg"),
        field::<1>("filename"),
        field::<2>("lineno"),
        field::<3>("offset"),
        field::<4>("text"),
        field::<5>("end_lineno"),
        field::<6>("end_offset"),
        field::<7>("print_file_and_line"),
    ],
    ..ClassSpec::EMPTY
};

fn init(vm: &mut Vm, args: &Args) -> Result {
    super::base::refuse_keywords(vm, args)?;
    let exception = set_arguments(vm, args)?;
    let arguments = args.rest(1);
    if let Some(message) = arguments.first() {
        exception.set_field(0, message.clone());
    }
    let [_, details] = arguments else { return Ok(Value::None) };
    let details = vm.collect(details)?;
    if details.len() < 4 {
        let count = details.len();
        return Err(vm.type_error(format!("function takes at least 4 arguments ({count} given)")));
    }
    if details.len() > 6 {
        let count = details.len();
        return Err(vm.type_error(format!("function takes at most 6 arguments ({count} given)")));
    }
    if details.len() == 5 {
        return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
    }
    for (index, value) in details.into_iter().enumerate() {
        exception.set_field(index + 1, value);
    }
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let message = vm.to_str(&exception.field(0))?;
    let filename = exception.field(1);
    let filename = filename.as_str().map(|path| path.rsplit('/').next().unwrap_or(path));
    let line = match exception.field(2) {
        Value::Int(line) => Some(line),
        _ => None,
    };
    let message = message.as_str();
    let text = match (filename, line) {
        (Some(filename), Some(line)) => format!("{message} ({filename}, line {line})"),
        (Some(filename), None) => format!("{message} ({filename})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message.to_owned(),
    };
    Ok(text.into())
}
