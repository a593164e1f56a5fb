//! `float`.

use std::cmp::Ordering;

use crate::object::equality::compare_integer_with_float;
use crate::object::hash::hash_f64;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::text::TextError;
use crate::text::format_number::format_float;
use crate::text::number_division as division;
use crate::text::number_power::{FloatPower, float_power};
use crate::text::{escapes, float_text};
use crate::vm::Vm;

use super::arguments::{format_spec_argument, wrong_receiver};

pub const CLASS: ClassSpec = ClassSpec {
    name: "float",
    layout: Kind::BoxedFloat,
    is_base_type: true,
    new: Some(&Native::new("__new__", "x=0, /", new)),
    methods: &[
        Native::new("as_integer_ratio", "", as_integer_ratio),
        Native::new("conjugate", "", number),
        Native::new("hex", "", |vm, args| Ok(float_text::hex(receiver(vm, args)?).into())),
        Native::new("is_integer", "", |vm, args| {
            Ok(Value::bool(float_text::is_integer(receiver(vm, args)?)))
        }),
        Native::new("__abs__", "", |vm, args| Ok(receiver(vm, args)?.abs().into())),
        Native::new("__add__", "value, /", |vm, args| binary(vm, args, |a, b| Ok(a + b))),
        Native::new("__bool__", "", |vm, args| Ok(Value::bool(receiver(vm, args)? != 0.0))),
        Native::new("__ceil__", "", |vm, args| whole(vm, args, f64::ceil)),
        Native::new("__divmod__", "value, /", |vm, args| {
            let (left, right) = (args.get(0), args.get(1));
            divmod(vm, left, right)
        }),
        Native::new("__eq__", "value, /", |vm, args| {
            compare(vm, args, |order| order == Some(Ordering::Equal))
        }),
        Native::new("__float__", "", number),
        Native::new("__floor__", "", |vm, args| whole(vm, args, f64::floor)),
        Native::new("__floordiv__", "value, /", |vm, args| {
            binary(vm, args, division::float_floor_divide)
        }),
        Native::new("__format__", "format_spec, /", format),
        Native::new("__ge__", "value, /", |vm, args| {
            compare(vm, args, |order| order.is_some_and(Ordering::is_ge))
        }),
        Native::new("__getnewargs__", "", |vm, args| {
            let number = number(vm, args)?;
            Ok(Tuple::new([number]).into())
        }),
        Native::new("__gt__", "value, /", |vm, args| {
            compare(vm, args, |order| order.is_some_and(Ordering::is_gt))
        }),
        Native::new("__hash__", "", hash),
        Native::new("__int__", "", |vm, args| whole(vm, args, f64::trunc)),
        Native::new("__le__", "value, /", |vm, args| {
            compare(vm, args, |order| order.is_some_and(Ordering::is_le))
        }),
        Native::new("__lt__", "value, /", |vm, args| {
            compare(vm, args, |order| order.is_some_and(Ordering::is_lt))
        }),
        Native::new("__mod__", "value, /", |vm, args| binary(vm, args, division::float_modulo)),
        Native::new("__mul__", "value, /", |vm, args| binary(vm, args, |a, b| Ok(a * b))),
        Native::new("__ne__", "value, /", |vm, args| {
            compare(vm, args, |order| order != Some(Ordering::Equal))
        }),
        Native::new("__neg__", "", |vm, args| Ok((-receiver(vm, args)?).into())),
        Native::new("__pos__", "", number),
        Native::new("__pow__", "value, mod=None, /", |vm, args| {
            check_modulus(vm, args)?;
            power(vm, args, false)
        }),
        Native::new("__radd__", "value, /", |vm, args| reflected(vm, args, |a, b| Ok(a + b))),
        Native::new("__rdivmod__", "value, /", |vm, args| {
            let (left, right) = (args.get(1), args.get(0));
            divmod(vm, left, right)
        }),
        Native::new("__repr__", "", |vm, args| Ok(float_text::repr(receiver(vm, args)?).into())),
        Native::new("__rfloordiv__", "value, /", |vm, args| {
            reflected(vm, args, division::float_floor_divide)
        }),
        Native::new("__rmod__", "value, /", |vm, args| reflected(vm, args, division::float_modulo)),
        Native::new("__rmul__", "value, /", |vm, args| reflected(vm, args, |a, b| Ok(a * b))),
        Native::new("__round__", "ndigits=None, /", round),
        Native::new("__rpow__", "value, mod=None, /", |vm, args| {
            check_modulus(vm, args)?;
            power(vm, args, true)
        }),
        Native::new("__rsub__", "value, /", |vm, args| reflected(vm, args, |a, b| Ok(a - b))),
        Native::new("__rtruediv__", "value, /", |vm, args| {
            reflected(vm, args, division::float_true_divide)
        }),
        Native::new("__sub__", "value, /", |vm, args| binary(vm, args, |a, b| Ok(a - b))),
        Native::new("__truediv__", "value, /", |vm, args| {
            binary(vm, args, division::float_true_divide)
        }),
        Native::new("__trunc__", "", |vm, args| whole(vm, args, f64::trunc)),
    ],
    class_methods: &[
        Native::new("fromhex", "string, /", from_hex),
        Native::new("__getformat__", "typestr, /", get_format),
    ],
    attributes: &[
        GetSetSpec::readonly("real", exact),
        GetSetSpec::readonly("imag", |_, _| Ok(Value::float(0.0))),
    ],
    doc: "A floating-point number of double precision.",
    ..ClassSpec::EMPTY
};

