//! Methods that `bytes` and `bytearray` share: their table, the special methods, case, character
//! classes, padding, hexadecimal form. Searching and cutting are in `bytes_search`.

use std::cmp::Ordering;

use crate::code::op::Comparison;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::class::Class;
use crate::object::kinds::Kind;
use crate::object::native::Args;
use crate::object::range::Slice;
use crate::object::string::Str;
use crate::object::{Result, Value};
use crate::vm::Vm;
use crate::vm::conversions::BytesView;
use crate::vm::operators::satisfies;

use super::arguments::{
    LARGEST_RESULT, argument_kind, repetitions, string_argument, wrong_receiver,
};
use super::bytes_search::is_space;

/// The rows of both classes' tables, followed by those of one of them.
macro_rules! with_shared_methods {
    ($($own:expr,)*) => {{
        use crate::builtins::types::{bytes_methods as methods, bytes_search as search};
        use crate::code::op::Comparison;
        &[
            Native::new("capitalize", "", |vm, args| methods::mapped(vm, args, methods::capitalize)),
            Native::new("center", "width, fillchar=b' ', /", |vm, args| {
                methods::justify(vm, args, "center", |missing, width| {
                    missing / 2 + (missing & width & 1)
                })
            }),
            Native::new("count", "sub, start=None, end=None, /", search::count),
            Native::new("decode", "encoding='utf-8', errors='strict'", methods::decode),
            Native::new("endswith", "suffix, start=None, end=None, /", search::ends_with),
            Native::new("expandtabs", "tabsize=8", methods::expand_tabs),
            Native::new("find", "sub, start=None, end=None, /", search::find),
            Native::new("hex", "sep=<unrepresentable>, bytes_per_sep=1", methods::hex),
            Native::new("index", "sub, start=None, end=None, /", search::index),
            Native::new("isalnum", "", |vm, args| {
                methods::all(vm, args, |byte| byte.is_ascii_alphanumeric())
            }),
            Native::new("isalpha", "", |vm, args| {
                methods::all(vm, args, |byte| byte.is_ascii_alphabetic())
            }),
            Native::new("isascii", "", |vm, args| {
                Ok(Value::bool(methods::receiver(vm, args)?.is_ascii()))
            }),
            Native::new("isdigit", "", |vm, args| {
                methods::all(vm, args, |byte| byte.is_ascii_digit())
            }),
            Native::new("islower", "", |vm, args| {
                methods::has_case(vm, args, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
            }),
            Native::new("isspace", "", |vm, args| {
                methods::all(vm, args, |byte| search::is_space(*byte))
            }),
            Native::new("istitle", "", methods::is_title),
            Native::new("isupper", "", |vm, args| {
                methods::has_case(vm, args, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
            }),
            Native::new("join", "iterable_of_bytes, /", search::join),
            Native::new("ljust", "width, fillchar=b' ', /", |vm, args| {
                methods::justify(vm, args, "ljust", |_, _| 0)
            }),
            Native::new("lower", "", |vm, args| {
                methods::mapped(vm, args, |bytes| bytes.to_ascii_lowercase())
            }),
            Native::new("lstrip", "bytes=None, /", |vm, args| {
                search::strip(vm, args, true, false)
            }),
            Native::new("partition", "sep, /", |vm, args| search::partition(vm, args, false)),
            Native::new("removeprefix", "prefix, /", search::remove_prefix),
            Native::new("removesuffix", "suffix, /", search::remove_suffix),
            Native::new("replace", "old, new, count=-1, /", search::replace),
            Native::new("rfind", "sub, start=None, end=None, /", search::find_last),
            Native::new("rindex", "sub, start=None, end=None, /", search::index_last),
            Native::new("rjust", "width, fillchar=b' ', /", |vm, args| {
                methods::justify(vm, args, "rjust", |missing, _| missing)
            }),
            Native::new("rpartition", "sep, /", |vm, args| search::partition(vm, args, true)),
            Native::new("rsplit", "sep=None, maxsplit=-1", search::split_from_right),
            Native::new("rstrip", "bytes=None, /", |vm, args| {
                search::strip(vm, args, false, true)
            }),
            Native::new("split", "sep=None, maxsplit=-1", search::split),
            Native::new("splitlines", "keepends=False", search::split_lines),
            Native::new("startswith", "prefix, start=None, end=None, /", search::starts_with),
            Native::new("strip", "bytes=None, /", |vm, args| search::strip(vm, args, true, true)),
            Native::new("swapcase", "", |vm, args| methods::mapped(vm, args, methods::swapcase)),
            Native::new("title", "", |vm, args| methods::mapped(vm, args, methods::title)),
            Native::new("translate", "table, /, delete=b''", methods::translate),
            Native::new("upper", "", |vm, args| {
                methods::mapped(vm, args, |bytes| bytes.to_ascii_uppercase())
            }),
            Native::new("zfill", "width, /", methods::fill_with_zeros),
            Native::new("__add__", "value, /", methods::add),
            Native::new("__contains__", "key, /", search::contains),
            Native::new("__eq__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::Equal)
            }),
            Native::new("__ge__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::GreaterEqual)
            }),
            Native::new("__getitem__", "key, /", methods::get_item),
            Native::new("__gt__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::Greater)
            }),
            Native::new("__le__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::LessEqual)
            }),
            Native::new("__len__", "", |vm, args| Ok(methods::receiver(vm, args)?.len().into())),
            Native::new("__lt__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::Less)
            }),
            Native::new("__mod__", "value, /", methods::modulo),
            Native::new("__mul__", "value, /", methods::repeat),
            Native::new("__ne__", "value, /", |vm, args| {
                methods::compare(vm, args, Comparison::NotEqual)
            }),
            Native::new("__rmul__", "value, /", methods::repeat),
            $($own,)*
        ]
    }};
}
pub(super) use with_shared_methods;

