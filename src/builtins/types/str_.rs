//! `str`: the class, its special methods, and the methods about case, character classes, padding
//! and encoding. Searching and cutting are in `str_search` and `str_split`.

use crate::code::op::Comparison;
use crate::object::dict::Dict;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::range::Slice;
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::text::format_number::character;
use crate::text::format_spec::format_str;
use crate::text::{case, classify, escapes};
use crate::vm::Vm;
use crate::vm::operators::satisfies;

use super::arguments::{
    argument_kind, format_spec_argument, repetitions, search_range, string_argument,
};
use super::{str_search as search, str_split as split};
use crate::builtins::{percent_format, template_format};

pub const CLASS: ClassSpec = ClassSpec {
    name: "str",
    layout: Kind::Str,
    is_base_type: true,
    new: Some(&Native::new("__new__", "object='', encoding='utf-8', errors='strict'", new)),
    methods: &[
        Native::new("capitalize", "", |vm, args| mapped(vm, args, case::capitalize)),
        Native::new("casefold", "", |vm, args| mapped(vm, args, case::casefold)),
        Native::new("center", "width, fillchar=' ', /", |vm, args| justify(vm, args, center)),
        Native::new("count", "sub, start=None, end=None, /", search::count),
        Native::new("encode", "encoding='utf-8', errors='strict'", encode),
        Native::new("endswith", "suffix, start=None, end=None, /", search::ends_with),
        Native::new("expandtabs", "tabsize=8", expand_tabs),
        Native::new("find", "sub, start=None, end=None, /", search::find),
        Native::new("format", "*args, **kwargs", template_format::format),
        Native::new("format_map", "mapping, /", template_format::format_map),
        Native::new("index", "sub, start=None, end=None, /", search::index),
        Native::new("isalnum", "", |vm, args| all_chars(vm, args, classify::is_alnum)),
        Native::new("isalpha", "", |vm, args| all_chars(vm, args, classify::is_alpha)),
        Native::new("isascii", "", |vm, args| {
            Ok(Value::bool(args.receiver::<Str>(vm)?.is_ascii()))
        }),
        Native::new("isdecimal", "", |vm, args| all_chars(vm, args, classify::is_decimal)),
        Native::new("isdigit", "", |vm, args| all_chars(vm, args, classify::is_digit)),
        Native::new("isidentifier", "", |vm, args| holds(vm, args, classify::is_identifier)),
        Native::new("islower", "", |vm, args| holds(vm, args, classify::is_lower_text)),
        Native::new("isnumeric", "", |vm, args| all_chars(vm, args, classify::is_numeric)),
        Native::new("isprintable", "", |vm, args| {
            holds(vm, args, |text| text.chars().all(classify::is_printable))
        }),
        Native::new("isspace", "", |vm, args| all_chars(vm, args, classify::is_space)),
        Native::new("istitle", "", |vm, args| holds(vm, args, classify::is_title_text)),
        Native::new("isupper", "", |vm, args| holds(vm, args, classify::is_upper_text)),
        Native::new("join", "iterable, /", split::join),
        Native::new("ljust", "width, fillchar=' ', /", |vm, args| {
            justify(vm, args, |missing, _| (0, missing))
        }),
        Native::new("lower", "", |vm, args| mapped(vm, args, case::lower)),
        Native::new("lstrip", "chars=None, /", |vm, args| split::strip(vm, args, true, false)),
        Native::new("partition", "sep, /", split::partition),
        Native::new("removeprefix", "prefix, /", search::remove_prefix),
        Native::new("removesuffix", "suffix, /", search::remove_suffix),
        Native::new("replace", "old, new, /, count=-1", search::replace),
        Native::new("rfind", "sub, start=None, end=None, /", search::find_last),
        Native::new("rindex", "sub, start=None, end=None, /", search::index_last),
        Native::new("rjust", "width, fillchar=' ', /", |vm, args| {
            justify(vm, args, |missing, _| (missing, 0))
        }),
        Native::new("rpartition", "sep, /", split::partition_from_right),
        Native::new("rsplit", "sep=None, maxsplit=-1", split::split_from_right),
        Native::new("rstrip", "chars=None, /", |vm, args| split::strip(vm, args, false, true)),
        Native::new("split", "sep=None, maxsplit=-1", split::split),
        Native::new("splitlines", "keepends=False", split::split_lines),
        Native::new("startswith", "prefix, start=None, end=None, /", search::starts_with),
        Native::new("strip", "chars=None, /", |vm, args| split::strip(vm, args, true, true)),
        Native::new("swapcase", "", |vm, args| mapped(vm, args, case::swapcase)),
        Native::new("title", "", |vm, args| mapped(vm, args, case::title)),
        Native::new("translate", "table, /", translate),
        Native::new("upper", "", |vm, args| mapped(vm, args, case::upper)),
        Native::new("zfill", "width, /", fill_with_zeros),
        Native::new("__add__", "value, /", add),
        Native::new("__contains__", "key, /", contains),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__format__", "format_spec, /", format),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__getitem__", "key, /", |vm, args| {
            let text = args.receiver::<Str>(vm)?;
            get_item(vm, text, args.get(1))
        }),
        Native::new("__getnewargs__", "", |vm, args| {
            let text = Str::new(args.receiver::<Str>(vm)?.as_str());
            Ok(Tuple::new([text.into()]).into())
        }),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__hash__", "", |vm, args| Ok(args.receiver::<Str>(vm)?.hash().into())),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", |vm, args| Ok(args.receiver::<Str>(vm)?.len().into())),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__mod__", "value, /", |vm, args| {
            args.receiver::<Str>(vm)?;
            percent_format::format_str(vm, args.get(0), args.get(1))
        }),
        Native::new("__mul__", "value, /", repeat),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__repr__", "", |vm, args| {
            Ok(escapes::repr_str(args.receiver::<Str>(vm)?.as_str()).into())
        }),
        Native::new("__rmod__", "value, /", |vm, args| {
            args.receiver::<Str>(vm)?;
            match args.get(1).as_str() {
                Some(_) => percent_format::format_str(vm, args.get(1), args.get(0)),
                None => Ok(Value::NotImplemented),
            }
        }),
        Native::new("__rmul__", "value, /", repeat),
        Native::new("__sizeof__", "", size_of),
        Native::new("__str__", "", |vm, args| {
            args.receiver::<Str>(vm)?;
            Ok(exact(args.get(0)))
        }),
    ],
    static_methods: &[Native::new(
        "maketrans",
        "x, y=<unrepresentable>, z=<unrepresentable>, /",
        make_translation,
    )],
    doc: "Text: str(object), or str(bytes, encoding, errors).",
    ..ClassSpec::EMPTY
};