/// What two floats make of each other.
type Operation = fn(f64, f64) -> std::result::Result<f64, TextError>;

/// The number of a method's receiver.
fn receiver(vm: &mut Vm, args: &Args) -> Result<f64> {
    match args.get(0).as_float() {
        Some(number) => Ok(number),
        None => Err(wrong_receiver(vm, args.get(0), "float")),
    }
}

fn number(vm: &mut Vm, args: &Args) -> Result {
    receiver(vm, args).map(Value::float)
}

fn exact(vm: &mut Vm, value: &Value) -> Result {
    number(vm, &Args::positional(std::slice::from_ref(value)))
}

/// The other side of an operator: a float or an int; `None` for anything else.
fn operand(vm: &mut Vm, value: &Value) -> Result<Option<f64>> {
    if let Some(number) = value.as_float() {
        return Ok(Some(number));
    }
    match value.as_integer() {
        Some(number) => vm.checked(division::int_to_float(number)).map(Some),
        None => Ok(None),
    }
}

fn binary(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let left = receiver(vm, args)?;
    let Some(right) = operand(vm, args.get(1))? else { return Ok(Value::NotImplemented) };
    vm.checked(operation(left, right)).map(Value::float)
}

fn reflected(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let right = receiver(vm, args)?;
    let Some(left) = operand(vm, args.get(1))? else { return Ok(Value::NotImplemented) };
    vm.checked(operation(left, right)).map(Value::float)
}

fn power(vm: &mut Vm, args: &Args, is_reflected: bool) -> Result {
    let own = receiver(vm, args)?;
    let Some(other) = operand(vm, args.get(1))? else { return Ok(Value::NotImplemented) };
    let (base, exponent) = if is_reflected { (other, own) } else { (own, other) };
    Ok(match vm.checked(float_power(base, exponent))? {
        FloatPower::Real(number) => number.into(),
        FloatPower::Complex(number) => number.into(),
    })
}

fn divmod(vm: &mut Vm, left: &Value, right: &Value) -> Result {
    let (Some(left), Some(right)) = (operand(vm, left)?, operand(vm, right)?) else {
        return Ok(Value::NotImplemented);
    };
    let (quotient, rest) = vm.checked(division::float_divmod(left, right))?;
    Ok(Tuple::new([quotient.into(), rest.into()]).into())
}

