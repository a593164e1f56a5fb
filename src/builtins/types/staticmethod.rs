//! `staticmethod`.

use crate::object::descriptor::StaticMethod;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "staticmethod",
    layout: Kind::StaticMethod,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "function, /", init),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__repr__", "", repr),
        Native::new("__call__", "*args, **kwargs", call),
    ],
    attributes: &[
        GetSetSpec::member("__func__", |vm, object| Ok(method(vm, object)?.function.get())),
        GetSetSpec::member("__wrapped__", |vm, object| Ok(method(vm, object)?.function.get())),
        GetSetSpec::readonly("__name__", |vm, o| of_function(vm, o, "__name__")),
        GetSetSpec::readonly("__qualname__", |vm, o| of_function(vm, o, "__qualname__")),
        GetSetSpec::readonly("__module__", |vm, o| of_function(vm, o, "__module__")),
        GetSetSpec::readonly("__doc__", |vm, o| of_function(vm, o, "__doc__")),
        GetSetSpec::readonly("__annotations__", |vm, o| of_function(vm, o, "__annotations__")),
        GetSetSpec::readonly("__isabstractmethod__", is_abstract),
        GetSetSpec::writable("__dict__", super::function::get_dict, super::function::set_dict),
    ],
    ..ClassSpec::EMPTY
};

fn method<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<StaticMethod>> {
    Args::positional(std::slice::from_ref(object)).receiver::<StaticMethod>(vm)
}

/// An attribute that the wrapped function lends.
fn of_function(vm: &mut Vm, object: &Value, name: &str) -> Result {
    let function = method(vm, object)?.function.get();
    let name = vm.intern(name);
    vm.get_attr(&function, &name)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.staticmethod.clone();
    let class = vm.class_argument(args, &owner)?;
    let method = Ref::new(StaticMethod { function: Slot::new(Value::None) });
    Ok(vm.as_instance_of(method.into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<StaticMethod>(vm)?.function.set(args.get(1).clone());
    Ok(Value::None)
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<StaticMethod>(vm)?.function.get())
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let function = args.receiver::<StaticMethod>(vm)?.function.get();
    vm.call_with_names(&function, &args.values[1..], args.names)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let function = args.receiver::<StaticMethod>(vm)?.function.get();
    let shown = vm.repr(&function)?;
    Ok(format!("<staticmethod({})>", shown.as_str()).into())
}

fn is_abstract(vm: &mut Vm, object: &Value) -> Result {
    let function = method(vm, object)?.function.get();
    let name = vm.intern("__isabstractmethod__");
    match vm.get_attr_optional(&function, &name)? {
        Some(found) => Ok(vm.truth(&found)?.into()),
        None => Ok(Value::False),
    }
}
