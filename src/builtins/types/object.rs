//! `object`: what every value has.

use std::collections::BTreeSet;

use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::hash::hash_address;
use crate::object::heap::Derived;
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeObject};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "object",
    layout: Kind::Instance,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__repr__", "", repr),
        Native::new("__str__", "", str),
        Native::new("__hash__", "", hash),
        Native::new("__eq__", "value, /", eq),
        Native::new("__ne__", "value, /", ne),
        Native::new("__lt__", "value, /", not_implemented),
        Native::new("__le__", "value, /", not_implemented),
        Native::new("__gt__", "value, /", not_implemented),
        Native::new("__ge__", "value, /", not_implemented),
        Native::new("__getattribute__", "name, /", getattribute),
        Native::new("__setattr__", "name, value, /", setattr),
        Native::new("__delattr__", "name, /", delattr),
        Native::new("__format__", "format_spec, /", format),
        Native::new("__dir__", "", dir),
        Native::new("__sizeof__", "", sizeof),
        Native::new("__reduce__", "", reduce),
        Native::new("__reduce_ex__", "protocol, /", reduce_ex),
        Native::new("__getstate__", "", getstate),
    ],
    class_methods: &[
        Native::new("__init_subclass__", "*args, **kwargs", init_subclass),
        Native::new("__subclasshook__", "object, /", not_implemented),
    ],
    attributes: &[GetSetSpec::writable("__class__", get_class, set_class)],
    ..ClassSpec::EMPTY
};

