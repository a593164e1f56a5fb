//! `types.SimpleNamespace`.

use crate::code::op::Comparison;
use crate::object::class::Class;
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static CLASS: ClassSpec = ClassSpec {
    name: "SimpleNamespace",
    module: "types",
    layout: Kind::Instance,
    is_base_type: true,
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__repr__", "", repr),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__replace__", "**kwargs", replace),
    ],
    attributes: &[GetSetSpec::readonly("__dict__", |vm, object| {
        Ok(dict_of(vm, object).map_or(Value::None, Value::from))
    })],
    ..ClassSpec::EMPTY
};

fn dict_of(_: &mut Vm, object: &Value) -> Option<Ref<crate::object::dict::Dict>> {
    Some(object.get_ref::<Instance>()?.dict_object())
}

impl Vm {
    pub fn namespace_class(&mut self) -> Ref<Class> {
        let class = self.class_for(&CLASS);
        class.update_flags(|flags| flags.has_dict = true);
        class
    }

    /// A `SimpleNamespace` with these attributes.
    pub fn namespace(&mut self, attributes: &[(&str, Value)]) -> Value {
        let class = self.namespace_class();
        let namespace = Instance::new(&class);
        for (name, value) in attributes {
            let name = self.intern(name);
            namespace.set_attribute(&name, value.clone());
        }
        namespace.into()
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    match args.rest(1) {
        [] => {}
        [mapping] => {
            let Some(dict) = dict_of(vm, args.get(0)) else { return Ok(Value::None) };
            vm.dict_update(&dict, mapping)?;
            for key in dict.keys() {
                if key.as_str().is_none() {
                    return Err(vm.type_error("keywords must be strings"));
                }
            }
        }
        more => {
            let count = more.len();
            return Err(
                vm.type_error(format!("SimpleNamespace expected at most 1 argument, got {count}"))
            );
        }
    }
    for (name, value) in args.keywords() {
        let name = vm.intern(name);
        vm.set_attr(args.get(0), &name, value.clone())?;
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_of(args.get(0));
    let name = match class.flags.get().is_heap_type {
        true => class.name().as_str().to_owned(),
        false => "namespace".to_owned(),
    };
    let entries = dict_of(vm, args.get(0)).map(|dict| dict.entries()).unwrap_or_default();
    let shown = vm.guard_repr(args.get(0), |vm| {
        let mut parts = Vec::new();
        for (key, value) in &entries {
            if let Some(key) = key.as_str() {
                parts.push(format!("{key}={}", vm.repr(value)?.as_str()));
            }
        }
        Ok(parts.join(", "))
    })?;
    Ok(format!("{name}({})", shown.as_deref().unwrap_or("...")).into())
}

/// Namespaces compare as their dictionaries do.
fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let class = vm.namespace_class();
    if !vm.class_of(args.get(1)).is_subclass_of(&class) {
        return Ok(Value::NotImplemented);
    }
    match (dict_of(vm, args.get(0)), dict_of(vm, args.get(1))) {
        (Some(a), Some(b)) => vm.compare(comparison, &a.into(), &b.into()),
        _ => Ok(Value::NotImplemented),
    }
}

fn replace(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_of(args.get(0));
    let made = vm.call(&class.into(), &[])?;
    let entries = dict_of(vm, args.get(0)).map(|dict| dict.entries()).unwrap_or_default();
    for (key, value) in entries {
        if let Some(key) = key.as_str_ref() {
            vm.set_attr(&made, key, value)?;
        }
    }
    for (name, value) in args.keywords() {
        let name = vm.intern(name);
        vm.set_attr(&made, &name, value.clone())?;
    }
    Ok(made)
}
