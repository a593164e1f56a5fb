//! `_thread._local`: an object that has other attributes in each thread.

use std::cell::RefCell;

use hashbrown::HashMap;

use super::ThreadId;
use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::types::object::attribute_name;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::heap::{Slot, WeakId, upgrade};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

struct Local {
    /// The attributes, by thread.
    dicts: RefCell<HashMap<ThreadId, Ref<Dict>>>,
    /// The arguments of the constructor, for `__init__` in each thread.
    arguments: Slot,
    names: Slot,
}

impl NativeData for Local {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.dicts.borrow().values().for_each(|dict| visit(dict.as_object()));
        self.arguments.visit(visit);
        self.names.visit(visit);
    }

    fn clear(&self) {
        drop(self.dicts.take());
        self.arguments.set(Value::None);
        self.names.set(Value::None);
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "_local",
    module: "_thread",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__getattribute__", "name, /", |vm, args| {
            let this = args.get(0);
            let dict = enter(vm, this)?;
            let name = attribute_name(vm, args.get(1))?;
            if name.as_str() == "__dict__" {
                return Ok(dict.into());
            }
            let class = vm.class_of(this);
            match vm.object_attribute(this, &class, &name)? {
                Some(value) => Ok(value),
                None => Err(vm.attribute_missing(this, &name)),
            }
        }),
        Native::new("__setattr__", "name, value, /", |vm, args| {
            write(vm, args, args.get(2).clone())
        }),
        Native::new("__delattr__", "name, /", |vm, args| write(vm, args, Value::Unbound)),
    ],
    doc: "An object whose attributes each thread has to itself.",
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    class.update_flags(|flags| flags.has_dict = true);
    let wanted = vm.class_argument(args, &class)?;
    let values = &args.values[1..];
    if !values.is_empty() && !has_own_init(vm, &wanted) {
        return Err(vm.type_error("Initialization arguments are not supported"));
    }
    let first = Dict::new();
    let local = Local {
        dicts: RefCell::new(HashMap::from_iter([(vm.threads.current, first)])),
        arguments: Slot::new(Tuple::new(values.iter().cloned()).into()),
        names: Slot::new(Tuple::new(args.names.iter().cloned()).into()),
    };
    let value = vm.as_instance_of(NativeObject::new(class, local).into(), &wanted);
    if let Value::Object(object) = &value {
        vm.note_local(object.downgrade());
    }
    Ok(value)
}

fn has_own_init(vm: &Vm, class: &Ref<Class>) -> bool {
    vm.lookup_class(class, &vm.names.init).is_some_and(|init| !init.is(&vm.object_init))
}

/// Puts the attributes of the running thread in place. A thread that comes for the first time
/// starts without any, and with a call of `__init__`.
fn enter(vm: &mut Vm, this: &Value) -> Result<Ref<Dict>> {
    let (Value::Object(object), Some(local)) = (this, this.native::<Local>()) else {
        return Err(vm.type_error("descriptor requires a '_thread._local' object"));
    };
    let current = vm.threads.current;
    let known = local.dicts.borrow().get(&current).cloned();
    let (dict, is_new) = match known {
        Some(dict) => (dict, false),
        None => (Dict::new(), true),
    };
    let class = vm.class_of(this);
    vm.own_dict_for_writing(object, &class);
    if let Some(derived) = object.derived() {
        let before = derived.dict.replace(Some(dict.clone()));
        drop(before);
    }
    if is_new {
        local.dicts.borrow_mut().insert(current, dict.clone());
        vm.note_local(object.downgrade());
        if has_own_init(vm, &class) {
            let init = vm.names.init.clone();
            let init = vm.get_attr(this, &init)?;
            let (values, names) = (local.arguments.get(), local.names.get());
            let (values, names) = (values.as_tuple(), names.as_tuple());
            vm.call_with_names(&init, values.unwrap_or(&[]), names.unwrap_or(&[]))?;
            // Another thread may have run meanwhile.
            return enter(vm, this);
        }
    }
    Ok(dict)
}

fn write(vm: &mut Vm, args: &Args, value: Value) -> Result {
    let this = args.get(0);
    enter(vm, this)?;
    let name = attribute_name(vm, args.get(1))?;
    if name.as_str() == "__dict__" {
        let type_name = vm.type_name(this);
        let message = format!("'{type_name}' object attribute '__dict__' is read-only");
        return Err(vm.error(ExceptionKind::AttributeError, message));
    }
    vm.set_object_attribute(this, &name, value)?;
    Ok(Value::None)
}

/// A thread ends: its attributes go.
pub(super) fn forget(thread: ThreadId, locals: Vec<WeakId>) {
    for object in locals.into_iter().filter_map(upgrade) {
        let value = Value::Object(object.clone());
        let Some(local) = value.native::<Local>() else { continue };
        let gone = local.dicts.borrow_mut().remove(&thread);
        // They may still be in place.
        let in_place = object.derived().and_then(|derived| derived.dict.take());
        drop((gone, in_place));
    }
}