/// Whether a class has its own `name` rather than `object`'s.
fn overrides(vm: &Vm, class: &Ref<Class>, name: &Ref<Str>) -> bool {
    match class.lookup_with_owner(name) {
        Some((_, owner)) => !owner.same(&vm.types.object),
        None => false,
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let object = vm.types.object.clone();
    let class = vm.class_argument(args, &object)?;
    if args.values.len() > 1 {
        if overrides(vm, &class, &vm.names.new.clone()) {
            return Err(vm.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if !overrides(vm, &class, &vm.names.init.clone()) {
            let name = vm.class_name(&class);
            return Err(vm.type_error(format!("{name}() takes no arguments")));
        }
    }
    vm.check_not_abstract(&class)?;
    Ok(vm.instantiate(&class).into())
}

impl Vm {
    /// "Can't instantiate abstract class …", if methods are left to implement.
    pub fn check_not_abstract(&mut self, class: &Ref<Class>) -> Result<()> {
        if !class.flags.get().is_abstract {
            return Ok(());
        }
        let name = self.intern("__abstractmethods__");
        let methods = class.dict().get_str(&name).unwrap_or(Value::None);
        let mut names = Vec::new();
        for method in self.collect(&methods)? {
            names.push(self.to_str(&method)?.as_str().to_owned());
        }
        if names.is_empty() {
            return Ok(());
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let class = self.class_name(class);
        let names = names.join("', '");
        Err(self.type_error(format!(
            "Can't instantiate abstract class {class} without an implementation for abstract \
             method{plural} '{names}'"
        )))
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    if args.values.len() > 1 {
        let class = vm.class_of(args.get(0));
        if overrides(vm, &class, &vm.names.init.clone()) {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        if !overrides(vm, &class, &vm.names.new.clone()) {
            let name = vm.class_name(&class);
            return Err(vm.type_error(format!(
                "{name}.__init__() takes exactly one argument (the instance to initialize)"
            )));
        }
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_of(args.get(0));
    let name = vm.full_class_name(&class)?;
    Ok(format!("<{name} object at {:#x}>", vm.identity(args.get(0))).into())
}

impl Vm {
    /// `module.qualname`, without the module for built-in classes.
    pub fn full_class_name(&mut self, class: &Ref<Class>) -> Result<String> {
        let qualname = class.qualname.borrow().clone();
        let module = class.dict().get_str(&self.names.module);
        Ok(match module.as_ref().and_then(Value::as_str) {
            None | Some("builtins") => qualname.as_str().to_owned(),
            Some(module) => format!("{module}.{}", qualname.as_str()),
        })
    }

    /// What `id` gives: the address, or a number that no address is for values that have none.
    pub fn identity(&self, value: &Value) -> usize {
        crate::builtins::functions::objects::identity(value)
    }
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    // What is no text is told by who asked for one.
    let name = vm.names.repr.clone();
    let text = vm.with_recursion_check("while getting the repr of an object", |vm| {
        vm.call_special(args.get(0), &name, &[])
    })?;
    Ok(text.unwrap_or(Value::None))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    Ok(hash_address(vm.identity(args.get(0))).into())
}

fn eq(_: &mut Vm, args: &Args) -> Result {
    Ok(if args.get(0).is(args.get(1)) { Value::True } else { Value::NotImplemented })
}

fn ne(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.eq.clone();
    match vm.call_special(args.get(0), &name, &[args.get(1).clone()])? {
        None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
        Some(answer) => Ok((!vm.truth(&answer)?).into()),
    }
}

fn not_implemented(_: &mut Vm, _: &Args) -> Result {
    Ok(Value::NotImplemented)
}

/// An attribute's name as given to `getattr` and its kin: interned.
pub fn attribute_name(vm: &mut Vm, name: &Value) -> Result<Ref<Str>> {
    match name.as_str_ref() {
        Some(name) => Ok(vm.intern_str(name)),
        None => {
            let found = vm.type_name(name);
            Err(vm.type_error(format!("attribute name must be string, not '{found}'")))
        }
    }
}

fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    let name = attribute_name(vm, args.get(1))?;
    let class = vm.class_of(args.get(0));
    match vm.object_attribute(args.get(0), &class, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_missing(args.get(0), &name)),
    }
}

fn setattr(vm: &mut Vm, args: &Args) -> Result {
    let name = attribute_name(vm, args.get(1))?;
    if args.get(0).get::<Class>().is_some() {
        let class = vm.class_of(args.get(0));
        let name = vm.class_name(&class);
        return Err(vm.type_error(format!("can't apply this __setattr__ to {name} object")));
    }
    vm.set_object_attribute(args.get(0), &name, args.get(2).clone())?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: &Args) -> Result {
    let name = attribute_name(vm, args.get(1))?;
    if args.get(0).get::<Class>().is_some() {
        let class = vm.class_of(args.get(0));
        let name = vm.class_name(&class);
        return Err(vm.type_error(format!("can't apply this __delattr__ to {name} object")));
    }
    vm.set_object_attribute(args.get(0), &name, Value::Unbound)?;
    Ok(Value::None)
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let Some(spec) = args.get(1).as_str() else {
        let found = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("__format__() argument must be str, not {found}")));
    };
    if !spec.is_empty() {
        let name = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("unsupported format string passed to {name}.__format__")));
    }
    Ok(vm.to_str(args.get(0))?.into())
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    let object = args.get(0);
    let mut names = BTreeSet::new();
    let dict_name = vm.names.dict.clone();
    if let Some(instance) = object.get_ref::<Instance>() {
        names
            .extend(instance.attribute_names().iter().filter_map(Value::as_str).map(str::to_owned));
    } else if let Some(dict) = vm.get_attr_optional(object, &dict_name)?
        && let Some(dict) = dict.get::<Dict>()
    {
        names.extend(dict.keys().iter().filter_map(Value::as_str).map(str::to_owned));
    }
    let class = vm.class_of(object);
    names.extend(class_attribute_names(&class));
    Ok(List::new(names.into_iter().map(Value::from).collect()).into())
}

/// The names of all attributes that a class and its bases have.
pub fn class_attribute_names(class: &Ref<Class>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for class in class.mro.borrow().iter() {
        names.extend(class.dict().keys().iter().filter_map(Value::as_str).map(str::to_owned));
    }
    names
}

fn sizeof(_: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(match args.get(0) {
        Value::Object(_) => 48,
        _ => 16,
    }))
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    reduce_through_copyreg(vm, args.get(0))
}

fn reduce_ex(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.intern("__reduce__");
    let class = vm.class_of(args.get(0));
    if overrides(vm, &class, &name) {
        return vm.call_method(args.get(0), "__reduce__", &[]);
    }
    reduce_through_copyreg(vm, args.get(0))
}

fn reduce_through_copyreg(vm: &mut Vm, object: &Value) -> Result {
    let class = vm.class_of(object);
    let name = vm.class_name(&class);
    if !class.flags.get().is_heap_type && class.layout != Kind::Instance {
        return Err(vm.type_error(format!("cannot pickle '{name}' object")));
    }
    let copyreg = vm.import("copyreg")?;
    let mut arguments = vec![Value::from(class)];
    let (with_names, without) = (vm.intern("__getnewargs_ex__"), vm.intern("__getnewargs__"));
    let maker = if vm.lookup_special(object, &with_names).is_some() {
        let extra = vm.call_method(object, "__getnewargs_ex__", &[])?;
        match extra.as_tuple() {
            Some([positional, named]) => {
                arguments.extend([positional.clone(), named.clone()]);
                "__newobj_ex__"
            }
            Some(other) => {
                let count = other.len();
                return Err(vm.value_error(format!(
                    "__getnewargs_ex__ should return a tuple of length 2, not {count}"
                )));
            }
            None => {
                let found = vm.type_name(&extra);
                return Err(vm.type_error(format!(
                    "__getnewargs_ex__ should return a tuple, not '{found}'"
                )));
            }
        }
    } else {
        if vm.lookup_special(object, &without).is_some() {
            let extra = vm.call_method(object, "__getnewargs__", &[])?;
            arguments.extend(extra.as_tuple().unwrap_or(&[]).iter().cloned());
        }
        "__newobj__"
    };
    let maker = vm.intern(maker);
    let new_object = vm.get_attr(&copyreg, &maker)?;
    let state = vm.call_method(object, "__getstate__", &[])?;
    let iterator = |vm: &mut Vm, kind: Kind| -> Result {
        match object {
            Value::Object(heap_object) if heap_object.kind() == kind => match kind {
                Kind::List => vm.iter(object),
                _ => {
                    let items = vm.call_method(object, "items", &[])?;
                    vm.iter(&items)
                }
            },
            _ => Ok(Value::None),
        }
    };
    let items = iterator(vm, Kind::List)?;
    let pairs = iterator(vm, Kind::Dict)?;
    Ok(Tuple::new([new_object, Tuple::new(arguments).into(), state, items, pairs]).into())
}

