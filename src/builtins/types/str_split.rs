//! Methods of `str` that cut a text into parts or put parts together.

use memchr::memmem;

use crate::object::list::List;
use crate::object::native::Args;
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::text::classify::is_space;
use crate::text::{find, split as cut};
use crate::vm::Vm;

use super::arguments::{optional_flag, optional_limit};
use super::str_::exact;

/// Room for so many words is made before they are counted.
const FEW_WORDS: usize = 12;

fn list_of(parts: Vec<&str>) -> Value {
    List::new(parts.into_iter().map(Value::from).collect()).into()
}

/// The argument `sep` of `split` and `rsplit`; `None` for white space.
fn separator<'a>(vm: &mut Vm, value: &'a Value) -> Result<Option<&'a str>> {
    match value {
        Value::Unbound | Value::None => Ok(None),
        value => match value.as_str() {
            Some("") => Err(vm.value_error("empty separator")),
            Some(separator) => Ok(Some(separator)),
            None => {
                let kind = vm.type_name(value);
                Err(vm.type_error(format!("must be str or None, not {kind}")))
            }
        },
    }
}

/// `str.split`.
pub fn split(vm: &mut Vm, args: &Args) -> Result {
    let whole = args.receiver::<Str>(vm)?;
    let text = whole.as_str();
    let limit = optional_limit(vm, args.get(2))?;
    let Some(separator) = separator(vm, args.get(1))? else {
        let mut words = Vec::with_capacity(FEW_WORDS.min(text.len() / 2 + 1));
        cut::split_spaces(text, limit, |word| words.push(whole.part(word).into()));
        return Ok(List::new(words).into());
    };
    let limit = limit.unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let mut rest = 0;
    let mut cut_at = |at: usize| {
        parts.push(whole.part(&text[rest..at]).into());
        rest = at + separator.len();
    };
    find::for_each(text.as_bytes(), separator.as_bytes(), limit, &mut cut_at);
    parts.push(whole.part(&text[rest..]).into());
    Ok(List::new(parts).into())
}

/// `str.rsplit`.
pub fn split_from_right(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let limit = optional_limit(vm, args.get(2))?;
    let Some(separator) = separator(vm, args.get(1))? else {
        return Ok(list_of(cut::split_spaces_from_right(text, limit)));
    };
    let limit = limit.unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let mut end = text.len();
    for at in memmem::rfind_iter(text.as_bytes(), separator.as_bytes()).take(limit) {
        parts.push(Value::from(&text[at + separator.len()..end]));
        end = at;
    }
    parts.push(Value::from(&text[..end]));
    parts.reverse();
    Ok(List::new(parts).into())
}

/// `str.splitlines`.
pub fn split_lines(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let keep_ends = optional_flag(vm, args.get(1))?;
    Ok(list_of(cut::split_lines(text, keep_ends)))
}

/// `str.strip`, `lstrip` and `rstrip`.
pub fn strip(vm: &mut Vm, args: &Args, left: bool, right: bool) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let stripped = match args.get(1) {
        Value::Unbound | Value::None => strip_chars(text, left, right, is_space),
        value => {
            let Some(chars) = value.as_str() else {
                let name = match (left, right) {
                    (true, true) => "strip",
                    (true, false) => "lstrip",
                    _ => "rstrip",
                };
                return Err(vm.type_error(format!("{name} arg must be None or str")));
            };
            strip_chars(text, left, right, |c| chars.contains(c))
        }
    };
    Ok(if stripped.len() == text.len() { exact(args.get(0)) } else { stripped.into() })
}

fn strip_chars(text: &str, left: bool, right: bool, goes: impl Fn(char) -> bool) -> &str {
    let text = if left { text.trim_start_matches(&goes) } else { text };
    if right { text.trim_end_matches(&goes) } else { text }
}

fn partition_separator<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a str> {
    match value.as_str() {
        Some("") => Err(vm.value_error("empty separator")),
        Some(separator) => Ok(separator),
        None => {
            let kind = vm.type_name(value);
            Err(vm.type_error(format!("must be str, not {kind}")))
        }
    }
}

/// `str.partition`.
pub fn partition(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let separator = partition_separator(vm, args.get(1))?;
    Ok(match find::find(text.as_bytes(), separator.as_bytes()) {
        Some(at) => {
            Tuple::new([text[..at].into(), exact(args.get(1)), text[at + separator.len()..].into()])
        }
        None => Tuple::new([exact(args.get(0)), "".into(), "".into()]),
    }
    .into())
}

/// `str.rpartition`.
pub fn partition_from_right(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let separator = partition_separator(vm, args.get(1))?;
    Ok(match memmem::rfind(text.as_bytes(), separator.as_bytes()) {
        Some(at) => {
            Tuple::new([text[..at].into(), exact(args.get(1)), text[at + separator.len()..].into()])
        }
        None => Tuple::new(["".into(), "".into(), exact(args.get(0))]),
    }
    .into())
}

/// `str.join`.
pub fn join(vm: &mut Vm, args: &Args) -> Result {
    let separator = args.receiver::<Str>(vm)?;
    if !vm.is_iterable(args.get(1)) {
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(args.get(1))?;
    if let [item] = &items[..]
        && item.get_exact::<Str>().is_some()
    {
        return Ok(item.clone());
    }
    let gaps = items.len().saturating_sub(1);
    let mut length = separator.as_str().len() * gaps;
    let mut characters = separator.len() * gaps;
    for (place, item) in items.iter().enumerate() {
        match item.get::<Str>() {
            Some(piece) => {
                length += piece.as_str().len();
                characters += piece.len();
            }
            None => {
                let kind = vm.type_name(item);
                return Err(vm.type_error(format!(
                    "sequence item {place}: expected str instance, {kind} found"
                )));
            }
        }
    }
    let joined = Str::assemble(length, characters, |write| {
        for (place, item) in items.iter().enumerate() {
            if place > 0 && !separator.is_empty() {
                write(separator.as_str());
            }
            write(item.as_str().unwrap_or_default());
        }
    });
    Ok(joined.into())
}
