//! `complex`.

use std::cmp::Ordering;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::equality::compare_integer_with_float;
use crate::object::hash::hash_complex;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::number::ComplexObject;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::text::complex_text::{self, Complex, format_complex};
use crate::text::number_division::int_to_float;
use crate::vm::Vm;

use super::arguments::{format_spec_argument, wrong_receiver};

pub const CLASS: ClassSpec = ClassSpec {
    name: "complex",
    layout: Kind::Complex,
    is_base_type: true,
    new: Some(&Native::new("__new__", "real=0, imag=0", new)),
    methods: &[
        Native::new("conjugate", "", |vm, args| {
            let number = receiver(vm, args)?;
            Ok(Complex::new(number.real, -number.imag).into())
        }),
        Native::new("__abs__", "", |vm, args| {
            let number = receiver(vm, args)?;
            vm.checked(number.magnitude()).map(Value::float)
        }),
        Native::new("__add__", "value, /", |vm, args| binary(vm, args, sum)),
        Native::new("__bool__", "", |vm, args| {
            let number = receiver(vm, args)?;
            Ok(Value::bool(number.real != 0.0 || number.imag != 0.0))
        }),
        Native::new("__complex__", "", |vm, args| receiver(vm, args).map(Value::from)),
        Native::new("__eq__", "value, /", |vm, args| Ok(equal(vm, args)?.into_answer(false))),
        Native::new("__format__", "format_spec, /", format),
        Native::new("__ge__", "value, /", unordered),
        Native::new("__getnewargs__", "", |vm, args| {
            let number = receiver(vm, args)?;
            Ok(Tuple::new([number.real.into(), number.imag.into()]).into())
        }),
        Native::new("__gt__", "value, /", unordered),
        Native::new("__hash__", "", hash),
        Native::new("__le__", "value, /", unordered),
        Native::new("__lt__", "value, /", unordered),
        Native::new("__mul__", "value, /", |vm, args| binary(vm, args, product)),
        Native::new("__ne__", "value, /", |vm, args| Ok(equal(vm, args)?.into_answer(true))),
        Native::new("__neg__", "", |vm, args| Ok(receiver(vm, args)?.negative().into())),
        Native::new("__pos__", "", |vm, args| receiver(vm, args).map(Value::from)),
        Native::new("__pow__", "value, mod=None, /", |vm, args| {
            check_modulus(vm, args)?;
            binary(vm, args, power)
        }),
        Native::new("__radd__", "value, /", |vm, args| reflected(vm, args, sum)),
        Native::new("__repr__", "", |vm, args| Ok(complex_text::repr(receiver(vm, args)?).into())),
        Native::new("__rmul__", "value, /", |vm, args| reflected(vm, args, product)),
        Native::new("__rpow__", "value, mod=None, /", |vm, args| {
            check_modulus(vm, args)?;
            reflected(vm, args, power)
        }),
        Native::new("__rsub__", "value, /", |vm, args| reflected(vm, args, difference)),
        Native::new("__rtruediv__", "value, /", |vm, args| reflected(vm, args, quotient)),
        Native::new("__sub__", "value, /", |vm, args| binary(vm, args, difference)),
        Native::new("__truediv__", "value, /", |vm, args| binary(vm, args, quotient)),
    ],
    attributes: &[
        GetSetSpec::member("real", |vm, value| part(vm, value, |number| number.real)),
        GetSetSpec::member("imag", |vm, value| part(vm, value, |number| number.imag)),
    ],
    doc: "A complex number: two floats, its real and its imaginary part.\n\n\
          Made from a text, or from numbers of which each may be complex.",
    ..ClassSpec::EMPTY
};

/// What two numbers make of each other.
type Operation = fn(&mut Vm, Complex, Complex) -> Result<Complex>;

fn sum(_: &mut Vm, a: Complex, b: Complex) -> Result<Complex> {
    Ok(a.plus(b))
}

fn difference(_: &mut Vm, a: Complex, b: Complex) -> Result<Complex> {
    Ok(a.minus(b))
}

fn product(_: &mut Vm, a: Complex, b: Complex) -> Result<Complex> {
    Ok(a.times(b))
}

fn quotient(vm: &mut Vm, a: Complex, b: Complex) -> Result<Complex> {
    a.divide(b).ok_or_else(|| {
        vm.error(ExceptionKind::ZeroDivisionError, "complex division by zero".to_owned())
    })
}

fn power(vm: &mut Vm, a: Complex, b: Complex) -> Result<Complex> {
    vm.checked(a.power(b))
}

fn receiver(vm: &mut Vm, args: &Args) -> Result<Complex> {
    match args.get(0).as_complex() {
        Some(number) => Ok(number),
        None => Err(wrong_receiver(vm, args.get(0), "complex")),
    }
}

fn part(vm: &mut Vm, value: &Value, choose: fn(Complex) -> f64) -> Result {
    match value.as_complex() {
        Some(number) => Ok(choose(number).into()),
        None => Err(wrong_receiver(vm, value, "complex")),
    }
}

