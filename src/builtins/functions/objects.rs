//! Functions on any object: attributes, identity, kind, text.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::list::List;
use crate::object::native::{Args, Native};
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("ascii", "obj, /", |vm, args| Ok(vm.ascii(args.get(0))?.into())),
    Native::new("callable", "obj, /", |vm, args| Ok(vm.is_callable(args.get(0)).into())),
    Native::new("delattr", "obj, name, /", delete_attribute),
    Native::new("dir", "*args", dir),
    Native::new("format", "value, format_spec='', /", format),
    Native::new("getattr", "object, name, default=None, /", get_attribute),
    Native::new("hasattr", "obj, name, /", has_attribute),
    Native::new("hash", "obj, /", |vm, args| vm.hash(args.get(0)).map(Value::Int)),
    Native::new("id", "obj, /", |_, args| Ok(identity(args.get(0)).into())),
    Native::new("isinstance", "obj, class_or_tuple, /", |vm, args| {
        vm.is_instance(args.get(0), args.get(1)).map(Value::bool)
    }),
    Native::new("issubclass", "cls, class_or_tuple, /", |vm, args| {
        vm.is_subclass(args.get(0), args.get(1)).map(Value::bool)
    }),
    Native::new("repr", "obj, /", |vm, args| Ok(vm.repr(args.get(0))?.into())),
    Native::new("setattr", "obj, name, value, /", set_attribute),
    Native::new("vars", "*args", vars),
];

impl Vm {
    /// The name of an attribute, which must be a string; interned.
    pub fn attribute_name(&mut self, name: &Value) -> Result<Ref<Str>> {
        match name.get_ref::<Str>() {
            Some(text) if name.get_exact::<Str>().is_some() => Ok(self.intern_str(text)),
            Some(text) => Ok(self.intern(text.as_str())),
            None => {
                let kind = self.type_name(name);
                Err(self.type_error(format!("attribute name must be string, not '{kind}'")))
            }
        }
    }
}

/// `id(value)`: the address of an object. Values without one get numbers that addresses of heap
/// objects never have, the same for the same value.
pub fn identity(value: &Value) -> usize {
    const BEYOND: usize = (usize::MAX >> 16) + 1;
    match value {
        Value::Object(object) => object.address(),
        Value::Unbound => 0,
        Value::None => BEYOND + 16,
        Value::False => BEYOND + 32,
        Value::True => BEYOND + 48,
        Value::Ellipsis => BEYOND + 64,
        Value::NotImplemented => BEYOND + 80,
        Value::Int(number) => (2 * BEYOND).wrapping_add((*number as usize).wrapping_mul(32)),
        Value::Float(bits) => (4 * BEYOND) ^ (bits.get().to_bits().rotate_left(8) as usize),
    }
}

fn get_attribute(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.attribute_name(args.get(1))?;
    match args.get(2).bound() {
        None => vm.get_attr(args.get(0), &name),
        Some(default) => {
            Ok(vm.get_attr_optional(args.get(0), &name)?.unwrap_or_else(|| default.clone()))
        }
    }
}

fn has_attribute(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.attribute_name(args.get(1))?;
    Ok(vm.get_attr_optional(args.get(0), &name)?.is_some().into())
}

fn set_attribute(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.attribute_name(args.get(1))?;
    vm.set_attr(args.get(0), &name, args.get(2).clone())?;
    Ok(Value::None)
}

fn delete_attribute(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.attribute_name(args.get(1))?;
    vm.delete_attr(args.get(0), &name)?;
    Ok(Value::None)
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let spec = match args.get(1).bound() {
        None => "",
        Some(spec) => match spec.as_str() {
            Some(spec) => spec,
            None => {
                let kind = crate::builtins::types::arguments::argument_kind(vm, spec);
                return Err(vm.type_error(format!("format() argument 2 must be str, not {kind}")));
            }
        },
    };
    Ok(vm.format(args.get(0), spec)?.into())
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    super::expect_count(vm, args, "dir", 0, 1)?;
    let names = match args.values.first() {
        None => {
            let locals = vm.current_locals()?;
            let keys = vm.call_method(&locals, "keys", &[])?;
            vm.collect(&keys)?
        }
        Some(object) => {
            let name = vm.names.dir.clone();
            match vm.call_special(object, &name, &[])? {
                Some(names) => vm.collect(&names)?,
                None => return Err(vm.type_error("object does not provide __dir__")),
            }
        }
    };
    let (names, result) = vm.sort_values(names, &Value::None, false);
    result?;
    Ok(List::new(names).into())
}

fn vars(vm: &mut Vm, args: &Args) -> Result {
    super::expect_count(vm, args, "vars", 0, 1)?;
    let Some(object) = args.values.first() else { return vm.current_locals() };
    let name = vm.names.dict.clone();
    match vm.get_attr_optional(object, &name)? {
        Some(dict) => Ok(dict),
        None => {
            let message = "vars() argument must have __dict__ attribute";
            Err(vm.error(ExceptionKind::TypeError, message))
        }
    }
}
