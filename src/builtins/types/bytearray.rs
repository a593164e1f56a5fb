//! `bytearray`: bytes that may change.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::range::Slice;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::text::escapes;
use crate::vm::Vm;

use super::arguments::repetitions;
use super::bytes::{content_of, content_of_arguments};
use super::bytes_methods::{as_class, from_hex, make_translation, with_shared_methods};
use super::bytes_search::byte;

pub const CLASS: ClassSpec = ClassSpec {
    name: "bytearray",
    layout: Kind::ByteArray,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: with_shared_methods![
        Native::new("append", "item, /", |vm, args| {
            let byte = byte(vm, args.get(1))?;
            resizable(vm, args)?.data.borrow_mut().push(byte);
            Ok(Value::None)
        }),
        Native::new("clear", "", |vm, args| {
            resizable(vm, args)?.data.borrow_mut().clear();
            Ok(Value::None)
        }),
        Native::new("copy", "", |vm, args| {
            let content = array(vm, args)?.data.borrow().clone();
            Ok(ByteArray::new(content).into())
        }),
        Native::new("extend", "iterable_of_ints, /", extend),
        Native::new("insert", "index, item, /", insert),
        Native::new("pop", "index=-1, /", pop),
        Native::new("remove", "value, /", remove),
        Native::new("reverse", "", |vm, args| {
            array(vm, args)?.data.borrow_mut().reverse();
            Ok(Value::None)
        }),
        Native::new("__alloc__", "", |vm, args| {
            // CPython keeps room for a final zero, but none for an empty array.
            let length = array(vm, args)?.data.borrow().len();
            Ok(if length == 0 { 0 } else { length + 1 }.into())
        }),
        Native::new("__delitem__", "key, /", delete_item),
        Native::new("__iadd__", "value, /", add_in_place),
        Native::new("__imul__", "value, /", repeat_in_place),
        Native::new("__init__", "source=b'', encoding='utf-8', errors='strict'", init),
        Native::new("__iter__", "", |vm, args| {
            array(vm, args)?;
            Ok(Iterator::new(IteratorKind::ByteArray, args.get(0).clone()).into())
        }),
        Native::new("__reduce__", "", |vm, args| reduced(vm, args, 2)),
        Native::new("__reduce_ex__", "proto=0, /", |vm, args| {
            let protocol = args.get(1).bound().map_or(Ok(0), |value| vm.index_i64(value))?;
            reduced(vm, args, protocol)
        }),
        Native::new("__repr__", "", repr),
        Native::new("__rmod__", "value, /", |_, _| Ok(Value::NotImplemented)),
        Native::new("__setitem__", "key, value, /", set_item),
        Native::new("__sizeof__", "", |vm, args| {
            Ok((57 + array(vm, args)?.data.borrow().len()).into())
        }),
        Native::new("__str__", "", repr),
    ],
    class_methods: &[Native::new("fromhex", "string, /", |vm, args| {
        let content = ByteArray::new(from_hex(vm, args)?).into();
        let own = args.get(0).get_ref().is_some_and(|class| vm.types.bytearray.same(class));
        as_class(vm, args.get(0), own, content)
    })],
    static_methods: &[Native::new("maketrans", "frm, to, /", make_translation)],
    doc: "bytearray(source): a sequence of bytes that may change; made like bytes.",
    ..ClassSpec::EMPTY
};

/// The receiver of a method that changes the size.
fn resizable<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Ref<ByteArray>> {
    let array = array(vm, args)?;
    check_resizable(vm, array)?;
    Ok(array)
}

/// BufferError while somebody views the content.
fn check_resizable(vm: &mut Vm, array: &ByteArray) -> Result<()> {
    match array.views.get() {
        0 => Ok(()),
        _ => Err(vm.error(
            ExceptionKind::BufferError,
            "Existing exports of data: object cannot be re-sized",
        )),
    }
}

fn array<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Ref<ByteArray>> {
    args.receiver::<ByteArray>(vm)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.bytearray.clone();
    let class = vm.class_argument(args, &owner)?;
    Ok(vm.as_instance_of(ByteArray::new(Vec::new()).into(), &class))
}

/// How a copy is made: the class, its arguments, and what else the object holds.
fn reduced(vm: &mut Vm, args: &Args, protocol: i64) -> Result {
    let content = array(vm, args)?.data.borrow().clone();
    let arguments = if content.is_empty() {
        Tuple::new([])
    } else if protocol < 3 {
        let text: String = content.iter().map(|&byte| char::from(byte)).collect();
        Tuple::new([text.into(), "latin-1".into()])
    } else {
        Tuple::new([Bytes::new(content).into()])
    };
    let state = vm.call_method(args.get(0), "__getstate__", &[])?;
    Ok(Tuple::new([vm.class_of(args.get(0)).into(), arguments.into(), state]).into())
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let content = content_of_arguments(vm, args, "bytearray")?;
    let array = array(vm, args)?;
    if array.data.borrow().len() != content.len() {
        check_resizable(vm, array)?;
    }
    array.data.replace(content);
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let content = escapes::repr_bytes(&array(vm, args)?.data.borrow());
    let name = vm.class_of(args.get(0)).name();
    Ok(format!("{}({content})", name.as_str()).into())
}