fn getstate(vm: &mut Vm, args: &Args) -> Result {
    let object = args.get(0);
    let class = vm.class_of(object);
    let dict = match object {
        Value::Object(heap_object) => vm.own_dict_for_writing(heap_object, &class),
        _ => None,
    };
    let slots = Dict::new();
    for name in class.slot_names.borrow().clone() {
        if let Some(value) = vm.get_attr_optional(object, &name)? {
            slots.set_str(&name, value);
        }
    }
    let state = match dict {
        Some(dict) if !dict.is_empty() => dict.copy().into(),
        _ => Value::None,
    };
    if slots.is_empty() {
        return Ok(state);
    }
    Ok(Tuple::new([state, slots.into()]).into())
}

fn init_subclass(vm: &mut Vm, args: &Args) -> Result {
    let name = match args.get(0).get_ref::<Class>() {
        Some(class) => vm.class_name(class),
        None => "object".to_owned(),
    };
    if !args.names.is_empty() {
        return Err(vm.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    if args.positional_count() > 1 {
        let count = args.positional_count() - 1;
        return Err(
            vm.type_error(format!("{name}.__init_subclass__() takes no arguments ({count} given)"))
        );
    }
    Ok(Value::None)
}

fn get_class(vm: &mut Vm, object: &Value) -> Result {
    Ok(vm.class_of(object).into())
}

fn set_class(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    if value.is_unbound() {
        return Err(vm.type_error("can't delete __class__ attribute"));
    }
    let Some(new) = value.get_ref::<Class>() else {
        let found = vm.type_name(&value);
        return Err(
            vm.type_error(format!("__class__ must be set to a class, not '{found}' object"))
        );
    };
    let old = vm.class_of(object);
    if let Some(module) = object.get_ref::<Module>()
        && new.is_subclass_of(&vm.types.module)
    {
        let dict = module.dict();
        module.as_object().set_derived(Derived {
            class: new.clone(),
            dict: std::cell::RefCell::new(Some(dict)),
            slots: Box::new([]),
        });
        return Ok(());
    }
    if !old.flags.get().is_heap_type || !new.flags.get().is_heap_type {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    let solid = |class: &Ref<Class>| class.solid_base.borrow().clone();
    let same_solid = match (solid(&old), solid(new)) {
        (Some(a), Some(b)) => a.same(&b),
        _ => false,
    };
    let same_slots = old.slot_names.borrow().len() == new.slot_names.borrow().len();
    if !same_solid || !same_slots || old.flags.get().has_dict != new.flags.get().has_dict {
        let (new_name, old_name) = (vm.class_name(new), vm.class_name(&old));
        return Err(vm.type_error(format!(
            "__class__ assignment: '{new_name}' object layout differs from '{old_name}'"
        )));
    }
    if let Some(instance) = object.get_ref::<Instance>() {
        instance.set_class(new);
    } else if let Some(exception) = object.get::<Exception>() {
        drop(exception.class.replace(new.clone()));
    } else if let Value::Object(heap_object) = object {
        if let Some(derived) = heap_object.derived() {
            heap_object.set_derived(Derived {
                class: new.clone(),
                dict: std::cell::RefCell::new(derived.dict.borrow().clone()),
                slots: derived
                    .slots
                    .iter()
                    .map(|slot| crate::object::heap::Slot::new(slot.get()))
                    .collect(),
            });
        } else if let Some(native) = heap_object.get::<NativeObject>() {
            native.set_class(new.clone());
        }
    }
    if new.flags.get().has_finalizer
        && let Value::Object(heap_object) = object
    {
        heap_object.set_flag(crate::object::heap::FLAG_FINALIZE);
    }
    Ok(())
}
