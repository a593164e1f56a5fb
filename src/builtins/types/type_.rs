//! `type`: the class of classes.

use std::collections::BTreeSet;

use super::object::{attribute_name, class_attribute_names};
use crate::object::class::Class;
use crate::object::dict::{Dict, MappingProxy};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "type",
    layout: Kind::Class,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__repr__", "", repr),
        Native::new("__or__", "value, /", or),
        Native::new("__ror__", "value, /", reflected_or),
        Native::new("__getattribute__", "name, /", getattribute),
        Native::new("__setattr__", "name, value, /", setattr),
        Native::new("__delattr__", "name, /", delattr),
        Native::new("__instancecheck__", "instance, /", instancecheck),
        Native::new("__subclasscheck__", "subclass, /", subclasscheck),
        Native::new("__subclasses__", "", subclasses),
        Native::new("__dir__", "", dir),
        Native::new("mro", "", mro),
    ],
    class_methods: &[Native::new("__prepare__", "*args, **kwargs", prepare)],
    attributes: &[
        GetSetSpec::writable("__name__", get_name, set_name),
        GetSetSpec::writable("__qualname__", get_qualname, set_qualname),
        GetSetSpec::writable("__module__", get_module, set_module),
        GetSetSpec::writable("__bases__", get_bases, set_bases),
        GetSetSpec::readonly("__base__", get_base),
        GetSetSpec::readonly("__mro__", get_mro),
        GetSetSpec::readonly("__dict__", get_dict),
        GetSetSpec::writable("__doc__", get_doc, set_doc),
        GetSetSpec::writable("__abstractmethods__", get_abstract, set_abstract),
        GetSetSpec::writable("__annotations__", get_annotations, set_annotations),
        GetSetSpec::writable("__type_params__", get_type_params, set_type_params),
        GetSetSpec::readonly("__flags__", get_flags),
        GetSetSpec::readonly("__basicsize__", |_, _| Ok(Value::Int(16))),
        GetSetSpec::readonly("__itemsize__", |_, _| Ok(Value::Int(0))),
        GetSetSpec::readonly("__text_signature__", |_, _| Ok(Value::None)),
    ],
    ..ClassSpec::EMPTY
};

fn class_of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<Class>> {
    Args::positional(std::slice::from_ref(object)).receiver::<Class>(vm)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let type_ = vm.types.type_.clone();
    let metaclass = vm.class_argument(args, &type_)?;
    let arguments = args.rest(1);
    if arguments.len() != 3 {
        let count = arguments.len();
        return Err(
            vm.type_error(format!("type.__new__() takes exactly 3 arguments ({count} given)"))
        );
    }
    let wrong = |vm: &mut Vm, place: usize, wanted: &str| {
        let found = vm.type_name(&arguments[place]);
        let place = place + 1;
        Err(vm.type_error(format!("type.__new__() argument {place} must be {wanted}, not {found}")))
    };
    let Some(name) = arguments[0].as_str_ref() else { return wrong(vm, 0, "str") };
    let Some(bases) = arguments[1].as_tuple() else { return wrong(vm, 1, "tuple") };
    let Some(namespace) = arguments[2].get_ref::<Dict>() else { return wrong(vm, 2, "dict") };
    for base in bases {
        if base.get::<Class>().is_none() {
            let entries = vm.names.mro_entries.clone();
            if vm.get_attr_optional(base, &entries)?.is_some() {
                return Err(vm.type_error(
                    "type() doesn't support MRO entry resolution; use types.new_class()",
                ));
            }
        }
    }
    let winner = vm.most_derived_metaclass(metaclass.clone(), bases)?;
    if !winner.same(&metaclass) {
        let new_name = vm.names.new.clone();
        let own = winner.lookup_with_owner(&new_name).map(|(_, owner)| owner);
        if own.is_some_and(|owner| !owner.same(&type_)) {
            let method = vm.get_attr(&winner.clone().into(), &new_name)?;
            let mut all = args.values.to_vec();
            all[0] = winner.into();
            return vm.call_with_names(&method, &all, args.names);
        }
    }
    let keywords: Vec<(Value, Value)> = args
        .names
        .iter()
        .cloned()
        .zip(args.values[args.positional_count()..].iter().cloned())
        .collect();
    Ok(vm.new_class(&winner, name, bases, namespace, &keywords)?.into())
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let count = args.positional_count() - 1;
    if !args.names.is_empty() && count == 1 {
        return Err(vm.type_error("type.__init__() takes no keyword arguments"));
    }
    if count != 1 && count != 3 {
        return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::None)
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    vm.type_call(class, &args.values[1..], args.names)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let name = vm.full_class_name(class)?;
    Ok(format!("<class '{name}'>").into())
}

fn or(vm: &mut Vm, args: &Args) -> Result {
    vm.union(args.get(0), args.get(1))
}

fn reflected_or(vm: &mut Vm, args: &Args) -> Result {
    vm.union(args.get(1), args.get(0))
}

fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let name = attribute_name(vm, args.get(1))?;
    let metaclass = vm.class_of(args.get(0));
    match vm.class_attribute(class, &metaclass, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_missing(args.get(0), &name)),
    }
}

fn setattr(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let name = attribute_name(vm, args.get(1))?;
    vm.set_class_attribute(class, &name, args.get(2).clone())?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let name = attribute_name(vm, args.get(1))?;
    vm.set_class_attribute(class, &name, Value::Unbound)?;
    Ok(Value::None)
}

fn instancecheck(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let own = vm.class_of(args.get(1));
    Ok(vm.is_instance_plainly(args.get(1), &own, class)?.into())
}

fn subclasscheck(vm: &mut Vm, args: &Args) -> Result {
    Ok(vm.is_subclass_by_bases(args.get(1), args.get(0))?.into())
}

fn subclasses(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    Ok(List::new(class.subclasses().into_iter().map(Value::from).collect()).into())
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let names: BTreeSet<String> = class_attribute_names(class);
    Ok(List::new(names.into_iter().map(Value::from).collect()).into())
}

fn mro(vm: &mut Vm, args: &Args) -> Result {
    let class = args.receiver::<Class>(vm)?;
    let order = vm.linearize(class)?;
    Ok(List::new(order.iter().cloned().map(Value::from).collect()).into())
}

fn prepare(_: &mut Vm, _: &Args) -> Result {
    Ok(Dict::new().into())
}

// ── attributes ──

fn get_name(vm: &mut Vm, object: &Value) -> Result {
    Ok(class_of(vm, object)?.name().into())
}

/// A change of a built-in class's attribute, or a deletion, is refused.
fn changeable<'a>(
    vm: &mut Vm,
    object: &'a Value,
    name: &str,
    value: &Value,
) -> Result<&'a Ref<Class>> {
    let class = class_of(vm, object)?;
    let type_name = vm.class_name(class);
    if !class.flags.get().is_heap_type {
        return Err(
            vm.type_error(format!("cannot set '{name}' attribute of immutable type '{type_name}'"))
        );
    }
    if value.is_unbound() {
        return Err(vm.type_error(format!(
            "cannot delete '{name}' attribute of immutable type '{type_name}'"
        )));
    }
    Ok(class)
}

fn text<'a>(vm: &mut Vm, class: &Ref<Class>, name: &str, value: &'a Value) -> Result<&'a Ref<Str>> {
    match value.as_str_ref() {
        Some(text) => Ok(text),
        None => {
            let class = vm.class_name(class);
            let found = vm.type_name(value);
            Err(vm.type_error(format!("can only assign string to {class}.{name}, not '{found}'")))
        }
    }
}

fn set_name(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__name__", &value)?;
    let name = text(vm, class, "__name__", &value)?.clone();
    drop(class.name.replace(name));
    Ok(())
}

fn get_qualname(vm: &mut Vm, object: &Value) -> Result {
    Ok(class_of(vm, object)?.qualname.borrow().clone().into())
}

fn set_qualname(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__qualname__", &value)?;
    let name = text(vm, class, "__qualname__", &value)?.clone();
    drop(class.qualname.replace(name));
    Ok(())
}

fn get_module(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?;
    match class.dict().get_str(&vm.names.module) {
        // In a built-in class it may be the attribute of the instances.
        Some(module) if class.flags.get().is_heap_type || module.as_str().is_some() => Ok(module),
        None if class.flags.get().is_heap_type => {
            let name = vm.names.module.clone();
            Err(vm.error(crate::builtins::exceptions::ExceptionKind::AttributeError, name.as_str()))
        }
        _ => Ok(vm.intern("builtins").into()),
    }
}

fn set_module(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__module__", &value)?.clone();
    let name = vm.names.module.clone();
    vm.store_class_attribute(&class, &name, value)
}

fn get_bases(vm: &mut Vm, object: &Value) -> Result {
    let bases = class_of(vm, object)?.bases.borrow().clone();
    Ok(Tuple::new(bases.into_iter().map(Value::from).collect::<Vec<_>>()).into())
}