/// The content of a method's receiver; not to be held while Python code may run.
pub fn receiver<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<BytesView<'a>> {
    match args.get(0).as_bytes() {
        Some(bytes) => Ok(bytes),
        None => Err(wrong_receiver(vm, args.get(0), "bytes")),
    }
}

/// The content of an argument that must be bytes-like; not to be held while Python code may run.
pub fn argument<'a>(vm: &mut Vm, value: &'a Value) -> Result<BytesView<'a>> {
    match value.as_bytes() {
        Some(bytes) => Ok(bytes),
        None => {
            let kind = vm.type_name(value);
            Err(vm.type_error(format!("a bytes-like object is required, not '{kind}'")))
        }
    }
}

/// An object of the receiver's built-in class with that content.
pub fn like(receiver: &Value, content: Vec<u8>) -> Value {
    match receiver {
        Value::Object(object) if object.kind() == Kind::ByteArray => ByteArray::new(content).into(),
        _ => Bytes::new(content).into(),
    }
}

/// A method that makes other content of the receiver's.
pub fn mapped(vm: &mut Vm, args: &Args, map: fn(&[u8]) -> Vec<u8>) -> Result {
    let content = map(&receiver(vm, args)?);
    Ok(like(args.get(0), content))
}

/// Whether there is a byte and `test` holds for each.
pub fn all(vm: &mut Vm, args: &Args, test: fn(&u8) -> bool) -> Result {
    let bytes = receiver(vm, args)?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(test)))
}

/// Whether some letters have the case and none the opposite one.
pub fn has_case(
    vm: &mut Vm,
    args: &Args,
    case: fn(&u8) -> bool,
    opposite: fn(&u8) -> bool,
) -> Result {
    let bytes = receiver(vm, args)?;
    Ok(Value::bool(bytes.iter().any(case) && !bytes.iter().any(opposite)))
}

/// `istitle`.
pub fn is_title(vm: &mut Vm, args: &Args) -> Result {
    let bytes = receiver(vm, args)?;
    let text: String =
        bytes.iter().map(|byte| if byte.is_ascii() { *byte as char } else { ' ' }).collect();
    Ok(Value::bool(crate::text::classify::is_title_text(&text)))
}

/// `capitalize`.
pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `swapcase`.
pub fn swapcase(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }).collect()
}

/// `title`.
pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut inside_word = false;
    bytes
        .iter()
        .map(|byte| {
            let byte = match inside_word {
                true => byte.to_ascii_lowercase(),
                false => byte.to_ascii_uppercase(),
            };
            inside_word = byte.is_ascii_alphabetic();
            byte
        })
        .collect()
}

