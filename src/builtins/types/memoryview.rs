//! `memoryview`: the class. Views have one dimension.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::list::List;
use crate::object::memory_view::{MemoryView, Window};
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeObject};
use crate::object::range::Slice;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::vm::Vm;

use super::bytes_methods;

pub static CLASS: ClassSpec = ClassSpec {
    name: "memoryview",
    new: Some(&Native::new("__new__", "object", new)),
    methods: &[
        Native::new("__delitem__", "key, /", |vm, _| Err(vm.type_error("cannot delete memory"))),
        Native::new("__enter__", "", |vm, args| {
            open(vm, args.get(0))?;
            Ok(args.get(0).clone())
        }),
        Native::new("__eq__", "value, /", equal),
        Native::new("__exit__", "*exc_info", |vm, args| {
            of(vm, args.get(0))?.release();
            Ok(Value::None)
        }),
        Native::new("__getitem__", "key, /", get_item),
        Native::new("__hash__", "", hash),
        Native::new("__iter__", "", |vm, args| {
            open(vm, args.get(0))?;
            Ok(Iterator::new(IteratorKind::Sequence, args.get(0).clone()).into())
        }),
        Native::new("__len__", "", |vm, args| Ok(open(vm, args.get(0))?.window.length.into())),
        Native::new("__repr__", "", |vm, args| {
            let released = of(vm, args.get(0))?.is_released.get();
            let address = vm.identity(args.get(0));
            Ok(if released {
                format!("<released memory at {address:#x}>").into()
            } else {
                format!("<memory at {address:#x}>").into()
            })
        }),
        Native::new("__setitem__", "key, value, /", set_item),
        Native::new("cast", "format, shape=<unrepresentable>", cast),
        Native::new("hex", "sep=<unrepresentable>, bytes_per_sep=1", |vm, args| {
            open(vm, args.get(0))?;
            bytes_methods::hex(vm, args)
        }),
        Native::new("release", "", |vm, args| {
            of(vm, args.get(0))?.release();
            Ok(Value::None)
        }),
        Native::new("tobytes", "order='C'", |vm, args| {
            Ok(Bytes::new(open(vm, args.get(0))?.to_vec()).into())
        }),
        Native::new("tolist", "", |vm, args| {
            let view = open(vm, args.get(0))?;
            Ok(List::new((0..view.window.length).map(|index| item(view, index)).collect()).into())
        }),
        Native::new("toreadonly", "", |vm, args| {
            let view = open(vm, args.get(0))?;
            let window = Window { is_readonly: true, ..view.window };
            Ok(made(vm, &view.object, window))
        }),
    ],
    attributes: &[
        GetSetSpec::readonly("obj", |vm, o| Ok(open(vm, o)?.object.clone())),
        GetSetSpec::readonly("nbytes", |vm, o| {
            let view = open(vm, o)?;
            Ok((view.window.length * view.window.item_size).into())
        }),
        GetSetSpec::readonly("readonly", |vm, o| Ok(open(vm, o)?.window.is_readonly.into())),
        GetSetSpec::readonly("itemsize", |vm, o| Ok(open(vm, o)?.window.item_size.into())),
        GetSetSpec::readonly("format", |vm, o| {
            let view = open(vm, o)?;
            let mark = if view.window.is_marked_native { "@" } else { "" };
            Ok(format!("{mark}{}", view.window.format).into())
        }),
        GetSetSpec::readonly("ndim", |vm, o| {
            open(vm, o)?;
            Ok(Value::Int(1))
        }),
        GetSetSpec::readonly("shape", |vm, o| {
            Ok(Tuple::new([open(vm, o)?.window.length.into()]).into())
        }),
        GetSetSpec::readonly("strides", |vm, o| {
            Ok(Tuple::new([Value::Int(open(vm, o)?.window.stride as i64)]).into())
        }),
        GetSetSpec::readonly("suboffsets", |vm, o| {
            open(vm, o)?;
            Ok(Tuple::new([]).into())
        }),
        GetSetSpec::readonly("c_contiguous", is_contiguous),
        GetSetSpec::readonly("f_contiguous", is_contiguous),
        GetSetSpec::readonly("contiguous", is_contiguous),
    ],
    doc: "A window on the memory of an object such as bytes or bytearray.",
    ..ClassSpec::EMPTY
};

fn of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a MemoryView> {
    match object.native::<MemoryView>() {
        Some(view) => Ok(view),
        None => {
            let kind = vm.type_name(object);
            Err(vm.type_error(format!(
                "descriptor requires a 'memoryview' object but received a '{kind}'"
            )))
        }
    }
}

/// A view that has not been released.
fn open<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a MemoryView> {
    let view = of(vm, object)?;
    match view.is_released.get() {
        false => Ok(view),
        true => Err(vm.value_error("operation forbidden on released memoryview object")),
    }
}

fn is_contiguous(vm: &mut Vm, object: &Value) -> Result {
    Ok(open(vm, object)?.window.is_contiguous().into())
}