/// A string as an exact `str`.
pub fn exact(value: &Value) -> Value {
    match value {
        Value::Object(object) if object.is_derived() => value.as_str().unwrap_or_default().into(),
        _ => value.clone(),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.str_.clone();
    let class = vm.class_argument(args, &owner)?;
    let object = args.get(1);
    let text = match (object, args.get(2), args.get(3)) {
        (Value::Unbound, _, _) => Value::from(""),
        (_, Value::Unbound, Value::Unbound) => vm.to_str(object)?.into(),
        (_, encoding, errors) => {
            let encoding = match encoding {
                Value::Unbound => "utf-8",
                value => string_argument(vm, value, "str() argument 'encoding'")?,
            };
            let errors = match errors {
                Value::Unbound => "strict",
                value => string_argument(vm, value, "str() argument 'errors'")?,
            };
            if object.as_str().is_some() {
                return Err(vm.type_error("decoding str is not supported"));
            }
            let Some(bytes) = object.as_bytes().map(|bytes| bytes.to_vec()) else {
                let kind = vm.type_name(object);
                return Err(vm.type_error(format!(
                    "decoding to str: need a bytes-like object, {kind} found"
                )));
            };
            vm.decode(&bytes, encoding, errors)?.into()
        }
    };
    if class.same(&owner) {
        return Ok(text);
    }
    Ok(vm.as_instance_of(text, &class))
}

/// A method that makes another text of the receiver's.
fn mapped(vm: &mut Vm, args: &Args, map: fn(&str) -> String) -> Result {
    Ok(map(args.receiver::<Str>(vm)?.as_str()).into())
}

fn holds(vm: &mut Vm, args: &Args, test: fn(&str) -> bool) -> Result {
    Ok(Value::bool(test(args.receiver::<Str>(vm)?.as_str())))
}

fn all_chars(vm: &mut Vm, args: &Args, test: fn(char) -> bool) -> Result {
    Ok(Value::bool(classify::all_chars(args.receiver::<Str>(vm)?.as_str(), test)))
}

/// How CPython divides the padding of `center`, which depends on both lengths being odd.
fn center(missing: usize, width: usize) -> (usize, usize) {
    let left = missing / 2 + (missing & width & 1);
    (left, missing - left)
}

/// `center`, `ljust` and `rjust`; `divide` says how much goes to the left and to the right.
fn justify(vm: &mut Vm, args: &Args, divide: fn(usize, usize) -> (usize, usize)) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let width = vm.index_i64(args.get(1))?.max(0) as usize;
    let fill = match args.get(2) {
        Value::Unbound => ' ',
        value => {
            let Some(fill) = value.get::<Str>() else {
                let kind = vm.type_name(value);
                return Err(vm.type_error(format!(
                    "The fill character must be a unicode character, not {kind}"
                )));
            };
            match (fill.len(), fill.char_at(0)) {
                (1, Some(fill)) => fill,
                _ => {
                    let message = "The fill character must be exactly one character long";
                    return Err(vm.type_error(message));
                }
            }
        }
    };
    let missing = width.saturating_sub(text.len());
    if missing == 0 {
        return Ok(exact(args.get(0)));
    }
    let (left, right) = divide(missing, width);
    let mut out = String::new();
    let filled = crate::text::error::push_repeated(&mut out, fill, left)
        .map(|()| out.push_str(text.as_str()))
        .and_then(|()| crate::text::error::push_repeated(&mut out, fill, right));
    vm.checked(filled)?;
    Ok(out.into())
}

