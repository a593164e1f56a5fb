//! `gc`.

use super::{add, add_functions};
use crate::object::heap::{is_tracked, tracked_count, tracked_objects};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::shape::Shape;
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("collect", "generation=2", collect),
    Native::new("enable", "", |vm, _| {
        vm.collector_enabled = true;
        Ok(Value::None)
    }),
    Native::new("disable", "", |vm, _| {
        vm.collector_enabled = false;
        Ok(Value::None)
    }),
    Native::new("isenabled", "", |vm, _| Ok(vm.collector_enabled.into())),
    Native::new("get_objects", "generation=None", get_objects),
    Native::new("get_count", "", |_, _| {
        let count = Value::from(tracked_count());
        Ok(Tuple::new([count, Value::Int(0), Value::Int(0)]).into())
    }),
    Native::new("get_threshold", "", |vm, _| {
        let threshold = Value::from(vm.collection_threshold);
        Ok(Tuple::new([threshold, Value::Int(0), Value::Int(0)]).into())
    }),
    Native::new("set_threshold", "threshold0, threshold1=0, threshold2=0, /", set_threshold),
    Native::new("is_tracked", "object, /", is_tracked_object),
    Native::new("is_finalized", "object, /", |_, args| {
        Ok(match args.get(0) {
            Value::Object(object) => object.has_flag(crate::object::heap::FLAG_FINALIZED).into(),
            _ => Value::False,
        })
    }),
    Native::new("get_referents", "*objs", get_referents),
    Native::new("get_referrers", "*objs", get_referrers),
    Native::new("freeze", "", |_, _| Ok(Value::None)),
    Native::new("unfreeze", "", |_, _| Ok(Value::None)),
    Native::new("get_freeze_count", "", |_, _| Ok(Value::Int(0))),
    Native::new("get_debug", "", |_, _| Ok(Value::Int(0))),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("gc");
    add_functions(vm, &module, "gc", FUNCTIONS);
    add(vm, &module, "garbage", List::new(Vec::new()));
    add(vm, &module, "callbacks", List::new(Vec::new()));
    Ok(module)
}

fn collect(vm: &mut Vm, args: &Args) -> Result {
    if let Some(generation) = args.get(0).bound() {
        let generation = vm.index_i64(generation)?;
        if !(0..=2).contains(&generation) {
            return Err(vm.value_error("invalid generation"));
        }
    }
    Ok(vm.collect_garbage().into())
}

/// The objects that the collector knows and scripts may see.
fn visible_objects() -> impl Iterator<Item = ObjectRef> {
    tracked_objects().into_iter().filter(|object| object.kind() != Kind::Shape)
}

/// Shows the objects that an object refers to. What an instance refers to is its class.
fn visit_referents(object: &ObjectRef, visit: &mut dyn FnMut(&ObjectRef)) {
    object.traverse(&mut |child| match child.get::<Shape>() {
        Some(shape) if object.kind() == Kind::Instance => visit(shape.class().as_object()),
        Some(_) => {}
        None => visit(child),
    });
}

fn get_objects(_: &mut Vm, _: &Args) -> Result {
    Ok(List::new(visible_objects().map(Value::Object).collect()).into())
}

fn set_threshold(vm: &mut Vm, args: &Args) -> Result {
    let threshold = vm.index_i64(args.get(0))?;
    // 0 turns automatic collection off.
    vm.set_collection_threshold(match usize::try_from(threshold) {
        Ok(0) | Err(_) => usize::MAX,
        Ok(threshold) => threshold,
    });
    Ok(Value::None)
}

fn is_tracked_object(_: &mut Vm, args: &Args) -> Result {
    Ok(match args.get(0) {
        Value::Object(object) => is_tracked(object).into(),
        _ => Value::False,
    })
}

fn get_referents(_: &mut Vm, args: &Args) -> Result {
    let mut found = Vec::new();
    for value in args.values {
        if let Value::Object(object) = value {
            visit_referents(object, &mut |child| found.push(Value::Object(child.clone())));
        }
    }
    Ok(List::new(found).into())
}

fn get_referrers(_: &mut Vm, args: &Args) -> Result {
    let mut found = Vec::new();
    for candidate in visible_objects() {
        let mut refers = false;
        visit_referents(&candidate, &mut |child| {
            refers |= args
                .values
                .iter()
                .any(|value| matches!(value, Value::Object(object) if object.same(child)));
        });
        if refers {
            found.push(Value::Object(candidate));
        }
    }
    Ok(List::new(found).into())
}