fn made(vm: &mut Vm, object: &Value, window: Window) -> Value {
    let class = vm.class_for(&CLASS);
    NativeObject::new(class, MemoryView::new(object.clone(), window)).into()
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let object = args.get(1);
    if object.native::<MemoryView>().is_some() {
        let view = open(vm, object)?;
        return Ok(made(vm, &view.object, view.window));
    }
    let (length, is_readonly) = match (object.get::<Bytes>(), object.get::<ByteArray>()) {
        (Some(bytes), _) => (bytes.data.len(), true),
        (_, Some(array)) => (array.data.borrow().len(), false),
        _ => {
            let kind = vm.type_name(object);
            return Err(
                vm.type_error(format!("memoryview: a bytes-like object is required, not '{kind}'"))
            );
        }
    };
    let window = Window {
        start: 0,
        length,
        stride: 1,
        format: 'B',
        is_marked_native: false,
        item_size: 1,
        is_readonly,
    };
    Ok(made(vm, object, window))
}

/// The value of an item.
fn item(view: &MemoryView, index: usize) -> Value {
    let whole = view.whole();
    let place = view.window.place(index);
    let bytes = whole.get(place..place + view.window.item_size).unwrap_or_default();
    let mut padded = [0; 8];
    padded[..bytes.len()].copy_from_slice(bytes);
    let unsigned = u64::from_ne_bytes(padded);
    let shift = 64 - 8 * bytes.len().clamp(1, 8);
    let signed = (unsigned << shift) as i64 >> shift;
    match view.window.format {
        'c' => Bytes::new(bytes).into(),
        '?' => (unsigned != 0).into(),
        'b' | 'h' | 'i' | 'l' | 'q' | 'n' => Value::Int(signed),
        'f' => f64::from(f32::from_bits(unsigned as u32)).into(),
        'd' => f64::from_bits(unsigned).into(),
        _ => num_bigint::BigInt::from(unsigned).into(),
    }
}

/// The size of an item of a format that views know.
fn size_of(format: char) -> Option<usize> {
    Some(match format {
        'c' | 'b' | 'B' | '?' => 1,
        'h' | 'H' => 2,
        'i' | 'I' | 'f' => 4,
        'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'd' => 8,
        _ => return None,
    })
}

/// The bytes of a value in the format of a view.
fn packed(vm: &mut Vm, view: &MemoryView, value: &Value) -> Result<Vec<u8>> {
    let format = view.window.format;
    let invalid_type = format!("memoryview: invalid type for format '{format}'");
    let bytes = match format {
        'c' => match value.get::<Bytes>() {
            Some(bytes) if bytes.data.len() == 1 => return Ok(bytes.data.to_vec()),
            Some(_) => {
                return Err(
                    vm.value_error(format!("memoryview: invalid value for format '{format}'"))
                );
            }
            None => return Err(vm.type_error(invalid_type)),
        },
        '?' => return Ok(vec![vm.truth(value)?.into()]),
        'f' | 'd' => {
            let Ok(number) = vm.real_number(value) else {
                return Err(vm.type_error(invalid_type));
            };
            if format == 'f' {
                return Ok((number as f32).to_ne_bytes().to_vec());
            }
            number.to_ne_bytes()
        }
        _ => {
            if !vm.is_index(value) {
                return Err(vm.type_error(invalid_type));
            }
            let number = vm.index_big(value)?;
            let bits = 8 * view.window.item_size as u32;
            let is_signed = format.is_ascii_lowercase();
            let fits = |number: i128| match is_signed {
                true => number >= -(1 << (bits - 1)) && number < 1 << (bits - 1),
                false => number >= 0 && number < 1 << bits,
            };
            match i128::try_from(number).ok().filter(|&number| fits(number)) {
                Some(number) => (number as u64).to_ne_bytes(),
                None => {
                    let message = format!("memoryview: invalid value for format '{format}'");
                    return Err(vm.value_error(message));
                }
            }
        }
    };
    Ok(match cfg!(target_endian = "big") {
        true => bytes[8 - view.window.item_size..].to_vec(),
        false => bytes[..view.window.item_size].to_vec(),
    })
}

/// What a key names.
enum Key<'a> {
    Index(usize),
    Slice(&'a Slice),
}

fn key<'a>(vm: &mut Vm, view: &MemoryView, key: &'a Value) -> Result<Key<'a>> {
    if let Some(slice) = key.get::<Slice>() {
        return Ok(Key::Slice(slice));
    }
    let key = match key.as_tuple() {
        Some([only]) if vm.is_index(only) => only,
        Some(several) if several.len() > 1 => {
            return Err(vm.type_error(format!(
                "cannot index 1-dimension view with {}-element tuple",
                several.len()
            )));
        }
        _ if vm.is_index(key) => key,
        _ => return Err(vm.type_error("memoryview: invalid slice key")),
    };
    match vm.place(key, view.window.length, "memoryview")? {
        Some(place) => Ok(Key::Index(place)),
        None => Err(vm.index_error("index out of bounds on dimension 1")),
    }
}