fn fill_with_zeros(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let width = vm.index_i64(args.get(1))?.max(0) as usize;
    let missing = width.saturating_sub(text.len());
    if missing == 0 {
        return Ok(exact(args.get(0)));
    }
    let (sign, digits) = match text.as_str().split_at_checked(1) {
        Some((sign @ ("+" | "-"), digits)) => (sign, digits),
        _ => ("", text.as_str()),
    };
    let mut out = String::from(sign);
    vm.checked(crate::text::error::push_repeated(&mut out, '0', missing))?;
    out.push_str(digits);
    Ok(out.into())
}

fn expand_tabs(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let size = match args.get(1) {
        Value::Unbound => 8,
        value => vm.index_i32(value)?.max(0) as usize,
    };
    let mut out = String::with_capacity(text.as_str().len());
    let mut column = 0;
    for c in text.as_str().chars() {
        match c {
            '\t' if size > 0 => {
                let spaces = size - column % size;
                vm.checked(crate::text::error::push_repeated(&mut out, ' ', spaces))?;
                column += spaces;
            }
            '\t' => {}
            _ => {
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
                out.push(c);
            }
        }
    }
    Ok(out.into())
}

fn encode(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Str>(vm)?;
    let encoding = match args.get(1) {
        Value::Unbound => "utf-8",
        value => string_argument(vm, value, "encode() argument 'encoding'")?,
    };
    let errors = match args.get(2) {
        Value::Unbound => "strict",
        value => string_argument(vm, value, "encode() argument 'errors'")?,
    };
    let bytes = vm.encode(args.get(0), encoding, errors)?;
    Ok(crate::object::bytes::Bytes::new(bytes).into())
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let left = args.receiver::<Str>(vm)?;
    let Some(right) = args.get(1).get::<Str>() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("can only concatenate str (not \"{kind}\") to str")));
    };
    let mut text = String::with_capacity(left.as_str().len() + right.as_str().len());
    text.push_str(left.as_str());
    text.push_str(right.as_str());
    Ok(text.into())
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let Some(part) = args.get(1).as_str() else {
        let kind = vm.type_name(args.get(1));
        return Err(
            vm.type_error(format!("'in <string>' requires string as left operand, not {kind}"))
        );
    };
    let found = crate::text::find::find(text.as_str().as_bytes(), part.as_bytes());
    Ok(Value::bool(found.is_some()))
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let left = args.receiver::<Str>(vm)?;
    match args.get(1).as_str() {
        Some(right) => Ok(Value::bool(satisfies(comparison, left.as_str().cmp(right)))),
        None => Ok(Value::NotImplemented),
    }
}

