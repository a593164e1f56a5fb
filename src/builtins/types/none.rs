//! The classes of `None`, `...` and `NotImplemented`.

use crate::code::op::Comparison;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The class of `None`.
pub const NONE: ClassSpec = ClassSpec {
    name: "NoneType",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_none)),
    methods: &[
        Native::new("__bool__", "", |_, _| Ok(Value::False)),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__hash__", "", |_, _| Ok(Value::Int(crate::object::hash::HASH_NONE))),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__repr__", "", |_, _| Ok("None".into())),
    ],
    ..ClassSpec::EMPTY
};

/// The class of `...`.
pub const ELLIPSIS: ClassSpec = ClassSpec {
    name: "ellipsis",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_ellipsis)),
    methods: &[
        Native::new("__reduce__", "", |_, _| Ok("Ellipsis".into())),
        Native::new("__repr__", "", |_, _| Ok("Ellipsis".into())),
    ],
    ..ClassSpec::EMPTY
};

/// The class of `NotImplemented`.
pub const NOT_IMPLEMENTED: ClassSpec = ClassSpec {
    name: "NotImplementedType",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_not_implemented)),
    methods: &[
        Native::new("__bool__", "", |vm, _| {
            vm.warn_deprecated("NotImplemented should not be used in a boolean context")?;
            Ok(Value::True)
        }),
        Native::new("__reduce__", "", |_, _| Ok("NotImplemented".into())),
        Native::new("__repr__", "", |_, _| Ok("NotImplemented".into())),
    ],
    ..ClassSpec::EMPTY
};

/// Each of these classes has one instance, which calling the class gives.
fn the_only(vm: &mut Vm, args: &Args, name: &str, value: Value) -> Result {
    if args.values.len() > 1 {
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(value)
}

fn new_none(vm: &mut Vm, args: &Args) -> Result {
    the_only(vm, args, "NoneType", Value::None)
}

fn new_ellipsis(vm: &mut Vm, args: &Args) -> Result {
    the_only(vm, args, "EllipsisType", Value::Ellipsis)
}

fn new_not_implemented(vm: &mut Vm, args: &Args) -> Result {
    the_only(vm, args, "NotImplementedType", Value::NotImplemented)
}

fn compare(_: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    if !args.get(1).is_none() {
        return Ok(Value::NotImplemented);
    }
    Ok(Value::bool(comparison == Comparison::Equal))
}
