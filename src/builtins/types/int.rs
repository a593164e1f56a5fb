//! `int`.

use std::cmp::Ordering;

use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::text::TextError;
use crate::text::format_number::format_int;
use crate::text::int_arithmetic as arithmetic;
use crate::text::int_bytes::{self, ByteOrder};
use crate::text::int_text::{self, IntRef, IntValue};
use crate::text::number_division as division;
use crate::text::number_power::{self as power, Power};
use crate::vm::Vm;

use super::arguments::{format_spec_argument, wrong_receiver};

pub const CLASS: ClassSpec = ClassSpec {
    name: "int",
    layout: Kind::BigInt,
    is_base_type: true,
    new: Some(&Native::new("__new__", "x=0, /, base=10", new)),
    methods: &[
        Native::new("as_integer_ratio", "", |vm, args| {
            let number = number(vm, args)?;
            Ok(Tuple::new([number, Value::Int(1)]).into())
        }),
        Native::new("bit_count", "", |vm, args| {
            Ok((power::bit_count(receiver(vm, args)?) as i64).into())
        }),
        Native::new("bit_length", "", |vm, args| {
            Ok((power::bit_length(receiver(vm, args)?) as i64).into())
        }),
        Native::new("conjugate", "", number),
        Native::new("is_integer", "", |_, _| Ok(Value::True)),
        Native::new("to_bytes", "length=1, byteorder='big', *, signed=False", to_bytes),
        Native::new("__abs__", "", |vm, args| unary(vm, args, arithmetic::absolute)),
        Native::new("__add__", "value, /", |vm, args| binary(vm, args, add)),
        Native::new("__and__", "value, /", |vm, args| binary(vm, args, and)),
        Native::new("__bool__", "", |vm, args| {
            Ok(Value::bool(division::sign(receiver(vm, args)?) != 0))
        }),
        Native::new("__ceil__", "", number),
        Native::new("__divmod__", "value, /", |vm, args| divmod(vm, args.get(0), args.get(1))),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Ordering::is_eq)),
        Native::new("__float__", "", |vm, args| {
            let number = division::int_to_float(receiver(vm, args)?);
            vm.checked(number).map(Value::float)
        }),
        Native::new("__floor__", "", number),
        Native::new("__floordiv__", "value, /", |vm, args| {
            binary(vm, args, division::int_floor_divide)
        }),
        Native::new("__format__", "format_spec, /", format),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Ordering::is_ge)),
        Native::new("__getnewargs__", "", |vm, args| {
            let number = number(vm, args)?;
            Ok(Tuple::new([number]).into())
        }),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Ordering::is_gt)),
        Native::new("__hash__", "", hash),
        Native::new("__index__", "", number),
        Native::new("__int__", "", number),
        Native::new("__invert__", "", |vm, args| unary(vm, args, arithmetic::invert)),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Ordering::is_le)),
        Native::new("__lshift__", "value, /", |vm, args| binary(vm, args, power::shift_left)),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Ordering::is_lt)),
        Native::new("__mod__", "value, /", |vm, args| binary(vm, args, division::int_modulo)),
        Native::new("__mul__", "value, /", |vm, args| binary(vm, args, multiply)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Ordering::is_ne)),
        Native::new("__neg__", "", |vm, args| unary(vm, args, arithmetic::negate)),
        Native::new("__or__", "value, /", |vm, args| binary(vm, args, or)),
        Native::new("__pos__", "", number),
        Native::new("__pow__", "value, mod=None, /", |vm, args| {
            raise(vm, args.get(0), args.get(1), args.get(2))
        }),
        Native::new("__radd__", "value, /", |vm, args| reflected(vm, args, add)),
        Native::new("__rand__", "value, /", |vm, args| reflected(vm, args, and)),
        Native::new("__rdivmod__", "value, /", |vm, args| divmod(vm, args.get(1), args.get(0))),
        Native::new("__repr__", "", repr),
        Native::new("__rfloordiv__", "value, /", |vm, args| {
            reflected(vm, args, division::int_floor_divide)
        }),
        Native::new("__rlshift__", "value, /", |vm, args| reflected(vm, args, power::shift_left)),
        Native::new("__rmod__", "value, /", |vm, args| reflected(vm, args, division::int_modulo)),
        Native::new("__rmul__", "value, /", |vm, args| reflected(vm, args, multiply)),
        Native::new("__ror__", "value, /", |vm, args| reflected(vm, args, or)),
        Native::new("__round__", "ndigits=None, /", round),
        Native::new("__rpow__", "value, mod=None, /", |vm, args| {
            raise(vm, args.get(1), args.get(0), args.get(2))
        }),
        Native::new("__rrshift__", "value, /", |vm, args| reflected(vm, args, power::shift_right)),
        Native::new("__rshift__", "value, /", |vm, args| binary(vm, args, power::shift_right)),
        Native::new("__rsub__", "value, /", |vm, args| reflected(vm, args, subtract)),
        Native::new("__rtruediv__", "value, /", |vm, args| {
            true_divide(vm, args.get(1), args.get(0))
        }),
        Native::new("__rxor__", "value, /", |vm, args| reflected(vm, args, xor)),
        Native::new("__sizeof__", "", size_of),
        Native::new("__sub__", "value, /", |vm, args| binary(vm, args, subtract)),
        Native::new("__truediv__", "value, /", |vm, args| {
            true_divide(vm, args.get(0), args.get(1))
        }),
        Native::new("__trunc__", "", number),
        Native::new("__xor__", "value, /", |vm, args| binary(vm, args, xor)),
    ],
    class_methods: &[Native::new(
        "from_bytes",
        "bytes, byteorder='big', *, signed=False",
        from_bytes,
    )],
    attributes: &[
        GetSetSpec::readonly("real", exact),
        GetSetSpec::readonly("imag", |_, _| Ok(Value::Int(0))),
        GetSetSpec::readonly("numerator", exact),
        GetSetSpec::readonly("denominator", |_, _| Ok(Value::Int(1))),
    ],
    doc: "An integer of any size: int(number), or int(text, base=10).",
    ..ClassSpec::EMPTY
};

