//! `_weakref`: what the `weakref` module leaves to the interpreter.

use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::{Slot, WeakId, upgrade};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::weak::WeakRef;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use ouro_grammar::ast::BinaryOperator;

static FUNCTIONS: &[Native] = &[
    Native::new("getweakrefcount", "object, /", |_, args| Ok(references(args.get(0)).len().into())),
    Native::new(
        "getweakrefs",
        "object, /",
        |_, args| Ok(List::new(references(args.get(0))).into()),
    ),
    Native::new("proxy", "object, callback=None, /", make_proxy),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_weakref");
    add_functions(vm, &module, "_weakref", FUNCTIONS);
    let class = vm.types.weakref.clone();
    add(vm, &module, "ref", class.clone());
    add(vm, &module, "ReferenceType", class);
    let proxy = vm.class_for(&PROXY);
    add(vm, &module, "ProxyType", proxy);
    let callable = vm.class_for(&CALLABLE_PROXY);
    add(vm, &module, "CallableProxyType", callable);
    Ok(module)
}

/// All weak references and proxies to a value that are alive.
fn references(value: &Value) -> Vec<Value> {
    let Value::Object(target) = value else { return Vec::new() };
    let id = target.downgrade();
    crate::object::heap::tracked_objects()
        .into_iter()
        .map(Value::Object)
        .filter(|value| {
            value.get::<WeakRef>().is_some_and(|reference| reference.target == id)
                || value.native::<Proxy>().is_some_and(|proxy| proxy.target == id)
        })
        .collect()
}

/// An object that stands for another one without keeping it alive.
struct Proxy {
    target: WeakId,
    /// The reference that runs the callback.
    watcher: Slot,
}

impl NativeData for Proxy {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.watcher.visit(visit);
    }
}

const METHODS: &[Native] = &[
    Native::new("__getattribute__", "name, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        let name = crate::builtins::types::object::attribute_name(vm, args.get(1))?;
        vm.get_attr(&target, &name)
    }),
    Native::new("__setattr__", "name, value, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        let name = crate::builtins::types::object::attribute_name(vm, args.get(1))?;
        vm.set_attr(&target, &name, args.get(2).clone())?;
        Ok(Value::None)
    }),
    Native::new("__delattr__", "name, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        let name = crate::builtins::types::object::attribute_name(vm, args.get(1))?;
        vm.delete_attr(&target, &name)?;
        Ok(Value::None)
    }),
    Native::new("__repr__", "", repr),
    Native::new("__str__", "", |vm, args| {
        let target = target(vm, args.get(0))?;
        Ok(vm.to_str(&target)?.into())
    }),
    Native::new("__bool__", "", |vm, args| {
        let target = target(vm, args.get(0))?;
        Ok(vm.truth(&target)?.into())
    }),
    Native::new("__len__", "", |vm, args| {
        let target = target(vm, args.get(0))?;
        Ok(vm.length(&target)?.into())
    }),
    Native::new("__iter__", "", |vm, args| {
        let target = target(vm, args.get(0))?;
        vm.iter(&target)
    }),
    Native::new("__contains__", "key, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        Ok(vm.contains(&target, args.get(1))?.into())
    }),
    Native::new("__getitem__", "key, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        vm.get_item(&target, args.get(1))
    }),
    Native::new("__setitem__", "key, value, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        vm.set_item(&target, args.get(1), args.get(2).clone())?;
        Ok(Value::None)
    }),
    Native::new("__delitem__", "key, /", |vm, args| {
        let target = target(vm, args.get(0))?;
        vm.delete_item(&target, args.get(1))?;
        Ok(Value::None)
    }),
    Native::new("__eq__", "value, /", |vm, args| {
        let (a, b) = (target(vm, args.get(0))?, unwrap(vm, args.get(1))?);
        Ok(vm.equal(&a, &b)?.into())
    }),
    Native::new("__add__", "value, /", |vm, args| binary(vm, args, BinaryOperator::Add)),
    Native::new("__sub__", "value, /", |vm, args| binary(vm, args, BinaryOperator::Subtract)),
    Native::new("__mul__", "value, /", |vm, args| binary(vm, args, BinaryOperator::Multiply)),
];

static PROXY: ClassSpec = ClassSpec {
    name: "ProxyType",
    module: "weakref",
    layout: Kind::Native,
    methods: METHODS,
    ..ClassSpec::EMPTY
};

static CALLABLE_PROXY: ClassSpec = ClassSpec {
    name: "CallableProxyType",
    module: "weakref",
    layout: Kind::Native,
    methods: &[
        Native::new("__call__", "*args, **kwargs", |vm, args| {
            let target = target(vm, args.get(0))?;
            vm.call_with_names(&target, &args.values[1..], args.names)
        }),
        METHODS_GETATTRIBUTE,
        METHODS_SETATTR,
        Native::new("__repr__", "", repr),
    ],
    ..ClassSpec::EMPTY
};

const METHODS_GETATTRIBUTE: Native = Native::new("__getattribute__", "name, /", |vm, args| {
    let target = target(vm, args.get(0))?;
    let name = crate::builtins::types::object::attribute_name(vm, args.get(1))?;
    vm.get_attr(&target, &name)
});

const METHODS_SETATTR: Native = Native::new("__setattr__", "name, value, /", |vm, args| {
    let target = target(vm, args.get(0))?;
    let name = crate::builtins::types::object::attribute_name(vm, args.get(1))?;
    vm.set_attr(&target, &name, args.get(2).clone())?;
    Ok(Value::None)
});

fn make_proxy(vm: &mut Vm, args: &Args) -> Result {
    let target = vm.weakly_referable(args.get(0))?;
    let callback = args.get(1).bound().cloned().unwrap_or(Value::None);
    let spec = if vm.is_callable(args.get(0)) { &CALLABLE_PROXY } else { &PROXY };
    let class = vm.class_for(spec);
    let id = target.downgrade();
    let watcher = match callback.is_none() {
        true => Value::None,
        false => WeakRef::new(target, callback).into(),
    };
    Ok(NativeObject::new(class, Proxy { target: id, watcher: Slot::new(watcher) }).into())
}

fn target(vm: &mut Vm, proxy: &Value) -> Result {
    match proxy.native::<Proxy>().and_then(|proxy| upgrade(proxy.target)) {
        Some(target) => Ok(Value::Object(target)),
        None => {
            Err(vm
                .error(ExceptionKind::ReferenceError, "weakly-referenced object no longer exists"))
        }
    }
}

/// The target of a proxy, or any other value itself.
fn unwrap(vm: &mut Vm, value: &Value) -> Result {
    match value.native::<Proxy>() {
        Some(_) => target(vm, value),
        None => Ok(value.clone()),
    }
}

fn binary(vm: &mut Vm, args: &Args, operator: BinaryOperator) -> Result {
    let (a, b) = (target(vm, args.get(0))?, unwrap(vm, args.get(1))?);
    vm.binary(operator, &a, &b)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let address = vm.identity(args.get(0));
    let target = args.get(0).native::<Proxy>().and_then(|proxy| upgrade(proxy.target));
    let text = match target {
        Some(target) => {
            let target = Value::Object(target);
            let kind = vm.type_name(&target);
            format!("<weakproxy at {address:#x}; to '{kind}' at {:#x}>", vm.identity(&target))
        }
        None => format!("<weakproxy at {address:#x}; dead>"),
    };
    Ok(text.into())
}