/// The other side of an operator: any number; `None` for anything else.
fn operand(vm: &mut Vm, value: &Value) -> Result<Option<Complex>> {
    if let Some(number) = value.as_complex() {
        return Ok(Some(number));
    }
    if let Some(number) = value.as_float() {
        return Ok(Some(Complex::new(number, 0.0)));
    }
    match value.as_integer() {
        Some(number) => vm.checked(int_to_float(number)).map(|real| Some(Complex::new(real, 0.0))),
        None => Ok(None),
    }
}

fn binary(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let left = receiver(vm, args)?;
    let Some(right) = operand(vm, args.get(1))? else { return Ok(Value::NotImplemented) };
    operation(vm, left, right).map(Value::from)
}

fn reflected(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    let right = receiver(vm, args)?;
    let Some(left) = operand(vm, args.get(1))? else { return Ok(Value::NotImplemented) };
    operation(vm, left, right).map(Value::from)
}

fn check_modulus(vm: &mut Vm, args: &Args) -> Result<()> {
    match args.get(2) {
        Value::None | Value::Unbound => Ok(()),
        _ => Err(vm.value_error("complex modulo")),
    }
}

/// The answer of a comparison: `None` where the other side is no number.
struct Equality(Option<bool>);

impl Equality {
    fn into_answer(self, negated: bool) -> Value {
        self.0.map_or(Value::NotImplemented, |equal| Value::bool(equal != negated))
    }
}

fn equal(vm: &mut Vm, args: &Args) -> Result<Equality> {
    let left = receiver(vm, args)?;
    let other = args.get(1);
    Ok(Equality(if let Some(right) = other.as_complex() {
        Some(left == right)
    } else if let Some(right) = other.as_float() {
        Some(left == Complex::new(right, 0.0))
    } else {
        other.as_integer().map(|right| {
            left.imag == 0.0
                && compare_integer_with_float(&right, left.real) == Some(Ordering::Equal)
        })
    }))
}

fn unordered(vm: &mut Vm, args: &Args) -> Result {
    receiver(vm, args)?;
    Ok(Value::NotImplemented)
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let number = receiver(vm, args)?;
    let identity = match args.get(0) {
        Value::Object(object) => object.address(),
        _ => 0,
    };
    Ok(Value::Int(hash_complex(number.real, number.imag, identity)))
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let number = receiver(vm, args)?;
    let spec = format_spec_argument(vm, args)?;
    if spec.is_empty() {
        return vm.to_str(args.get(0)).map(Value::object);
    }
    let kind = vm.type_name(args.get(0));
    vm.checked(format_complex(number, spec, &kind)).map(Value::from)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.complex.clone();
    let class = vm.class_argument(args, &owner)?;
    let (real, imag) = (args.get(1), args.get(2));
    let number = from_values(vm, real, imag)?;
    Ok(vm.as_instance_of(number.into(), &class))
}

fn from_values(vm: &mut Vm, real: &Value, imag: &Value) -> Result<Complex> {
    if let Some(text) = real.as_str() {
        if imag.bound().is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match complex_text::parse(text) {
            Some(number) => Ok(number),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if imag.as_str().is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = match real.bound() {
        None => Complex::new(0.0, 0.0),
        Some(value) => match by_method(vm, value)? {
            Some(number) => number,
            None => from_number(vm, value, "first argument must be a string or a number")?,
        },
    };
    let Some(imag) = imag.bound() else { return Ok(first) };
    let second = from_number(vm, imag, "second argument must be a number")?;
    let is_complex = |value: &Value| value.as_complex().is_some();
    // Parts that are not there are not added: the sign of a zero stays.
    Ok(Complex::new(
        if is_complex(imag) { first.real - second.imag } else { first.real },
        match real.bound() {
            Some(value) if is_complex(value) || first.imag != 0.0 => first.imag + second.real,
            _ => second.real,
        },
    ))
}

/// What `__complex__` says.
fn by_method(vm: &mut Vm, value: &Value) -> Result<Option<Complex>> {
    if value.get_exact::<ComplexObject>().is_some() {
        return Ok(value.as_complex());
    }
    let name = vm.intern("__complex__");
    let Some(answer) = vm.call_special(value, &name, &[])? else { return Ok(None) };
    let Some(number) = answer.as_complex() else {
        let kind = vm.type_name(&answer);
        return Err(vm.type_error(format!("__complex__ returned non-complex (type {kind})")));
    };
    if answer.get_exact::<ComplexObject>().is_none() {
        let kind = vm.type_name(&answer);
        vm.warn(
            ExceptionKind::DeprecationWarning,
            &format!(
                "__complex__ returned non-complex (type {kind}).  The ability to return an \
                 instance of a strict subclass of complex is deprecated, and may be removed in a \
                 future version of Python."
            ),
        )?;
    }
    Ok(Some(number))
}

fn from_number(vm: &mut Vm, value: &Value, refusal: &str) -> Result<Complex> {
    if let Some(number) = value.as_complex() {
        return Ok(number);
    }
    match vm.real_number_or_none(value)? {
        Some(real) => Ok(Complex::new(real, 0.0)),
        None => {
            let kind = vm.type_name(value);
            Err(vm.type_error(format!("complex() {refusal}, not '{kind}'")))
        }
    }
}

impl From<Complex> for Value {
    fn from(value: Complex) -> Value {
        Value::object(Ref::new(ComplexObject { value }))
    }
}
