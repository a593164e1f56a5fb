//! `classmethod`.

use crate::object::descriptor::ClassMethod;
use crate::object::function::BoundMethod;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "classmethod",
    layout: Kind::ClassMethod,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "function, /", init),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__repr__", "", repr),
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

fn method<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<ClassMethod>> {
    Args::positional(std::slice::from_ref(object)).receiver::<ClassMethod>(vm)
}

/// An attribute that the wrapped function lends.
fn of_function(vm: &mut Vm, object: &Value, name: &str) -> Result {
    let function = method(vm, object)?.function.get();
    let name = vm.intern(name);
    vm.get_attr(&function, &name)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.classmethod.clone();
    let class = vm.class_argument(args, &owner)?;
    let method = Ref::new(ClassMethod { function: Slot::new(Value::None) });
    Ok(vm.as_instance_of(method.into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<ClassMethod>(vm)?.function.set(args.get(1).clone());
    Ok(Value::None)
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let function = args.receiver::<ClassMethod>(vm)?.function.get();
    let class = match args.get(2).bound() {
        Some(class) if !class.is_none() => class.clone(),
        _ => vm.class_of(args.get(1)).into(),
    };
    Ok(BoundMethod::new(function, class).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let function = args.receiver::<ClassMethod>(vm)?.function.get();
    let shown = vm.repr(&function)?;
    Ok(format!("<classmethod({})>", shown.as_str()).into())
}

fn is_abstract(vm: &mut Vm, object: &Value) -> Result {
    let function = method(vm, object)?.function.get();
    let name = vm.intern("__isabstractmethod__");
    match vm.get_attr_optional(&function, &name)? {
        Some(found) => Ok(vm.truth(&found)?.into()),
        None => Ok(Value::False),
    }
}
