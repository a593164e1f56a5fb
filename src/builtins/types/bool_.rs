//! `bool`: an int with two values.

use ouro_grammar::ast::BinaryOperator;

use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "bool",
    layout: Kind::BigInt,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__and__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::And)),
        Native::new("__invert__", "", invert),
        Native::new("__or__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::Or)),
        Native::new("__rand__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::And)),
        Native::new("__repr__", "", repr),
        Native::new("__ror__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::Or)),
        Native::new("__rxor__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::Xor)),
        Native::new("__xor__", "value, /", |vm, args| bitwise(vm, args, BinaryOperator::Xor)),
    ],
    doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are \
          the only two instances of the class bool.\nThe class bool is a subclass of the class int, \
          and cannot be subclassed.",
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.bool_.clone();
    vm.class_argument(args, &owner)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("bool() takes no keyword arguments"));
    }
    match args.rest(1) {
        [] => Ok(Value::False),
        [value] => vm.truth(value).map(Value::bool),
        more => {
            let count = more.len();
            Err(vm.type_error(format!("bool expected at most 1 argument, got {count}")))
        }
    }
}

pub const INVERT_WARNING: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in \
    Python 3.16. This returns the bitwise inversion of the underlying int object and is usually \
    not what you expect from negating a bool. Use the 'not' operator for boolean negation or \
    ~int(x) if you really want the bitwise inversion of the underlying int.";

fn as_bool(value: &Value) -> Option<bool> {
    match value {
        Value::True => Some(true),
        Value::False => Some(false),
        _ => None,
    }
}

/// Two bools give a bool; with any other number they are ints.
fn bitwise(vm: &mut Vm, args: &Args, operator: BinaryOperator) -> Result {
    let (a, b) = (args.get(0), args.get(1));
    if let (Some(a), Some(b)) = (as_bool(a), as_bool(b)) {
        return Ok(Value::bool(match operator {
            BinaryOperator::And => a & b,
            BinaryOperator::Or => a | b,
            _ => a ^ b,
        }));
    }
    let (Some(a), Some(b)) = (a.as_integer(), b.as_integer()) else {
        return Ok(Value::NotImplemented);
    };
    let (a, b) = (a.to_bigint().into(), b.to_bigint().into());
    vm.binary(operator, &a, &b)
}

fn invert(vm: &mut Vm, args: &Args) -> Result {
    vm.warn_deprecated(INVERT_WARNING)?;
    Ok(Value::Int(if matches!(args.get(0), Value::True) { -2 } else { -1 }))
}

fn repr(_: &mut Vm, args: &Args) -> Result {
    Ok(if matches!(args.get(0), Value::True) { "True" } else { "False" }.into())
}