/// The content of an argument that may be bytes-like or an iterable of numbers.
fn more(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = value.as_bytes() {
        return Ok(bytes.to_vec());
    }
    if value.as_str().is_some() {
        return Err(vm.type_error("expected iterable of integers; got: 'str'"));
    }
    let kind = vm.type_name(value);
    if !vm.is_iterable(value) {
        return Err(vm.type_error(format!("can't extend bytearray with {kind}")));
    }
    let mut content = Vec::new();
    vm.for_each(value, |vm, item| {
        content.push(byte(vm, &item)?);
        Ok(true)
    })?;
    Ok(content)
}

fn extend(vm: &mut Vm, args: &Args) -> Result {
    let content = more(vm, args.get(1))?;
    if !content.is_empty() {
        resizable(vm, args)?.data.borrow_mut().extend(content);
    }
    Ok(Value::None)
}

fn add_in_place(vm: &mut Vm, args: &Args) -> Result {
    let Some(content) = args.get(1).as_bytes().map(|bytes| bytes.to_vec()) else {
        let (kind, own) = (vm.type_name(args.get(1)), vm.type_name(args.get(0)));
        return Err(vm.type_error(format!("can't concat {kind} to {own}")));
    };
    if !content.is_empty() {
        resizable(vm, args)?.data.borrow_mut().extend(content);
    }
    Ok(args.get(0).clone())
}

fn repeat_in_place(vm: &mut Vm, args: &Args) -> Result {
    if !vm.is_index(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    let array = array(vm, args)?;
    let length = array.data.borrow().len();
    let count = repetitions(vm, args.get(1), length)?;
    let content = array.data.borrow().repeat(count);
    if content.len() != length {
        check_resizable(vm, array)?;
    }
    array.data.replace(content);
    Ok(args.get(0).clone())
}

fn insert(vm: &mut Vm, args: &Args) -> Result {
    let place = vm.index_i64(args.get(1))?;
    let byte = byte(vm, args.get(2))?;
    let mut data = resizable(vm, args)?.data.borrow_mut();
    let length = data.len() as i64;
    let place = if place < 0 { (place + length).max(0) } else { place.min(length) };
    data.insert(place as usize, byte);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let place = match args.get(1) {
        Value::Unbound => -1,
        value => vm.index_i64(value)?,
    };
    let array = array(vm, args)?;
    let length = array.data.borrow().len() as i64;
    if length == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let place = if place < 0 { place + length } else { place };
    if !(0..length).contains(&place) {
        return Err(vm.index_error("pop index out of range"));
    }
    check_resizable(vm, array)?;
    let mut data = array.data.borrow_mut();
    Ok(Value::Int(i64::from(data.remove(place as usize))))
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let byte = byte(vm, args.get(1))?;
    let array = array(vm, args)?;
    let found = memchr::memchr(byte, &array.data.borrow());
    match found {
        Some(place) => {
            check_resizable(vm, array)?;
            array.data.borrow_mut().remove(place);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

/// The place of an index in an array of `length` bytes.
fn place(vm: &mut Vm, key: &Value, length: usize) -> Result<usize> {
    match vm.place(key, length, "bytearray")? {
        Some(place) => Ok(place),
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let (key, value) = (args.get(1), args.get(2));
    let array = array(vm, args)?;
    if let Some(slice) = key.get::<Slice>() {
        let content = if value.as_bytes().is_none() && vm.is_index(value) {
            return Err(vm.type_error(
                "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
            ));
        } else {
            content_of(vm, value)?
        };
        let places = vm.slice_numbers(slice)?.fit(array.data.borrow().len());
        if let Some(range) = places.contiguous() {
            if content.len() != range.len() {
                check_resizable(vm, array)?;
            }
            array.data.borrow_mut().splice(range, content);
            return Ok(Value::None);
        }
        if content.is_empty() && places.count > 0 {
            return delete_item(vm, &Args::positional(&args.values[..2]));
        }
        if content.len() != places.count {
            let (given, wanted) = (content.len(), places.count);
            return Err(vm.value_error(format!(
                "attempt to assign bytes of size {given} to extended slice of size {wanted}"
            )));
        }
        let mut data = array.data.borrow_mut();
        for (place, byte) in places.places().zip(content) {
            data[place] = byte;
        }
        return Ok(Value::None);
    }
    let length = array.data.borrow().len();
    let place = place(vm, key, length)?;
    let byte = byte(vm, value)?;
    match array.data.borrow_mut().get_mut(place) {
        Some(old) => *old = byte,
        None => return Err(vm.index_error("bytearray index out of range")),
    }
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let array = array(vm, args)?;
    if let Some(slice) = args.get(1).get::<Slice>() {
        let places = vm.slice_numbers(slice)?.fit(array.data.borrow().len());
        if places.count > 0 {
            check_resizable(vm, array)?;
        }
        let mut data = array.data.borrow_mut();
        match places.contiguous() {
            Some(range) => drop(data.drain(range)),
            None => {
                let mut wanted: Vec<usize> = places.places().collect();
                wanted.sort_unstable();
                for place in wanted.into_iter().rev() {
                    data.remove(place);
                }
            }
        }
        return Ok(Value::None);
    }
    let length = array.data.borrow().len();
    let place = place(vm, args.get(1), length)?;
    check_resizable(vm, array)?;
    array.data.borrow_mut().remove(place);
    Ok(Value::None)
}
