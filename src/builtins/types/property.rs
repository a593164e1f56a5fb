//! `property`.

use std::cell::Cell;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::descriptor::Property;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "property",
    layout: Kind::Property,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "fget=None, fset=None, fdel=None, doc=None", init),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__set__", "instance, value, /", set),
        Native::new("__delete__", "instance, /", delete),
        Native::new("__set_name__", "*args", set_name),
        Native::new("getter", "fget, /", getter),
        Native::new("setter", "fset, /", setter),
        Native::new("deleter", "fdel, /", deleter),
    ],
    attributes: &[
        GetSetSpec::member("fget", |vm, object| Ok(property(vm, object)?.getter.get())),
        GetSetSpec::member("fset", |vm, object| Ok(property(vm, object)?.setter.get())),
        GetSetSpec::member("fdel", |vm, object| Ok(property(vm, object)?.deleter.get())),
        GetSetSpec::writable(
            "__doc__",
            |vm, object| Ok(property(vm, object)?.doc.get()),
            |vm, object, value| {
                property(vm, object)?.doc.set(value.bound().cloned().unwrap_or(Value::None));
                Ok(())
            },
        ),
        GetSetSpec::writable("__name__", get_name, |vm, object, value| {
            property(vm, object)?.name.set(value.bound().cloned().unwrap_or(Value::None));
            Ok(())
        }),
        GetSetSpec::readonly("__isabstractmethod__", is_abstract),
    ],
    ..ClassSpec::EMPTY
};

fn property<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<Property>> {
    Args::positional(std::slice::from_ref(object)).receiver::<Property>(vm)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.property.clone();
    let class = vm.class_argument(args, &owner)?;
    let property = Ref::new(Property {
        getter: Slot::new(Value::None),
        setter: Slot::new(Value::None),
        deleter: Slot::new(Value::None),
        doc: Slot::new(Value::None),
        doc_of_getter: Cell::new(false),
        name: Slot::new(Value::None),
    });
    Ok(vm.as_instance_of(property.into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let property = args.receiver::<Property>(vm)?;
    let argument = |index: usize| args.get(index).bound().cloned().unwrap_or(Value::None);
    property.getter.set(argument(1));
    property.setter.set(argument(2));
    property.deleter.set(argument(3));
    let doc_name = vm.names.doc.clone();
    let mut doc = argument(4);
    property.doc_of_getter.set(false);
    if doc.is_none() && !argument(1).is_none() {
        doc = vm.get_attr_optional(&argument(1), &doc_name)?.unwrap_or(Value::None);
        property.doc_of_getter.set(!doc.is_none());
    }
    if vm.class_of(args.get(0)).same(&vm.types.property) {
        property.doc.set(doc);
        return Ok(Value::None);
    }
    // The docstring of a derived class hides the attribute: instances have their own.
    match vm.set_attr(args.get(0), &doc_name, doc) {
        Err(error)
            if property.doc_of_getter.get()
                || !vm.is_exception(&error, ExceptionKind::AttributeError) =>
        {
            Err(error)
        }
        _ => Ok(Value::None),
    }
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Property>(vm)?;
    if args.get(1).is_none() {
        return Ok(args.get(0).clone());
    }
    let class = vm.class_of(args.get(1));
    vm.read_data_descriptor(args.get(0), args.get(1), &class)
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let property = args.receiver::<Property>(vm)?;
    let class = vm.class_of(args.get(1));
    vm.write_property(property, args.get(1), args.get(2).clone(), &class)?;
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: &Args) -> Result {
    let property = args.receiver::<Property>(vm)?;
    let class = vm.class_of(args.get(1));
    vm.write_property(property, args.get(1), Value::Unbound, &class)?;
    Ok(Value::None)
}

fn set_name(vm: &mut Vm, args: &Args) -> Result {
    let property = args.receiver::<Property>(vm)?;
    let [_, name] = args.rest(1) else {
        let given = args.rest(1).len();
        return Err(vm.type_error(format!(
            "__set_name__() takes 2 positional arguments but {given} were given"
        )));
    };
    property.name.set(name.clone());
    Ok(Value::None)
}

/// A copy in which one of the functions is another one.
fn copy(vm: &mut Vm, args: &Args, place: usize) -> Result {
    let property = args.receiver::<Property>(vm)?;
    let mut functions =
        [property.getter.get(), property.setter.get(), property.deleter.get(), Value::None];
    if !args.get(1).is_none() {
        functions[place] = args.get(1).clone();
    }
    // A documentation of its own stays; one from the getter comes from the new getter.
    if !property.doc_of_getter.get() || functions[0].is_none() {
        functions[3] = property.doc.get();
    }
    let class = vm.class_of(args.get(0));
    let made = vm.call(&class.into(), &functions)?;
    if let Some(made) = made.get::<Property>() {
        made.name.set(property.name.get());
    }
    Ok(made)
}

fn getter(vm: &mut Vm, args: &Args) -> Result {
    copy(vm, args, 0)
}

fn setter(vm: &mut Vm, args: &Args) -> Result {
    copy(vm, args, 1)
}

fn deleter(vm: &mut Vm, args: &Args) -> Result {
    copy(vm, args, 2)
}

fn get_name(vm: &mut Vm, object: &Value) -> Result {
    let property = property(vm, object)?;
    let name = property.name.get();
    if !name.is_none() {
        return Ok(name);
    }
    let name = vm.names.name.clone();
    let getter = property.getter.get();
    match vm.get_attr_optional(&getter, &name)? {
        Some(found) if !getter.is_none() => Ok(found),
        _ => Err(vm.attribute_missing(object, &name)),
    }
}

fn is_abstract(vm: &mut Vm, object: &Value) -> Result {
    let property = property(vm, object)?;
    let name = vm.intern("__isabstractmethod__");
    for function in [property.getter.get(), property.setter.get(), property.deleter.get()] {
        if let Some(found) = vm.get_attr_optional(&function, &name)?
            && vm.truth(&found)?
        {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}
