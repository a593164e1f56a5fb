//! `_sre`: patterns and matches, under the module `re`, which is written in Python.

mod matched;
mod pattern;
mod scanner;
mod searched;

use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Exception, Ref, Result, Value};
use crate::regex::case::Fold;
use crate::regex::{MAX_GROUPS, MAX_REPEAT, RegexError};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("ascii_iscased", "character, /", |vm, args| is_cased(vm, args, Fold::Ascii)),
    Native::new("ascii_tolower", "character, /", |vm, args| to_lower(vm, args, Fold::Ascii)),
    Native::new("compile", "pattern, flags, warn, /", pattern::compile),
    Native::new("template", "pattern, template, /", pattern::template),
    Native::new("unicode_iscased", "character, /", |vm, args| is_cased(vm, args, Fold::Unicode)),
    Native::new("unicode_tolower", "character, /", |vm, args| to_lower(vm, args, Fold::Unicode)),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_sre");
    add_functions(vm, &module, "_sre", FUNCTIONS);
    let class = vm.class_for(&pattern::CLASS);
    add(vm, &module, "Pattern", class);
    let class = vm.class_for(&matched::CLASS);
    add(vm, &module, "Match", class);
    add(vm, &module, "MAXGROUPS", i64::from(MAX_GROUPS));
    add(vm, &module, "MAXREPEAT", i64::from(MAX_REPEAT));
    Ok(module)
}

fn code_point(vm: &mut Vm, args: &Args) -> Result<u32> {
    let number = vm.index_i64(args.get(0))?;
    Ok(u32::try_from(number).unwrap_or(u32::MAX))
}

fn to_lower(vm: &mut Vm, args: &Args, fold: Fold) -> Result {
    let c = code_point(vm, args)?;
    Ok(Value::Int(i64::from(fold.lower(c))))
}

fn is_cased(vm: &mut Vm, args: &Args, fold: Fold) -> Result {
    let c = code_point(vm, args)?;
    Ok(fold.is_cased(c).into())
}

/// The exception for what is wrong with a pattern or a template, which is `source`.
#[cold]
fn error(vm: &mut Vm, error: RegexError, source: &Value) -> Ref<Exception> {
    match error {
        RegexError::Value(text) => vm.value_error(text),
        RegexError::Overflow(text) => vm.error(ExceptionKind::OverflowError, text),
        RegexError::Index(text) => vm.index_error(text),
        RegexError::Recursion => vm.recursion_error("maximum recursion depth exceeded"),
        RegexError::Pattern { message, position } => {
            let arguments = match position {
                Some(position) => vec![message.into(), source.clone(), position.into()],
                None => vec![message.into()],
            };
            match pattern_error(vm, &arguments) {
                Ok(exception) | Err(exception) => exception,
            }
        }
    }
}

fn pattern_error(vm: &mut Vm, arguments: &[Value]) -> Result<Ref<Exception>> {
    let module = vm.import("re")?;
    let name = vm.intern("PatternError");
    let class = vm.get_attr(&module, &name)?;
    let exception = vm.call(&class, arguments)?;
    match exception.get_ref::<Exception>() {
        Some(exception) => Ok(exception.clone()),
        None => Err(vm.type_error("exceptions must derive from BaseException")),
    }
}
