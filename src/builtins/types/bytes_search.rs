//! Methods that `bytes` and `bytearray` share and that look for parts, cut or join.

use memchr::memmem;

use crate::object::list::List;
use crate::object::native::Args;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::vm::Vm;

use super::arguments::{optional_flag, optional_limit, search_range};
use super::bytes_methods::{argument, like, receiver};

/// What a search looks for: bytes, or one byte given as a number.
fn needle(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = value.as_bytes() {
        return Ok(bytes.to_vec());
    }
    if !vm.is_index(value) {
        let kind = vm.type_name(value);
        return Err(
            vm.type_error(format!("argument should be integer or bytes-like object, not '{kind}'"))
        );
    }
    byte(vm, value).map(|byte| vec![byte])
}

/// A byte given as a number.
pub fn byte(vm: &mut Vm, value: &Value) -> Result<u8> {
    let number = vm.index(value)?;
    let byte = number.as_integer().and_then(|number| number.to_i64());
    match byte.and_then(|byte| u8::try_from(byte).ok()) {
        Some(byte) => Ok(byte),
        None => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

fn position(vm: &mut Vm, args: &Args, last: bool) -> Result<Option<usize>> {
    let needle = needle(vm, args.get(1))?;
    let length = receiver(vm, args)?.len();
    let Some(range) = search_range(vm, args, 2, length)? else { return Ok(None) };
    let bytes = receiver(vm, args)?;
    let Some(part) = bytes.get(range.clone()) else { return Ok(None) };
    let found = if last { memmem::rfind(part, &needle) } else { memmem::find(part, &needle) };
    Ok(found.map(|found| range.start + found))
}

/// `find`.
pub fn find(vm: &mut Vm, args: &Args) -> Result {
    Ok(position(vm, args, false)?.map_or(Value::Int(-1), Value::from))
}

/// `rfind`.
pub fn find_last(vm: &mut Vm, args: &Args) -> Result {
    Ok(position(vm, args, true)?.map_or(Value::Int(-1), Value::from))
}

/// `index`.
pub fn index(vm: &mut Vm, args: &Args) -> Result {
    match position(vm, args, false)? {
        Some(position) => Ok(position.into()),
        None => Err(vm.value_error("subsection not found")),
    }
}

/// `rindex`.
pub fn index_last(vm: &mut Vm, args: &Args) -> Result {
    match position(vm, args, true)? {
        Some(position) => Ok(position.into()),
        None => Err(vm.value_error("subsection not found")),
    }
}

/// `count`.
pub fn count(vm: &mut Vm, args: &Args) -> Result {
    let needle = needle(vm, args.get(1))?;
    let length = receiver(vm, args)?.len();
    let Some(range) = search_range(vm, args, 2, length)? else { return Ok(Value::Int(0)) };
    let bytes = receiver(vm, args)?;
    let part = bytes.get(range).unwrap_or(&[]);
    let count = match &needle[..] {
        [] => part.len() + 1,
        needle => memmem::find_iter(part, needle).count(),
    };
    Ok(count.into())
}

/// `__contains__`.
pub fn contains(vm: &mut Vm, args: &Args) -> Result {
    let needle = match args.get(1).as_bytes().map(|bytes| bytes.to_vec()) {
        Some(bytes) => bytes,
        None if vm.is_index(args.get(1)) => vec![byte(vm, args.get(1))?],
        None => argument(vm, args.get(1))?.to_vec(),
    };
    let bytes = receiver(vm, args)?;
    Ok(Value::bool(memmem::find(&bytes, &needle).is_some()))
}

/// `replace`.
pub fn replace(vm: &mut Vm, args: &Args) -> Result {
    let limit = optional_limit(vm, args.get(3))?.unwrap_or(usize::MAX);
    let (bytes, old, new) =
        (receiver(vm, args)?, argument(vm, args.get(1))?, argument(vm, args.get(2))?);
    let mut out = Vec::with_capacity(bytes.len());
    if old.is_empty() {
        for (place, byte) in bytes.iter().enumerate() {
            if place < limit {
                out.extend_from_slice(&new);
            }
            out.push(*byte);
        }
        if bytes.len() < limit {
            out.extend_from_slice(&new);
        }
        return Ok(like(args.get(0), out));
    }
    let mut rest = 0;
    for at in memmem::find_iter(&bytes, &old[..]).take(limit) {
        out.extend_from_slice(&bytes[rest..at]);
        out.extend_from_slice(&new);
        rest = at + old.len();
    }
    out.extend_from_slice(&bytes[rest..]);
    Ok(like(args.get(0), out))
}

/// `startswith`.
pub fn starts_with(vm: &mut Vm, args: &Args) -> Result {
    any_affix(vm, args, "startswith", |bytes, prefix| bytes.starts_with(prefix))
}

/// `endswith`.
pub fn ends_with(vm: &mut Vm, args: &Args) -> Result {
    any_affix(vm, args, "endswith", |bytes, suffix| bytes.ends_with(suffix))
}

fn any_affix(vm: &mut Vm, args: &Args, name: &str, has: fn(&[u8], &[u8]) -> bool) -> Result {
    let length = receiver(vm, args)?.len();
    let range = search_range(vm, args, 2, length)?;
    let bytes = receiver(vm, args)?;
    let part = range.and_then(|range| bytes.get(range));
    let has = |affix: &[u8]| part.is_some_and(|part| has(part, affix));
    if let Some(affix) = args.get(1).as_bytes() {
        return Ok(Value::bool(has(&affix)));
    }
    let Some(affixes) = args.get(1).as_tuple() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!(
            "{name} first arg must be bytes or a tuple of bytes, not {kind}"
        )));
    };
    for affix in affixes {
        if has(&argument(vm, affix)?) {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

/// `removeprefix`.
pub fn remove_prefix(vm: &mut Vm, args: &Args) -> Result {
    let (bytes, prefix) = (receiver(vm, args)?, argument(vm, args.get(1))?);
    let rest = bytes.strip_prefix(&prefix[..]).unwrap_or(&bytes);
    Ok(like(args.get(0), rest.to_vec()))
}

/// `removesuffix`.
pub fn remove_suffix(vm: &mut Vm, args: &Args) -> Result {
    let (bytes, suffix) = (receiver(vm, args)?, argument(vm, args.get(1))?);
    let rest = bytes.strip_suffix(&suffix[..]).unwrap_or(&bytes);
    Ok(like(args.get(0), rest.to_vec()))
}

/// What `split` and `strip` without an argument take for white space.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// The argument `sep`, which must not be empty; `None` for white space.
fn separator(vm: &mut Vm, value: &Value) -> Result<Option<Vec<u8>>> {
    if matches!(value, Value::Unbound | Value::None) {
        return Ok(None);
    }
    let separator = argument(vm, value)?.to_vec();
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok(Some(separator))
}

fn list_of(receiver: &Value, parts: Vec<&[u8]>) -> Value {
    List::new(parts.into_iter().map(|part| like(receiver, part.to_vec())).collect()).into()
}

/// `split`.
pub fn split(vm: &mut Vm, args: &Args) -> Result {
    let limit = optional_limit(vm, args.get(2))?.unwrap_or(usize::MAX);
    let separator = separator(vm, args.get(1))?;
    let bytes = receiver(vm, args)?;
    let mut parts: Vec<&[u8]> = Vec::new();
    match separator {
        Some(separator) => {
            let mut rest = 0;
            for at in memmem::find_iter(&bytes, &separator).take(limit) {
                parts.push(&bytes[rest..at]);
                rest = at + separator.len();
            }
            parts.push(&bytes[rest..]);
        }
        None => {
            let mut rest = trim_start(&bytes, is_space);
            while !rest.is_empty() {
                if parts.len() == limit {
                    parts.push(rest);
                    break;
                }
                let end = rest.iter().position(|byte| is_space(*byte)).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = trim_start(&rest[end..], is_space);
            }
        }
    }
    Ok(list_of(args.get(0), parts))
}

/// `rsplit`.
pub fn split_from_right(vm: &mut Vm, args: &Args) -> Result {
    let limit = optional_limit(vm, args.get(2))?.unwrap_or(usize::MAX);
    let separator = separator(vm, args.get(1))?;
    let bytes = receiver(vm, args)?;
    let mut parts: Vec<&[u8]> = Vec::new();
    match separator {
        Some(separator) => {
            let mut end = bytes.len();
            for at in memmem::rfind_iter(&bytes, &separator).take(limit) {
                parts.push(&bytes[at + separator.len()..end]);
                end = at;
            }
            parts.push(&bytes[..end]);
        }
        None => {
            let mut rest = trim_end(&bytes, is_space);
            while !rest.is_empty() {
                if parts.len() == limit {
                    parts.push(rest);
                    break;
                }
                let start = rest.iter().rposition(|byte| is_space(*byte)).map_or(0, |at| at + 1);
                parts.push(&rest[start..]);
                rest = trim_end(&rest[..start], is_space);
            }
        }
    }
    parts.reverse();
    Ok(list_of(args.get(0), parts))
}

/// `splitlines`.
pub fn split_lines(vm: &mut Vm, args: &Args) -> Result {
    let keep_ends = optional_flag(vm, args.get(1))?;
    let bytes = receiver(vm, args)?;
    let mut lines: Vec<&[u8]> = Vec::new();
    let mut start = 0;
    while let Some(found) = memchr::memchr2(b'\n', b'\r', &bytes[start..]) {
        let end = start + found;
        let after = match &bytes[end..] {
            [b'\r', b'\n', ..] => end + 2,
            _ => end + 1,
        };
        lines.push(&bytes[start..if keep_ends { after } else { end }]);
        start = after;
    }
    if start < bytes.len() {
        lines.push(&bytes[start..]);
    }
    Ok(list_of(args.get(0), lines))
}

fn trim_start(bytes: &[u8], goes: impl Fn(u8) -> bool) -> &[u8] {
    &bytes[bytes.iter().position(|byte| !goes(*byte)).unwrap_or(bytes.len())..]
}

fn trim_end(bytes: &[u8], goes: impl Fn(u8) -> bool) -> &[u8] {
    &bytes[..bytes.iter().rposition(|byte| !goes(*byte)).map_or(0, |at| at + 1)]
}

/// `strip`, `lstrip` and `rstrip`.
pub fn strip(vm: &mut Vm, args: &Args, left: bool, right: bool) -> Result {
    let bytes = receiver(vm, args)?;
    let chars = match args.get(1) {
        Value::Unbound | Value::None => None,
        value => Some(argument(vm, value)?),
    };
    let goes = |byte: u8| match &chars {
        Some(chars) => chars.contains(&byte),
        None => is_space(byte),
    };
    let stripped = if left { trim_start(&bytes, goes) } else { &bytes };
    let stripped = if right { trim_end(stripped, goes) } else { stripped };
    Ok(like(args.get(0), stripped.to_vec()))
}

/// `partition` and `rpartition`.
pub fn partition(vm: &mut Vm, args: &Args, last: bool) -> Result {
    let (bytes, separator) = (receiver(vm, args)?, argument(vm, args.get(1))?);
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let found =
        if last { memmem::rfind(&bytes, &separator) } else { memmem::find(&bytes, &separator) };
    let part = |bytes: &[u8]| like(args.get(0), bytes.to_vec());
    Ok(match (found, last) {
        (Some(at), _) => {
            Tuple::new([part(&bytes[..at]), part(&separator), part(&bytes[at + separator.len()..])])
        }
        (None, false) => Tuple::new([part(&bytes), part(&[]), part(&[])]),
        (None, true) => Tuple::new([part(&[]), part(&[]), part(&bytes)]),
    }
    .into())
}

/// `join`.
pub fn join(vm: &mut Vm, args: &Args) -> Result {
    if !vm.is_iterable(args.get(1)) {
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(args.get(1))?;
    let mut out = Vec::new();
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.extend_from_slice(&receiver(vm, args)?);
        }
        match item.as_bytes() {
            Some(bytes) => out.extend_from_slice(&bytes),
            None => {
                let kind = vm.type_name(item);
                return Err(vm.type_error(format!(
                    "sequence item {place}: expected a bytes-like object, {kind} found"
                )));
            }
        }
    }
    Ok(like(args.get(0), out))
}