/// The part of a view that a slice names.
fn part(vm: &mut Vm, view: &MemoryView, slice: &Slice) -> Result<Window> {
    let places = vm.slice_numbers(slice)?.fit(view.window.length);
    let stride = view.window.stride.saturating_mul(places.step as isize);
    let start = if places.count == 0 {
        view.window.start
    } else {
        view.window.place(places.start as usize)
    };
    Ok(Window { start, length: places.count, stride, ..view.window })
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let view = open(vm, args.get(0))?;
    match key(vm, view, args.get(1))? {
        Key::Index(index) => Ok(item(view, index)),
        Key::Slice(slice) => {
            let part = part(vm, view, slice)?;
            Ok(made(vm, &view.object, part))
        }
    }
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let view = open(vm, args.get(0))?;
    if view.window.is_readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    let value = args.get(2);
    let (places, content): (Vec<usize>, Vec<u8>) = match key(vm, view, args.get(1))? {
        Key::Index(index) => (vec![view.window.place(index)], packed(vm, view, value)?),
        Key::Slice(slice) => {
            let part = part(vm, view, slice)?;
            let given = match value.native::<MemoryView>() {
                Some(other) => open(vm, value).map(|_| (other.to_vec(), other.window.format))?,
                None => match value.as_bytes() {
                    Some(bytes) => (bytes.to_vec(), 'B'),
                    None => {
                        let kind = vm.type_name(value);
                        return Err(
                            vm.type_error(format!("a bytes-like object is required, not '{kind}'"))
                        );
                    }
                },
            };
            if given.0.len() != part.length * part.item_size || given.1 != part.format {
                return Err(vm.value_error(
                    "memoryview assignment: lvalue and rvalue have different structures",
                ));
            }
            ((0..part.length).map(|index| part.place(index)).collect(), given.0)
        }
    };
    // Converting the value may have run code of the program.
    open(vm, args.get(0))?;
    if let Some(array) = view.object.get::<ByteArray>() {
        let mut data = array.data.borrow_mut();
        for (place, bytes) in places.into_iter().zip(content.chunks(view.window.item_size)) {
            if let Some(target) = data.get_mut(place..place + view.window.item_size) {
                target.copy_from_slice(bytes);
            }
        }
    }
    Ok(Value::None)
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    let (this, other) = (args.get(0), args.get(1));
    let view = of(vm, this)?;
    if view.is_released.get() {
        return Ok((vm.identity(this) == vm.identity(other)).into());
    }
    let other_view;
    let other = match other.native::<MemoryView>() {
        Some(other) if other.is_released.get() => return Ok(Value::False),
        Some(other) => other,
        None if other.as_bytes().is_some() => {
            other_view = new(vm, &Args::positional(&[Value::None, other.clone()]))?;
            match other_view.native::<MemoryView>() {
                Some(other) => other,
                None => return Ok(Value::NotImplemented),
            }
        }
        None => return Ok(Value::NotImplemented),
    };
    if view.window.length != other.window.length {
        return Ok(Value::False);
    }
    if view.window.format == other.window.format && !matches!(view.window.format, 'f' | 'd') {
        return Ok((view.to_vec() == other.to_vec()).into());
    }
    for index in 0..view.window.length {
        if !vm.equal(&item(view, index), &item(other, index))? {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let view = open(vm, args.get(0))?;
    if !view.window.is_readonly {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    if !matches!(view.window.format, 'B' | 'b' | 'c') {
        return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    Ok(crate::object::hash::hash_bytes(&view.to_vec()).into())
}

fn cast(vm: &mut Vm, args: &Args) -> Result {
    let view = open(vm, args.get(0))?;
    let Some(text) = args.get(1).as_str() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("cast() argument 'format' must be str, not {kind}")));
    };
    let (is_marked_native, letters) = match text.strip_prefix('@') {
        Some(letters) => (true, letters),
        None => (false, text),
    };
    let mut letters = letters.chars();
    let format = match (letters.next(), letters.next()) {
        (Some(format), None) => size_of(format).map(|size| (format, size)),
        _ => None,
    };
    let Some((format, item_size)) = format else {
        return Err(vm.value_error(
            "memoryview: destination format must be a native single character format prefixed \
             with an optional '@'",
        ));
    };
    if !view.window.is_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let is_bytes = |format| matches!(format, 'B' | 'b' | 'c');
    if !is_bytes(format) && !is_bytes(view.window.format) {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let size = view.window.length * view.window.item_size;
    if size % item_size != 0 {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let length = size / item_size;
    if let Some(shape) = args.get(2).bound() {
        let lengths = vm.collect(shape)?;
        match lengths.as_slice() {
            [only] if vm.index_i64(only)? == length as i64 => {}
            [_] => {
                return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
            }
            _ => {
                return Err(vm.error(
                    ExceptionKind::NotImplementedError,
                    "memoryview: Ouro has views of one dimension only",
                ));
            }
        }
    }
    let window = Window {
        length,
        stride: item_size as isize,
        format,
        is_marked_native,
        item_size,
        ..view.window
    };
    Ok(made(vm, &view.object, window))
}
