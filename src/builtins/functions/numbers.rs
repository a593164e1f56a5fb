//! Functions on numbers and characters: `abs`, `round`, `pow`, `divmod`, `hex`, `chr` …

use ouro_grammar::surrogate;

use crate::object::bytes::{ByteArray, Bytes};
use crate::object::native::{Args, Native};
use crate::object::number::Integer;
use crate::object::string::Str;
use crate::object::{Result, Value};
use crate::text::int_text::with_prefix;
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("abs", "x, /", absolute),
    Native::new("bin", "number, /", |vm, args| in_radix(vm, args, 2)),
    Native::new("chr", "i, /", character),
    Native::new("divmod", "x, y, /", |vm, args| vm.divide_with_remainder(args.get(0), args.get(1))),
    Native::new("hex", "number, /", |vm, args| in_radix(vm, args, 16)),
    Native::new("oct", "number, /", |vm, args| in_radix(vm, args, 8)),
    Native::new("ord", "c, /", ordinal),
    Native::new("pow", "base, exp, mod=None", power),
    Native::new("round", "number, ndigits=None", round),
];

fn absolute(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0) {
        Value::Int(number) if *number != i64::MIN => return Ok(Value::Int(number.abs())),
        Value::Float(number) => return Ok(Value::float(number.get().abs())),
        _ => {}
    }
    let name = vm.names.abs.clone();
    match vm.call_special(args.get(0), &name, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("bad operand type for abs(): '{kind}'")))
        }
    }
}

fn in_radix(vm: &mut Vm, args: &Args, radix: u32) -> Result {
    let index = vm.index(args.get(0))?;
    Ok(with_prefix(index.as_integer().unwrap_or(Integer::Small(0)), radix).into())
}

fn character(vm: &mut Vm, args: &Args) -> Result {
    let index = vm.index(args.get(0))?;
    let code_point = match index {
        Value::Int(number) => u32::try_from(number).ok().filter(|&code| code <= 0x10ffff),
        _ => None,
    };
    let Some(code_point) = code_point else {
        return Err(vm.value_error("chr() arg not in range(0x110000)"));
    };
    match surrogate::from_code_point(code_point) {
        Some(character) => Ok(Value::from(&*character.encode_utf8(&mut [0; 4]))),
        None => Err(vm.not_implemented_error(format!(
            "the private-use code point U+{code_point:X} is not supported by Ouro"
        ))),
    }
}

fn ordinal(vm: &mut Vm, args: &Args) -> Result {
    let value = args.get(0);
    let length = if let Some(text) = value.get::<Str>() {
        if let (1, Some(character)) = (text.len(), text.char_at(0)) {
            return Ok(Value::Int(i64::from(surrogate::to_code_point(character))));
        }
        text.len()
    } else if let Some(bytes) = value.get::<Bytes>() {
        if let [byte] = &*bytes.data {
            return Ok(Value::Int(i64::from(*byte)));
        }
        bytes.data.len()
    } else if let Some(bytes) = value.get::<ByteArray>() {
        let data = bytes.data.borrow();
        if let [byte] = data[..] {
            return Ok(Value::Int(i64::from(byte)));
        }
        data.len()
    } else {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {kind} found")));
    };
    Err(vm.type_error(format!("ord() expected a character, but string of length {length} found")))
}

fn power(vm: &mut Vm, args: &Args) -> Result {
    let modulus = args.get(2).bound().unwrap_or(&Value::None);
    vm.power_modulo(args.get(0), args.get(1), modulus)
}

fn round(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.round.clone();
    let digits = match args.get(1) {
        Value::Unbound | Value::None => &[],
        digits => std::slice::from_ref(digits),
    };
    match vm.call_special(args.get(0), &name, digits)? {
        Some(result) => Ok(result),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("type {kind} doesn't define __round__ method")))
        }
    }
}