/// What two integers make of each other.
type Operation = fn(IntRef, IntRef) -> std::result::Result<IntValue, TextError>;

fn add(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::add(left, right))
}

fn subtract(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::subtract(left, right))
}

fn multiply(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::multiply(left, right))
}

fn and(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::and(left, right))
}

fn or(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::or(left, right))
}

fn xor(left: IntRef, right: IntRef) -> std::result::Result<IntValue, TextError> {
    Ok(arithmetic::xor(left, right))
}

/// The number of a method's receiver.
fn receiver<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<IntRef<'a>> {
    match args.get(0).as_integer() {
        Some(number) => Ok(number),
        None => Err(wrong_receiver(vm, args.get(0), "int")),
    }
}

/// The receiver as an exact int.
fn number(vm: &mut Vm, args: &Args) -> Result {
    exact(vm, args.get(0))
}

fn exact(vm: &mut Vm, value: &Value) -> Result {
    match value {
        Value::Int(_) => Ok(value.clone()),
        Value::Object(object) if !object.is_derived() => Ok(value.clone()),
        _ => match value.as_integer() {
            Some(number) => Ok(Value::from(number.to_bigint())),
            None => Err(wrong_receiver(vm, value, "int")),
        },
    }
}

fn unary(vm: &mut Vm, args: &Args, operation: fn(IntRef) -> IntValue) -> Result {
    Ok(operation(receiver(vm, args)?).into())
}

fn binary(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let left = receiver(vm, args)?;
    let Some(right) = args.get(1).as_integer() else { return Ok(Value::NotImplemented) };
    vm.checked(operation(left, right)).map(Value::from)
}

fn reflected(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let right = receiver(vm, args)?;
    let Some(left) = args.get(1).as_integer() else { return Ok(Value::NotImplemented) };
    vm.checked(operation(left, right)).map(Value::from)
}

fn compare(vm: &mut Vm, args: &Args, holds: fn(Ordering) -> bool) -> Result {
    let left = receiver(vm, args)?;
    let Some(right) = args.get(1).as_integer() else { return Ok(Value::NotImplemented) };
    Ok(Value::bool(holds(arithmetic::compare(left, right))))
}

fn true_divide(vm: &mut Vm, left: &Value, right: &Value) -> Result {
    let (Some(left), Some(right)) = (left.as_integer(), right.as_integer()) else {
        return Ok(Value::NotImplemented);
    };
    vm.checked(division::int_true_divide(left, right)).map(Value::float)
}

fn divmod(vm: &mut Vm, left: &Value, right: &Value) -> Result {
    let (Some(left), Some(right)) = (left.as_integer(), right.as_integer()) else {
        return Ok(Value::NotImplemented);
    };
    let (quotient, rest) = vm.checked(division::int_divmod(left, right))?;
    Ok(Tuple::new([quotient.into(), rest.into()]).into())
}

fn raise(vm: &mut Vm, base: &Value, exponent: &Value, modulus: &Value) -> Result {
    let (Some(base), Some(exponent)) = (base.as_integer(), exponent.as_integer()) else {
        return Ok(Value::NotImplemented);
    };
    if matches!(modulus, Value::None | Value::Unbound) {
        return match vm.checked(power::int_power(base, exponent))? {
            Power::Int(number) => Ok(number.into()),
            Power::Float(number) => Ok(number.into()),
        };
    }
    let Some(modulus) = modulus.as_integer() else { return Ok(Value::NotImplemented) };
    vm.checked(power::modular_power(base, exponent, modulus)).map(Value::from)
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(match receiver(vm, args)? {
        IntRef::Small(value) => crate::object::hash::hash_i64(value),
        IntRef::Big(value) => crate::object::hash::hash_bigint(value),
    }))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let limit = vm.digit_limit();
    let text = int_text::decimal(receiver(vm, args)?, limit);
    vm.checked(text).map(Value::from)
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let number = receiver(vm, args)?;
    let spec = format_spec_argument(vm, args)?;
    if spec.is_empty() {
        return vm.to_str(args.get(0)).map(Value::object);
    }
    let (kind, limit) = (vm.type_name(args.get(0)), vm.digit_limit());
    vm.checked(format_int(number, spec, &kind, limit)).map(Value::from)
}