fn repeat(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    if !vm.is_index(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    let count = repetitions(vm, args.get(1), text.as_str().len())?;
    if count == 1 {
        return Ok(exact(args.get(0)));
    }
    Ok(text.as_str().repeat(count).into())
}

/// `text[key]`.
pub fn get_item(vm: &mut Vm, text: &Ref<Str>, key: &Value) -> Result {
    if let Some(slice) = key.get::<Slice>() {
        let places = vm.slice_numbers(slice)?.fit(text.len());
        if let Some(range) = places.contiguous() {
            if range.len() == text.len() {
                return Ok(exact(&text.clone().into()));
            }
            return Ok(text.slice(range.start, range.end).into());
        }
        let picked: String = if text.is_ascii() {
            let bytes = text.as_str().as_bytes();
            places.places().filter_map(|place| bytes.get(place)).map(|b| *b as char).collect()
        } else {
            let chars: Vec<char> = text.as_str().chars().collect();
            places.places().filter_map(|place| chars.get(place)).collect()
        };
        return Ok(picked.into());
    }
    let place = vm.place(key, text.len(), "string")?;
    match place.and_then(|place| text.char_at(place)) {
        Some(c) => Ok(Str::from_char(c).into()),
        None => Err(vm.index_error("string index out of range")),
    }
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let ascii = args.receiver::<Str>(vm)?.is_ascii();
    let kind = if ascii { IteratorKind::StrAscii } else { IteratorKind::Str };
    Ok(Iterator::new(kind, args.get(0).clone()).into())
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let spec = format_spec_argument(vm, args)?;
    if spec.is_empty() {
        return vm.to_str(args.get(0)).map(Value::object);
    }
    let kind = vm.type_name(args.get(0));
    vm.checked(format_str(text.as_str(), spec, &kind)).map(Value::from)
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let widest = text.as_str().chars().max().unwrap_or('\0') as u32;
    // CPython's sizes: a header and one, two or four bytes for each character and the final zero.
    let (header, width) = match widest {
        0..=0x7f => (40, 1),
        0x80..=0xff => (56, 1),
        0x100..=0xffff => (56, 2),
        _ => (56, 4),
    };
    Ok((header + width * (text.len() + 1)).into())
}

/// `str.translate`.
fn translate(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let table = args.get(1);
    let mut out = String::with_capacity(text.as_str().len());
    // Most texts repeat few characters, and asking a table means a call.
    let mut known: Vec<(char, Option<String>)> = Vec::new();
    for c in text.as_str().chars() {
        if let Some((_, replacement)) = known.iter().find(|(known, _)| *known == c) {
            match replacement {
                Some(replacement) => out.push_str(replacement),
                None => out.push(c),
            }
            continue;
        }
        let replacement = translation(vm, table, c)?;
        match &replacement {
            Some(replacement) => out.push_str(replacement),
            None => out.push(c),
        }
        if known.len() < 64 && table.get_exact::<Dict>().is_some() {
            known.push((c, replacement));
        }
    }
    Ok(out.into())
}

/// What a translation table makes of a character; `None`: it stays.
fn translation(vm: &mut Vm, table: &Value, c: char) -> Result<Option<String>> {
    use crate::builtins::exceptions::ExceptionKind;
    let key = Value::Int(i64::from(ouro_grammar::surrogate::to_code_point(c)));
    let found = match vm.get_item(table, &key) {
        Ok(found) => found,
        Err(error) if vm.is_exception(&error, ExceptionKind::LookupError) => return Ok(None),
        Err(error) => return Err(error),
    };
    if found.is_none() {
        return Ok(Some(String::new()));
    }
    if let Some(text) = found.as_str() {
        return Ok(Some(text.to_owned()));
    }
    match found.as_integer() {
        Some(number) => match number.to_i64().and_then(character) {
            Some(c) => Ok(Some(c.to_string())),
            None => Err(vm.value_error("character mapping must be in range(0x110000)")),
        },
        None => Err(vm.type_error("character mapping must return integer, None or str")),
    }
}

/// `str.maketrans`.
fn make_translation(vm: &mut Vm, args: &Args) -> Result {
    let table = Dict::new();
    let code = |c: char| Value::Int(i64::from(ouro_grammar::surrogate::to_code_point(c)));
    let (from, to, deleted) = (args.get(0), args.get(1), args.get(2));
    if to.is_unbound() {
        let Some(source) = from.get_exact::<Dict>() else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        for (key, value) in source.entries() {
            let key = match key.get::<Str>() {
                Some(text) => match (text.len(), text.char_at(0)) {
                    (1, Some(c)) => code(c),
                    _ => {
                        return Err(
                            vm.value_error("string keys in translate table must be of length 1")
                        );
                    }
                },
                None if key.as_integer().is_some() => key,
                None => {
                    return Err(
                        vm.type_error("keys in translate table must be strings or integers")
                    );
                }
            };
            vm.dict_set(&table, key, value)?;
        }
        return Ok(table.into());
    }
    let Some(from) = from.get::<Str>() else {
        return Err(vm.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    let Some(to) = to.get::<Str>() else {
        let kind = argument_kind(vm, to);
        return Err(vm.type_error(format!("maketrans() argument 2 must be str, not {kind}")));
    };
    if from.len() != to.len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.as_str().chars().zip(to.as_str().chars()) {
        vm.dict_set(&table, code(from), code(to))?;
    }
    if !deleted.is_unbound() {
        let deleted = string_argument(vm, deleted, "maketrans() argument 3")?;
        for c in deleted.chars() {
            vm.dict_set(&table, code(c), Value::None)?;
        }
    }
    Ok(table.into())
}

/// The receiver, the part of it between `start` and `end`, and where that part begins in bytes and
/// in characters; `None` where the range is empty and begins behind the end.
pub struct Searched<'a> {
    pub text: &'a Ref<Str>,
    pub part: &'a str,
    pub start: usize,
    pub start_offset: usize,
}

/// What a search method looks through.
pub fn searched<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<Option<Searched<'a>>> {
    let text = args.receiver::<Str>(vm)?;
    let Some(range) = search_range(vm, args, 2, text.len())? else { return Ok(None) };
    let start_offset = text.byte_offset(range.start);
    let part = &text.as_str()[start_offset..text.byte_offset(range.end)];
    Ok(Some(Searched { text, part, start: range.start, start_offset }))
}
