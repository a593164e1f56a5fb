//! The descriptor behind the fields of a `namedtuple`.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

struct TupleGetter {
    index: i64,
    doc: Slot,
}

impl NativeData for TupleGetter {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.doc.visit(visit);
    }
}

/// The class of these descriptors.
pub static CLASS: ClassSpec = ClassSpec {
    name: "_tuplegetter",
    module: "collections",
    new: Some(&Native::new("__new__", "index, doc, /", new)),
    methods: &[
        Native::new("__delete__", "instance, /", |vm, _| {
            Err(vm.error(ExceptionKind::AttributeError, "can't delete attribute"))
        }),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__set__", "instance, value, /", |vm, _| {
            Err(vm.error(ExceptionKind::AttributeError, "can't set attribute"))
        }),
    ],
    attributes: &[GetSetSpec::writable(
        "__doc__",
        |vm, value| {
            getter(vm, value)?;
            Ok(value.native::<TupleGetter>().map_or(Value::None, |getter| getter.doc.get()))
        },
        |vm, value, doc| {
            getter(vm, value)?.doc.set(if doc.is_unbound() { Value::None } else { doc });
            Ok(())
        },
    )],
    ..ClassSpec::EMPTY
};

fn getter<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a TupleGetter> {
    match value.native::<TupleGetter>() {
        Some(getter) => Ok(getter),
        None => Err(vm.type_error("descriptor requires a '_collections._tuplegetter' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let index = vm.index_i64(args.get(1))?;
    let class = vm.class_for(&CLASS);
    let getter = TupleGetter { index, doc: Slot::new(args.get(2).clone()) };
    Ok(NativeObject::new(class, getter).into())
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let getter = getter(vm, args.get(0))?;
    let instance = args.get(1);
    let Some(items) = instance.as_tuple() else {
        if instance.is_none() {
            return Ok(args.get(0).clone());
        }
        let kind = vm.type_name(instance);
        return Err(vm.type_error(format!(
            "descriptor for index '{}' for tuple subclasses doesn't apply to '{kind}' object",
            getter.index
        )));
    };
    match usize::try_from(getter.index).ok().and_then(|index| items.get(index)) {
        Some(item) => Ok(item.clone()),
        None => Err(vm.index_error("tuple index out of range")),
    }
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let getter = getter(vm, args.get(0))?;
    let class = vm.class_for(&CLASS);
    let arguments = Tuple::new([Value::Int(getter.index), getter.doc.get()]);
    Ok(Tuple::new([class.into(), arguments.into()]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let getter = getter(vm, args.get(0))?;
    let doc = vm.repr(&getter.doc.get())?;
    Ok(format!("_tuplegetter({}, {})", getter.index, doc.as_str()).into())
}