/// `center`, `ljust` and `rjust`; `left` says how much of the padding goes to the left.
pub fn justify(vm: &mut Vm, args: &Args, name: &str, left: fn(usize, usize) -> usize) -> Result {
    let width = vm.index_i64(args.get(1))?.max(0) as usize;
    let fill = match args.get(2) {
        Value::Unbound => b' ',
        value => match value.as_bytes().as_deref() {
            Some([fill]) => *fill,
            _ => {
                let kind = vm.type_name(value);
                return Err(vm.type_error(format!(
                    "{name}() argument 2 must be a byte string of length 1, not {kind}"
                )));
            }
        },
    };
    let length = receiver(vm, args)?.len();
    let missing = width.saturating_sub(length);
    let mut out = vec![fill; 0];
    if missing > LARGEST_RESULT {
        return Err(vm.text_error(crate::text::TextError::memory()));
    }
    let left = left(missing, width);
    out.resize(left, fill);
    out.extend_from_slice(&receiver(vm, args)?);
    out.resize(length + missing, fill);
    Ok(like(args.get(0), out))
}

/// `zfill`.
pub fn fill_with_zeros(vm: &mut Vm, args: &Args) -> Result {
    let width = vm.index_i64(args.get(1))?.max(0) as usize;
    if width > LARGEST_RESULT {
        return Err(vm.text_error(crate::text::TextError::memory()));
    }
    let bytes = receiver(vm, args)?;
    let missing = width.saturating_sub(bytes.len());
    let signed = usize::from(missing > 0 && matches!(bytes.first(), Some(b'+' | b'-')));
    let mut out = bytes[..signed].to_vec();
    out.resize(signed + missing, b'0');
    out.extend_from_slice(&bytes[signed..]);
    Ok(like(args.get(0), out))
}

/// `expandtabs`.
pub fn expand_tabs(vm: &mut Vm, args: &Args) -> Result {
    let size = match args.get(1) {
        Value::Unbound => 8,
        value => vm.index_i32(value)?.max(0) as usize,
    };
    let bytes = receiver(vm, args)?;
    let tabs = memchr::memchr_iter(b'\t', &bytes).count();
    if tabs.saturating_mul(size) > LARGEST_RESULT {
        return Err(vm.text_error(crate::text::TextError::memory()));
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for byte in bytes.iter() {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                out.resize(out.len() + spaces, b' ');
                column += spaces;
            }
            b'\t' => {}
            _ => {
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
                out.push(*byte);
            }
        }
    }
    Ok(like(args.get(0), out))
}

/// `decode`.
pub fn decode(vm: &mut Vm, args: &Args) -> Result {
    let encoding = match args.get(1) {
        Value::Unbound => "utf-8",
        value => string_argument(vm, value, "decode() argument 'encoding'")?,
    };
    let errors = match args.get(2) {
        Value::Unbound => "strict",
        value => string_argument(vm, value, "decode() argument 'errors'")?,
    };
    let bytes = receiver(vm, args)?;
    vm.decode(&bytes, encoding, errors).map(Value::from)
}