fn set_bases(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__bases__", &value)?.clone();
    let class_name = vm.class_name(&class);
    let Some(items) = value.as_tuple() else {
        let found = vm.type_name(&value);
        return Err(
            vm.type_error(format!("can only assign tuple to {class_name}.__bases__, not {found}"))
        );
    };
    if items.is_empty() {
        return Err(vm.type_error(format!(
            "can only assign non-empty tuple to {class_name}.__bases__, not ()"
        )));
    }
    let mut bases = Vec::with_capacity(items.len());
    for item in items {
        let Some(base) = item.get_ref::<Class>() else {
            let found = vm.type_name(item);
            return Err(vm.type_error(format!(
                "{class_name}.__bases__ must be tuple of classes, not '{found}'"
            )));
        };
        if base.is_subclass_of(&class) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
        bases.push(base.clone());
    }
    let solid = |class: &Ref<Class>| class.solid_base.borrow().clone();
    for base in &bases {
        let fits = match (solid(base), solid(&class)) {
            (Some(theirs), Some(own)) => own.is_subclass_of(&theirs),
            _ => false,
        };
        if !fits || base.layout != class.layout && base.layout != Kind::Instance {
            let base_name = vm.class_name(base);
            let old = class.bases.borrow().first().map(|base| base.name());
            let old = old.as_ref().map_or("object", |name| name.as_str()).to_owned();
            return Err(vm.type_error(format!(
                "__bases__ assignment: '{base_name}' object layout differs from '{old}'"
            )));
        }
    }
    let old_bases = class.bases.replace(bases.clone());
    let mro = match vm.compute_mro(&class) {
        Ok(mro) => mro,
        Err(error) => {
            drop(class.bases.replace(old_bases));
            return Err(error);
        }
    };
    drop(class.mro.replace(mro));
    for base in &old_bases {
        base.remove_subclass(&class);
    }
    for base in &bases {
        base.add_subclass(&class);
    }
    // Classes below have the old order inside theirs.
    let mut waiting = class.subclasses();
    while let Some(below) = waiting.pop() {
        let mro = vm.compute_mro(&below)?;
        drop(below.mro.replace(mro));
        waiting.extend(below.subclasses());
    }
    class.invalidate();
    vm.compute_flags_below(&class);
    Ok(())
}

fn get_base(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?;
    let bases = class.bases.borrow();
    // The base whose layout the instances have.
    let solid = class.solid_base.borrow().clone();
    let best = bases.iter().find(|base| match (&*base.solid_base.borrow(), &solid) {
        (Some(theirs), Some(own)) => theirs.same(own),
        _ => false,
    });
    Ok(best.or(bases.first()).map_or(Value::None, |base| base.clone().into()))
}

fn get_mro(vm: &mut Vm, object: &Value) -> Result {
    let mro = class_of(vm, object)?.mro.borrow().clone();
    Ok(Tuple::new(mro.iter().cloned().map(Value::from).collect::<Vec<_>>()).into())
}

fn get_dict(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?;
    Ok(Ref::new(MappingProxy { mapping: class.dict().clone().into() }).into())
}

fn get_doc(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?.clone();
    match class.dict().get_str(&vm.names.doc) {
        Some(doc) => vm.bind(&doc, None, &class),
        None => Ok(Value::None),
    }
}

fn set_doc(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__doc__", &value)?.clone();
    let name = vm.names.doc.clone();
    vm.store_class_attribute(&class, &name, value)
}

fn get_abstract(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?.clone();
    let name = vm.intern("__abstractmethods__");
    if !class.same(&vm.types.type_)
        && let Some(found) = class.dict().get_str(&name)
    {
        return Ok(found);
    }
    Err(vm.attribute_missing(object, &name))
}

fn set_abstract(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = class_of(vm, object)?.clone();
    let name = vm.intern("__abstractmethods__");
    let is_abstract = if value.is_unbound() { false } else { vm.truth(&value)? };
    vm.store_class_attribute(&class, &name, value)?;
    class.update_flags(|flags| flags.is_abstract = is_abstract);
    Ok(())
}

fn get_annotations(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?.clone();
    let name = vm.names.annotations.clone();
    if !class.flags.get().is_heap_type {
        return Err(vm.attribute_missing(object, &name));
    }
    if let Some(found) = class.dict().get_str(&name) {
        return vm.bind(&found, None, &class);
    }
    let made = Value::from(Dict::new());
    vm.store_class_attribute(&class, &name, made.clone())?;
    Ok(made)
}

fn set_annotations(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = class_of(vm, object)?.clone();
    let name = vm.names.annotations.clone();
    if !class.flags.get().is_heap_type {
        let type_name = vm.class_name(&class);
        return Err(vm.type_error(format!(
            "cannot set '__annotations__' attribute of immutable type '{type_name}'"
        )));
    }
    vm.store_class_attribute(&class, &name, value)
}

fn get_type_params(vm: &mut Vm, object: &Value) -> Result {
    let class = class_of(vm, object)?;
    // In the dict of `type` itself is the descriptor.
    match class.dict().get_str(&vm.names.type_params).filter(|found| found.as_tuple().is_some()) {
        Some(found) => Ok(found),
        None => Ok(Tuple::new([]).into()),
    }
}

fn set_type_params(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let class = changeable(vm, object, "__type_params__", &value)?.clone();
    let name = vm.names.type_params.clone();
    vm.store_class_attribute(&class, &name, value)
}

fn get_flags(vm: &mut Vm, object: &Value) -> Result {
    let flags = class_of(vm, object)?.flags.get();
    let mut bits = 1 << 12;
    bits |= (flags.is_heap_type as i64) << 9;
    bits |= (flags.is_base_type as i64) << 10;
    bits |= (flags.is_abstract as i64) << 20;
    bits |= (flags.is_sequence as i64) << 5;
    bits |= (flags.is_mapping as i64) << 6;
    bits |= (!flags.is_heap_type as i64) << 8;
    Ok(Value::Int(bits))
}
