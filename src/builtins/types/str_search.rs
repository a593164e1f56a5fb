//! Methods of `str` that look for a part: `find` and its kin, `count`, `replace`, prefixes and
//! suffixes.

use memchr::memmem;

use crate::object::native::Args;
use crate::object::string::Str;
use crate::object::{Result, Value};
use crate::text::find as search;
use crate::vm::Vm;

use super::arguments::{optional_limit, string_argument};
use super::str_::{exact, searched};

/// Where the first or last occurrence of the first argument begins, in characters.
fn position(vm: &mut Vm, args: &Args, name: &str, last: bool) -> Result<Option<usize>> {
    let part = string_argument(vm, args.get(1), format_args!("{name}() argument 1"))?;
    let Some(searched) = searched(vm, args)? else { return Ok(None) };
    let (haystack, needle) = (searched.part.as_bytes(), part.as_bytes());
    let found = match (last, needle) {
        (true, [byte]) => memchr::memrchr(*byte, haystack),
        (false, _) => search::find(haystack, needle),
        (true, _) => memmem::rfind(haystack, needle),
    };
    Ok(found.map(|found| match searched.text.is_ascii() {
        true => searched.start + found,
        false => searched.start + searched.part[..found].chars().count(),
    }))
}

/// `str.find`.
pub fn find(vm: &mut Vm, args: &Args) -> Result {
    Ok(position(vm, args, "find", false)?.map_or(Value::Int(-1), Value::from))
}

/// `str.rfind`.
pub fn find_last(vm: &mut Vm, args: &Args) -> Result {
    Ok(position(vm, args, "rfind", true)?.map_or(Value::Int(-1), Value::from))
}

/// `str.index`.
pub fn index(vm: &mut Vm, args: &Args) -> Result {
    match position(vm, args, "index", false)? {
        Some(position) => Ok(position.into()),
        None => Err(vm.value_error("substring not found")),
    }
}

/// `str.rindex`.
pub fn index_last(vm: &mut Vm, args: &Args) -> Result {
    match position(vm, args, "rindex", true)? {
        Some(position) => Ok(position.into()),
        None => Err(vm.value_error("substring not found")),
    }
}

/// `str.count`.
pub fn count(vm: &mut Vm, args: &Args) -> Result {
    let part = string_argument(vm, args.get(1), "count() argument 1")?;
    let Some(searched) = searched(vm, args)? else { return Ok(Value::Int(0)) };
    let (haystack, needle) = (searched.part.as_bytes(), part.as_bytes());
    let count = match needle {
        [] => searched.part.chars().count() + 1,
        [byte] => memchr::memchr_iter(*byte, haystack).count(),
        _ => {
            let mut count = 0;
            search::for_each(haystack, needle, usize::MAX, |_| count += 1);
            count
        }
    };
    Ok(count.into())
}

/// `str.replace`.
pub fn replace(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let old = string_argument(vm, args.get(1), "replace() argument 1")?;
    let new = string_argument(vm, args.get(2), "replace() argument 2")?;
    let limit = optional_limit(vm, args.get(3))?.unwrap_or(usize::MAX);
    if old.is_empty() {
        return Ok(if limit == usize::MAX {
            text.replace(old, new).into()
        } else {
            text.replacen(old, new, limit).into()
        });
    }
    let mut out = None;
    let mut rest = 0;
    search::for_each(text.as_bytes(), old.as_bytes(), limit, |at| {
        let out = out.get_or_insert_with(|| vm.take_text_buffer());
        out.push_str(&text[rest..at]);
        out.push_str(new);
        rest = at + old.len();
    });
    let Some(mut out) = out else { return Ok(exact(args.get(0))) };
    out.push_str(&text[rest..]);
    Ok(vm.text_of_buffer(out).into())
}

/// `str.startswith`.
pub fn starts_with(vm: &mut Vm, args: &Args) -> Result {
    any_affix(vm, args, "startswith", |text, prefix| text.starts_with(prefix))
}

/// `str.endswith`.
pub fn ends_with(vm: &mut Vm, args: &Args) -> Result {
    any_affix(vm, args, "endswith", |text, suffix| text.ends_with(suffix))
}

/// Whether the receiver has the string, or one of the tuple of strings, that is the first argument.
fn any_affix(vm: &mut Vm, args: &Args, name: &str, has: fn(&str, &str) -> bool) -> Result {
    let searched = searched(vm, args)?;
    let has = |affix: &str| searched.as_ref().is_some_and(|searched| has(searched.part, affix));
    if let Some(affix) = args.get(1).as_str() {
        return Ok(Value::bool(has(affix)));
    }
    let Some(affixes) = args.get(1).as_tuple() else {
        let kind = vm.type_name(args.get(1));
        return Err(
            vm.type_error(format!("{name} first arg must be str or a tuple of str, not {kind}"))
        );
    };
    for affix in affixes {
        match affix.as_str() {
            Some(affix) if has(affix) => return Ok(Value::True),
            Some(_) => {}
            None => {
                let kind = vm.type_name(affix);
                return Err(
                    vm.type_error(format!("tuple for {name} must only contain str, not {kind}"))
                );
            }
        }
    }
    Ok(Value::False)
}

/// `str.removeprefix`.
pub fn remove_prefix(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let prefix = string_argument(vm, args.get(1), "removeprefix() argument")?;
    Ok(text
        .strip_prefix(prefix)
        .filter(|_| !prefix.is_empty())
        .map_or_else(|| exact(args.get(0)), Value::from))
}

/// `str.removesuffix`.
pub fn remove_suffix(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?.as_str();
    let suffix = string_argument(vm, args.get(1), "removesuffix() argument")?;
    Ok(text
        .strip_suffix(suffix)
        .filter(|_| !suffix.is_empty())
        .map_or_else(|| exact(args.get(0)), Value::from))
}