/// `hex`.
pub fn hex(vm: &mut Vm, args: &Args) -> Result {
    let separator = match args.get(1) {
        Value::Unbound => None,
        value => {
            if vm.length(value)? != 1 {
                return Err(vm.value_error("sep must be length 1."));
            }
            let code = match (value.as_str(), value.as_bytes().as_deref()) {
                (Some(text), _) => text.chars().next().map(|c| c as u32),
                (_, Some([byte])) => Some(u32::from(*byte)),
                _ => return Err(vm.type_error("sep must be str or bytes.")),
            };
            match code.and_then(char::from_u32).filter(char::is_ascii) {
                Some(separator) => Some(separator),
                None => return Err(vm.value_error("sep must be ASCII.")),
            }
        }
    };
    let group = match args.get(2) {
        Value::Unbound => 1,
        value => vm.index_i64(value)?,
    };
    let size = group.unsigned_abs() as usize;
    let bytes = receiver(vm, args)?;
    let mut out = String::with_capacity(bytes.len() * 3);
    for (place, byte) in bytes.iter().enumerate() {
        // Groups are counted from the end, or from the start where the size is negative.
        let ahead = if group < 0 { place } else { bytes.len() - place };
        if let Some(separator) = separator
            && size > 0
            && place > 0
            && ahead.is_multiple_of(size)
        {
            out.push(separator);
        }
        for digit in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    Ok(out.into())
}

/// The class method `fromhex`.
pub fn from_hex(vm: &mut Vm, args: &Args) -> Result<Vec<u8>> {
    let Some(text) = args.get(1).get::<Str>() else {
        let kind = argument_kind(vm, args.get(1));
        return Err(vm.type_error(format!("fromhex() argument must be str, not {kind}")));
    };
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut chars = text.as_str().chars().enumerate();
    let mut wrong = None;
    while let Some((place, c)) = chars.next() {
        if c.is_ascii() && is_space(c as u8) {
            continue;
        }
        match (c.to_digit(16), chars.next()) {
            (None, _) => wrong = Some(place),
            (Some(high), Some((place, c))) => match c.to_digit(16) {
                Some(low) => out.push((high << 4 | low) as u8),
                None => wrong = Some(place),
            },
            (Some(_), None) => wrong = Some(place + 1),
        }
        if let Some(place) = wrong {
            return Err(vm.value_error(format!(
                "non-hexadecimal number found in fromhex() arg at position {place}"
            )));
        }
    }
    Ok(out)
}

/// Gives the result of a class method the class that it was called on.
pub fn as_class(vm: &mut Vm, class: &Value, own: bool, content: Value) -> Result {
    if own || class.get::<Class>().is_none() {
        return Ok(content);
    }
    vm.call(class, &[content])
}

/// `translate`.
pub fn translate(vm: &mut Vm, args: &Args) -> Result {
    let table = match args.get(1) {
        Value::None => None,
        value => {
            let table = argument(vm, value)?;
            if table.len() != 256 {
                return Err(vm.value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let delete = match args.get(2) {
        Value::Unbound => Vec::new(),
        value => argument(vm, value)?.to_vec(),
    };
    let bytes = receiver(vm, args)?;
    let out = bytes
        .iter()
        .filter(|byte| !delete.contains(byte))
        .map(|byte| table.as_ref().map_or(*byte, |table| table[usize::from(*byte)]))
        .collect();
    Ok(like(args.get(0), out))
}

/// The static method `maketrans`.
pub fn make_translation(vm: &mut Vm, args: &Args) -> Result {
    let (from, to) = (argument(vm, args.get(0))?, argument(vm, args.get(1))?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(Bytes::new(table).into())
}

/// `__add__`.
pub fn add(vm: &mut Vm, args: &Args) -> Result {
    let left = receiver(vm, args)?;
    let Some(right) = args.get(1).as_bytes() else {
        let (kind, own) = (vm.type_name(args.get(1)), vm.type_name(args.get(0)));
        return Err(vm.type_error(format!("can't concat {kind} to {own}")));
    };
    Ok(like(args.get(0), [&left[..], &right[..]].concat()))
}

/// `__mul__`.
pub fn repeat(vm: &mut Vm, args: &Args) -> Result {
    if !vm.is_index(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    let length = receiver(vm, args)?.len();
    let count = repetitions(vm, args.get(1), length)?;
    let content = receiver(vm, args)?.repeat(count);
    Ok(like(args.get(0), content))
}

/// `__mod__`.
pub fn modulo(vm: &mut Vm, args: &Args) -> Result {
    let template = receiver(vm, args)?.to_vec();
    let content = crate::builtins::percent_format::format_bytes(vm, &template, args.get(1))?;
    Ok(like(args.get(0), content))
}

/// The six comparisons.
pub fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let left = receiver(vm, args)?;
    match args.get(1).as_bytes() {
        Some(right) => {
            let order: Ordering = left[..].cmp(&right[..]);
            Ok(Value::bool(satisfies(comparison, order)))
        }
        None => Ok(Value::NotImplemented),
    }
}

/// `__getitem__`.
pub fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let key = args.get(1);
    let is_array = matches!(args.get(0), Value::Object(o) if o.kind() == Kind::ByteArray);
    if let Some(slice) = key.get::<Slice>() {
        let numbers = vm.slice_numbers(slice)?;
        let bytes = receiver(vm, args)?;
        let places = numbers.fit(bytes.len());
        let picked = match places.contiguous() {
            Some(range) => bytes.get(range).unwrap_or(&[]).to_vec(),
            None => places.places().filter_map(|place| bytes.get(place).copied()).collect(),
        };
        return Ok(like(args.get(0), picked));
    }
    let length = receiver(vm, args)?.len();
    let place = vm.place(key, length, if is_array { "bytearray" } else { "byte" })?;
    let byte = receiver(vm, args)?.get(place.unwrap_or(usize::MAX)).copied();
    match byte {
        Some(byte) => Ok(Value::Int(i64::from(byte))),
        None if is_array => Err(vm.index_error("bytearray index out of range")),
        None => Err(vm.index_error("index out of range")),
    }
}
