//! `_struct`: numbers packed into bytes.

use super::add_functions;
use crate::object::bytes::Bytes;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("calcsize", "format, /", |vm, args| {
        let layout = layout(vm, args.get(0))?;
        Ok(layout.size.into())
    }),
    Native::new("count", "format, /", |vm, args| {
        let layout = layout(vm, args.get(0))?;
        Ok(layout.count().into())
    }),
    Native::new("pack", "format, values, /", pack),
    Native::new("unpack", "format, data, offset, /", unpack),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_struct");
    add_functions(vm, &module, "_struct", FUNCTIONS);
    Ok(module)
}

/// `struct.error`.
#[cold]
fn error(vm: &mut Vm, message: impl Into<String>) -> Ref<Exception> {
    let message: String = message.into();
    match error_object(vm, message.into()) {
        Ok(error) | Err(error) => error,
    }
}

fn error_object(vm: &mut Vm, message: Value) -> Result<Ref<Exception>> {
    let module = vm.import("struct")?;
    let name = vm.intern("error");
    let class = vm.get_attr(&module, &name)?;
    match vm.call(&class, &[message])?.get_ref::<Exception>() {
        Some(error) => Ok(error.clone()),
        None => Err(vm.type_error("exceptions must derive from BaseException")),
    }
}

#[derive(Clone, Copy, Debug)]
struct Item {
    code: char,
    /// How often; of `s` and `p` how many bytes.
    repeat: usize,
    size: usize,
    offset: usize,
}

struct Layout {
    items: Vec<Item>,
    size: usize,
    big_endian: bool,
    /// With the sizes of the machine, `@`: floats are cast as in C, without a check.
    is_native: bool,
}

impl Layout {
    /// How many values it takes.
    fn count(&self) -> usize {
        self.items
            .iter()
            .map(|item| match item.code {
                'x' => 0,
                's' | 'p' => 1,
                _ => item.repeat,
            })
            .sum()
    }
}

fn native_size(code: char) -> Option<usize> {
    Some(match code {
        'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'P' | 'd' => 8,
        code => return standard_size(code),
    })
}

fn standard_size(code: char) -> Option<usize> {
    Some(match code {
        'x' | 'c' | 'b' | 'B' | '?' | 's' | 'p' => 1,
        'h' | 'H' | 'e' => 2,
        'i' | 'I' | 'l' | 'L' | 'f' => 4,
        'q' | 'Q' | 'd' => 8,
        _ => return None,
    })
}

fn layout(vm: &mut Vm, format: &Value) -> Result<Layout> {
    let text = match (format.as_str(), format.as_bytes()) {
        (Some(text), _) => text.to_owned(),
        (_, Some(bytes)) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        _ => {
            let found = vm.type_name(format);
            return Err(vm.type_error(format!(
                "Struct() argument 1 must be a str or bytes object, not {found}"
            )));
        }
    };
    let mut characters = text.chars().peekable();
    let (mut native, mut aligned, mut big_endian) = (true, true, cfg!(target_endian = "big"));
    match characters.peek() {
        Some('@') => drop(characters.next()),
        Some('=') => {
            characters.next();
            (native, aligned) = (false, false);
        }
        Some(&order @ ('<' | '>' | '!')) => {
            characters.next();
            (native, aligned, big_endian) = (false, false, order != '<');
        }
        _ => {}
    }
    let mut items = Vec::new();
    let mut offset: usize = 0;
    let too_long = "total struct size too long";
    while let Some(mut code) = characters.next() {
        if matches!(code, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
            continue;
        }
        let mut repeat = None;
        while let Some(digit) = code.to_digit(10) {
            let sum = repeat.unwrap_or(0usize).checked_mul(10);
            repeat = sum.and_then(|sum| sum.checked_add(digit as usize));
            if repeat.is_none() {
                return Err(error(vm, "overflow in item count"));
            }
            code = match characters.next() {
                Some(code) => code,
                None => return Err(error(vm, "repeat count given without format specifier")),
            };
        }
        let repeat = repeat.unwrap_or(1);
        let size = if native { native_size(code) } else { standard_size(code) };
        let Some(size) = size else { return Err(error(vm, "bad char in struct format")) };
        if aligned && size > 1 {
            offset = offset.div_ceil(size) * size;
        }
        items.push(Item { code, repeat, size, offset });
        let end = size.checked_mul(repeat).and_then(|length| offset.checked_add(length));
        match end.filter(|&end| end <= isize::MAX as usize) {
            Some(end) => offset = end,
            None => return Err(error(vm, too_long)),
        }
    }
    Ok(Layout { items, size: offset, big_endian, is_native: native })
}

