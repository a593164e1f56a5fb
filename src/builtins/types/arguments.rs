//! How the methods of numbers, strings and bytes read their arguments.

use crate::object::native::Args;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

/// The error for a method that was called on a value of another type.
#[cold]
pub fn wrong_receiver(vm: &mut Vm, receiver: &Value, expected: &str) -> Ref<Exception> {
    let kind = vm.type_name(receiver);
    vm.type_error(format!("descriptor requires a '{expected}' object but received a '{kind}'"))
}

/// The argument of `__format__`.
pub fn format_spec_argument<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a str> {
    string_argument(vm, args.get(1), "__format__() argument")
}

/// An argument that must be a string; `what` begins the error: `"find() argument 1"`.
#[inline]
pub fn string_argument<'a>(
    vm: &mut Vm,
    value: &'a Value,
    what: impl std::fmt::Display,
) -> Result<&'a str> {
    match value.as_str() {
        Some(text) => Ok(text),
        None => Err(wrong_string_argument(vm, value, &what)),
    }
}

#[cold]
fn wrong_string_argument(
    vm: &mut Vm,
    value: &Value,
    what: &dyn std::fmt::Display,
) -> Ref<Exception> {
    let kind = argument_kind(vm, value);
    vm.type_error(format!("{what} must be str, not {kind}"))
}

/// How CPython's argument checks name the type of a value.
pub fn argument_kind(vm: &Vm, value: &Value) -> String {
    if value.is_none() { "None".to_string() } else { vm.type_name(value) }
}

/// The optional `start` and `stop` of a search in something of that length, fitted to it: `None`
/// for an empty range that begins behind the end.
pub fn search_range(
    vm: &mut Vm,
    args: &Args,
    first: usize,
    length: usize,
) -> Result<Option<std::ops::Range<usize>>> {
    let start = search_bound(vm, args.get(first), length, 0)?;
    let stop = search_bound(vm, args.get(first + 1), length, length)?.min(length);
    Ok((start <= stop).then_some(start..stop))
}

fn search_bound(vm: &mut Vm, value: &Value, length: usize, default: usize) -> Result<usize> {
    let place = match value {
        Value::Unbound | Value::None => return Ok(default),
        Value::Int(number) => *number,
        value if vm.is_index(value) => vm.clamped_index(value)?,
        _ => {
            return Err(
                vm.type_error("slice indices must be integers or None or have an __index__ method")
            );
        }
    };
    Ok(if place < 0 { (place + length as i64).max(0) as usize } else { place as usize })
}

/// An optional count where a negative one stands for "no limit": `maxsplit`, `count`.
pub fn optional_limit(vm: &mut Vm, value: &Value) -> Result<Option<usize>> {
    match value {
        Value::Unbound => Ok(None),
        value => Ok(usize::try_from(vm.index_i64(value)?).ok()),
    }
}

/// An optional truth value.
pub fn optional_flag(vm: &mut Vm, value: &Value) -> Result<bool> {
    match value {
        Value::Unbound => Ok(false),
        value => vm.truth(value),
    }
}

/// As much as a result may take up, in bytes.
pub const LARGEST_RESULT: usize =
    if usize::BITS > 32 { (usize::MAX >> 30) + 1 } else { usize::MAX >> 1 };

/// How often something of `length` bytes or items may be repeated: the wanted number, zero where it
/// is negative, or MemoryError where the result would be too large.
pub fn repetitions(vm: &mut Vm, count: &Value, length: usize) -> Result<usize> {
    let count = vm.index_count(count)?.max(0) as usize;
    match count.checked_mul(length) {
        Some(total) if total <= LARGEST_RESULT => Ok(count),
        _ => Err(vm.text_error(crate::text::TextError::memory())),
    }
}