fn check_modulus(vm: &mut Vm, args: &Args) -> Result<()> {
    match args.get(2) {
        Value::None | Value::Unbound => Ok(()),
        _ => Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

fn compare(vm: &mut Vm, args: &Args, holds: fn(Option<Ordering>) -> bool) -> Result {
    let left = receiver(vm, args)?;
    let order = if let Some(right) = args.get(1).as_float() {
        left.partial_cmp(&right)
    } else if let Some(right) = args.get(1).as_integer() {
        compare_integer_with_float(&right, left).map(Ordering::reverse)
    } else {
        return Ok(Value::NotImplemented);
    };
    Ok(Value::bool(holds(order)))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let number = receiver(vm, args)?;
    let identity = match args.get(0) {
        Value::Object(object) => object.address(),
        _ => number.to_bits() as usize,
    };
    Ok(Value::Int(hash_f64(number, identity)))
}

/// The receiver as an int, made whole by `rounding`.
fn whole(vm: &mut Vm, args: &Args, rounding: fn(f64) -> f64) -> Result {
    let number = rounding(receiver(vm, args)?);
    match float_text::to_small_int(number) {
        Some(small) => Ok(Value::Int(small)),
        None => vm.checked(float_text::to_int(number)).map(Value::from),
    }
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> Result {
    let ratio = float_text::as_integer_ratio(receiver(vm, args)?);
    let (numerator, denominator) = vm.checked(ratio)?;
    Ok(Tuple::new([numerator.into(), denominator.into()]).into())
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let number = receiver(vm, args)?;
    let spec = format_spec_argument(vm, args)?;
    if spec.is_empty() {
        return vm.to_str(args.get(0)).map(Value::object);
    }
    let kind = vm.type_name(args.get(0));
    vm.checked(format_float(number, spec, &kind)).map(Value::from)
}

fn round(vm: &mut Vm, args: &Args) -> Result {
    if matches!(args.get(1), Value::None | Value::Unbound) {
        return whole(vm, args, f64::round_ties_even);
    }
    let places = vm.clamped_index(args.get(1))?;
    let number = receiver(vm, args)?;
    vm.checked(float_text::round_to(number, places)).map(Value::float)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.float.clone();
    let class = vm.class_argument(args, &owner)?;
    let number = match args.get(1) {
        Value::Unbound => 0.0,
        value => from_value(vm, value)?,
    };
    Ok(vm.as_instance_of(number.into(), &class))
}

/// `float(value)`.
pub fn from_value(vm: &mut Vm, value: &Value) -> Result<f64> {
    // A string's own `__float__` comes before its text.
    if value.get::<Str>().is_some()
        && value.get_exact::<Str>().is_none()
        && let Some(number) = vm.real_number_or_none(value)?
    {
        return Ok(number);
    }
    let parsed = if let Some(text) = value.as_str() {
        float_text::parse(text).ok_or_else(|| escapes::repr_str(text))
    } else if let Some(bytes) = value.as_bytes() {
        std::str::from_utf8(&bytes)
            .ok()
            .and_then(float_text::parse)
            .ok_or_else(|| escapes::repr_bytes(&bytes))
    } else {
        return match vm.real_number_or_none(value)? {
            Some(number) => Ok(number),
            None => {
                let kind = vm.type_name(value);
                Err(vm.type_error(format!(
                    "float() argument must be a string or a real number, not '{kind}'"
                )))
            }
        };
    };
    // Each NaN that a script asks for is an object of its own: `is` tells them apart by their bits.
    let parsed = parsed
        .map(|number| if number.is_nan() { crate::object::number::fresh_nan() } else { number });
    parsed.map_err(|text| vm.value_error(format!("could not convert string to float: {text}")))
}

fn from_hex(vm: &mut Vm, args: &Args) -> Result {
    let Some(text) = args.get(1).as_str() else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let number = Value::float(vm.checked(float_text::from_hex(text))?);
    if args.get(0).get_ref().is_some_and(|class| vm.types.float.same(class)) {
        return Ok(number);
    }
    vm.call(args.get(0), &[number])
}

fn get_format(vm: &mut Vm, args: &Args) -> Result {
    match args.get(1).as_str() {
        Some("double" | "float") if cfg!(target_endian = "big") => Ok("IEEE, big-endian".into()),
        Some("double" | "float") => Ok("IEEE, little-endian".into()),
        _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}