fn pack(vm: &mut Vm, args: &Args) -> Result {
    let layout = layout(vm, args.get(0))?;
    let values = args.get(1).as_tuple().unwrap_or_default();
    let count = layout.count();
    if values.len() != count {
        let given = values.len();
        return Err(error(vm, format!("pack expected {count} items for packing (got {given})")));
    }
    let mut data: Vec<u8> = vm.room_for(layout.size)?;
    data.resize(layout.size, 0);
    let mut values = values.iter();
    for item in &layout.items {
        match item.code {
            'x' => {}
            's' | 'p' => {
                let Some(value) = values.next() else { break };
                let Some(bytes) = value.as_bytes() else {
                    let code = item.code;
                    return Err(error(vm, format!("argument for '{code}' must be a bytes object")));
                };
                let place = &mut data[item.offset..item.offset + item.repeat];
                if item.code == 's' {
                    let length = bytes.len().min(place.len());
                    place[..length].copy_from_slice(&bytes[..length]);
                } else if let Some((first, rest)) = place.split_first_mut() {
                    let length = bytes.len().min(rest.len()).min(255);
                    *first = length as u8;
                    rest[..length].copy_from_slice(&bytes[..length]);
                }
            }
            _ => {
                for index in 0..item.repeat {
                    let Some(value) = values.next() else { break };
                    let bytes = packed(vm, layout.is_native, item, value)?;
                    let start = item.offset + index * item.size;
                    let place = &mut data[start..start + item.size];
                    place.copy_from_slice(&bytes[..item.size]);
                    if layout.big_endian {
                        place.reverse();
                    }
                }
            }
        }
    }
    Ok(Bytes::new(data).into())
}

/// The bytes of one value, least significant first.
fn packed(vm: &mut Vm, native: bool, item: &Item, value: &Value) -> Result<[u8; 8]> {
    let mut bytes = [0; 8];
    match item.code {
        'c' => match value.as_bytes().filter(|bytes| bytes.len() == 1) {
            Some(character) => bytes[0] = character[0],
            None => {
                return Err(error(vm, "char format requires a bytes object of length 1"));
            }
        },
        '?' => bytes[0] = u8::from(vm.truth(value)?),
        'e' | 'f' | 'd' => {
            let Some(number) = vm.real_number_or_none(value)? else {
                return Err(error(vm, "required argument is not a float"));
            };
            match item.code {
                'd' => bytes = number.to_le_bytes(),
                'f' => {
                    let single = number as f32;
                    if single.is_infinite() && number.is_finite() && !native {
                        return Err(vm.overflow_error("float too large to pack with f format"));
                    }
                    bytes[..4].copy_from_slice(&single.to_le_bytes());
                }
                _ => match half_bits(number) {
                    Some(bits) => bytes[..2].copy_from_slice(&bits.to_le_bytes()),
                    None => {
                        return Err(vm.overflow_error("float too large to pack with e format"));
                    }
                },
            }
        }
        code => {
            if !vm.is_index(value) {
                return Err(error(vm, "required argument is not an integer"));
            }
            let number = vm.index_big(value)?;
            let signed = code.is_ascii_lowercase();
            let bits = 8 * item.size as u32;
            let (low, high) = match signed {
                true => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
                // An address may be given as a negative number.
                false if code == 'P' => (-(1i128 << 63), (1i128 << bits) - 1),
                false => (0, (1i128 << bits) - 1),
            };
            let number =
                i128::try_from(&number).ok().filter(|number| (low..=high).contains(number));
            let Some(number) = number else {
                let message = match code {
                    'P' => "int too large to convert".to_owned(),
                    _ => format!("'{code}' format requires {low} <= number <= {high}"),
                };
                return Err(error(vm, message));
            };
            bytes.copy_from_slice(&number.to_le_bytes()[..8]);
        }
    }
    Ok(bytes)
}