fn round(vm: &mut Vm, args: &Args) -> Result {
    if matches!(args.get(1), Value::None | Value::Unbound) {
        return number(vm, args);
    }
    let places = vm.index(args.get(1))?;
    let number_here = receiver(vm, args)?;
    match places.as_integer() {
        Some(places) if places.is_negative() => {
            let places = match places {
                IntRef::Small(places) => places.unsigned_abs(),
                IntRef::Big(_) => u64::MAX,
            };
            Ok(division::round_to_power_of_ten(number_here, places).into())
        }
        _ => number(vm, args),
    }
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    // CPython keeps 30 bits in each word of four bytes, after a header of 24.
    let words = power::bit_length(receiver(vm, args)?).div_ceil(30).max(1);
    Ok((24 + 4 * words as i64).into())
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.int.clone();
    let class = vm.class_argument(args, &owner)?;
    let number = match (args.get(1), args.get(2)) {
        (Value::Unbound, Value::Unbound) => Value::Int(0),
        (Value::Unbound, _) => return Err(vm.type_error("int() missing string argument")),
        (value, Value::Unbound) => from_value(vm, value)?,
        (value, base) => {
            let base = vm.clamped_index(base)?;
            from_text(vm, value, base)?
        }
    };
    Ok(vm.as_instance_of(number, &class))
}

/// `int(value)`.
pub fn from_value(vm: &mut Vm, value: &Value) -> Result {
    if let Value::Int(_) = value {
        return Ok(value.clone());
    }
    if let Some(number) = vm.whole_number_or_none(value)? {
        return Ok(number);
    }
    if let Some(number) = vm.truncated_or_none(value)? {
        return Ok(number);
    }
    let limit = vm.digit_limit();
    let parsed = if let Some(text) = value.as_str() {
        int_text::parse(text, 10, limit)
    } else if let Some(bytes) = value.as_bytes() {
        int_text::parse_bytes(&bytes, 10, limit)
    } else {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{kind}'"
        )));
    };
    vm.checked(parsed).map(Value::from)
}

/// `int(text, base)`.
fn from_text(vm: &mut Vm, value: &Value, base: i64) -> Result {
    let limit = vm.digit_limit();
    let parsed = if let Some(text) = value.as_str() {
        int_text::parse(text, base, limit)
    } else if let Some(bytes) = value.as_bytes() {
        int_text::parse_bytes(&bytes, base, limit)
    } else {
        return Err(vm.type_error("int() can't convert non-string with explicit base"));
    };
    vm.checked(parsed).map(Value::from)
}

/// The argument `byteorder`.
fn byte_order(vm: &mut Vm, args: &Args, place: usize, function: &str) -> Result<ByteOrder> {
    match args.get(place) {
        Value::Unbound => Ok(ByteOrder::Big),
        value => match value.as_str() {
            Some(name) => vm.checked(ByteOrder::from_name(name)),
            None => {
                let kind = vm.type_name(value);
                Err(vm.type_error(format!(
                    "{function}() argument 'byteorder' must be str, not {kind}"
                )))
            }
        },
    }
}

fn signed(vm: &mut Vm, args: &Args) -> Result<bool> {
    match args.get(3) {
        Value::Unbound => Ok(false),
        value => vm.truth(value),
    }
}

fn to_bytes(vm: &mut Vm, args: &Args) -> Result {
    let length = match args.get(1) {
        Value::Unbound => 1,
        value => vm.index_i64(value)?,
    };
    let order = byte_order(vm, args, 2, "to_bytes")?;
    let signed = signed(vm, args)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let bytes = int_bytes::to_bytes(receiver(vm, args)?, length, order, signed);
    let bytes = vm.checked(bytes)?;
    Ok(crate::object::bytes::Bytes::new(bytes).into())
}

fn from_bytes(vm: &mut Vm, args: &Args) -> Result {
    let order = byte_order(vm, args, 2, "from_bytes")?;
    let signed = signed(vm, args)?;
    let bytes = super::bytes::content_of(vm, args.get(1))?;
    let number = Value::from(int_bytes::from_bytes(&bytes, order, signed));
    if args.get(0).get_ref().is_some_and(|class| vm.types.int.same(class)) {
        return Ok(number);
    }
    vm.call(args.get(0), &[number])
}