/// A number as IEEE 754's half precision, rounded half to even; none if it is too large.
fn half_bits(number: f64) -> Option<u16> {
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    let magnitude = number.abs();
    if number.is_nan() {
        return Some(sign | 0x7e00);
    }
    if magnitude.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // The unit of the last place: 2^-24 for the smallest numbers.
    let exponent = if magnitude < 6.103_515_625e-5 { -14 } else { exponent_of(magnitude) };
    let unit = 2f64.powi(exponent - 10);
    let steps = (magnitude / unit).round_ties_even() as u32;
    let bits = match exponent {
        -14 if steps < 1024 => steps,
        _ => (((exponent + 15) as u32) << 10) + (steps - 1024),
    };
    (bits < 0x7c00).then_some(sign | bits as u16)
}

fn exponent_of(magnitude: f64) -> i32 {
    ((magnitude.to_bits() >> 52) & 0x7ff) as i32 - 1023
}

fn half_value(bits: u16) -> f64 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    }
}

/// `_struct.unpack(format, data, offset)`: the caller has checked the length.
fn unpack(vm: &mut Vm, args: &Args) -> Result {
    let layout = layout(vm, args.get(0))?;
    let offset = usize::try_from(vm.index_i64(args.get(2))?).unwrap_or(0);
    let Some(data) = args.get(1).as_bytes().map(|bytes| bytes.to_vec()) else {
        let found = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")));
    };
    let size = layout.size;
    let Some(data) = data.get(offset..offset + size) else {
        return Err(error(vm, format!("unpack requires a buffer of {size} bytes")));
    };
    let mut values = Vec::new();
    for item in &layout.items {
        match item.code {
            'x' => {}
            's' => values.push(Bytes::new(&data[item.offset..item.offset + item.repeat]).into()),
            'p' => {
                let place = &data[item.offset..item.offset + item.repeat];
                let length = place.first().map_or(0, |&length| usize::from(length));
                let rest = place.get(1..).unwrap_or_default();
                values.push(Bytes::new(&rest[..length.min(rest.len())]).into());
            }
            _ => {
                for index in 0..item.repeat {
                    let start = item.offset + index * item.size;
                    let mut bytes = [0; 8];
                    bytes[..item.size].copy_from_slice(&data[start..start + item.size]);
                    if layout.big_endian {
                        bytes[..item.size].reverse();
                    }
                    values.push(unpacked(item, bytes));
                }
            }
        }
    }
    Ok(Tuple::new(values).into())
}

fn unpacked(item: &Item, bytes: [u8; 8]) -> Value {
    let unsigned = u64::from_le_bytes(bytes);
    match item.code {
        'c' => Bytes::new(&bytes[..1]).into(),
        '?' => (bytes[0] != 0).into(),
        'd' => f64::from_le_bytes(bytes).into(),
        'f' => f64::from(f32::from_bits(unsigned as u32)).into(),
        'e' => half_value(unsigned as u16).into(),
        code if code.is_ascii_lowercase() => {
            let shift = 64 - 8 * item.size as u32;
            Value::Int(((unsigned << shift) as i64) >> shift)
        }
        _ => num_bigint::BigInt::from(unsigned).into(),
    }
}
