//! `weakref.ref`.

use crate::object::class::Class;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::weak::WeakRef;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "ReferenceType",
    module: "weakref",
    layout: Kind::WeakRef,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__call__", "", call),
        Native::new("__repr__", "", repr),
        Native::new("__eq__", "value, /", eq),
        Native::new("__hash__", "", hash),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", |vm, args| {
        vm.generic_alias(args.get(0), args.get(1))
    })],
    attributes: &[GetSetSpec::readonly("__callback__", callback)],
    ..ClassSpec::EMPTY
};

impl Vm {
    /// The object that a weak reference to a value stands for, or TypeError.
    pub fn weakly_referable<'a>(&mut self, value: &'a Value) -> Result<&'a ObjectRef> {
        if let Value::Object(object) = value {
            let refusing = matches!(
                object.kind(),
                Kind::Str
                    | Kind::Bytes
                    | Kind::ByteArray
                    | Kind::BigInt
                    | Kind::BoxedFloat
                    | Kind::Complex
                    | Kind::List
                    | Kind::Tuple
                    | Kind::Dict
                    | Kind::DictView
                    | Kind::Range
                    | Kind::Slice
                    | Kind::Iterator
                    | Kind::Cell
                    | Kind::FrameProxy
                    | Kind::Traceback
                    | Kind::Property
                    | Kind::MappingProxy
                    | Kind::Super
            );
            let slots_only = object.kind() == Kind::Instance && {
                let class = self.class_of(value);
                let name = self.intern("__weakref__");
                class.lookup(&name).is_none()
            };
            let is_exception_itself =
                object.kind() == Kind::Exception && !self.class_of(value).flags.get().is_heap_type;
            if (!refusing || object.is_derived()) && !slots_only && !is_exception_itself {
                return Ok(object);
            }
        }
        let name = self.type_name(value);
        Err(self.type_error(format!("cannot create weak reference to '{name}' object")))
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.weakref.clone();
    let class = vm.class_argument(args, &owner)?;
    let arguments = args.rest(1);
    let Some(target) = arguments.first() else {
        return Err(vm.type_error("__new__ expected at least 1 argument, got 0"));
    };
    let target = vm.weakly_referable(target)?;
    let callback = arguments.get(1).cloned().unwrap_or(Value::None);
    // References without a callback are shared, so that they are equal and cost nothing.
    if callback.is_none()
        && class.same(&owner)
        && let Some(known) = vm.shared_weak_reference(target)
    {
        return Ok(known);
    }
    let is_plain = callback.is_none() && class.same(&owner);
    let made = vm.as_instance_of(WeakRef::new(target, callback).into(), &class);
    if is_plain {
        vm.remember_weak_reference(target, &made);
    }
    Ok(made)
}

impl Vm {
    fn shared_weak_reference(&mut self, target: &ObjectRef) -> Option<Value> {
        let id = target.downgrade();
        let known = self.system.weak_references.get(&id)?;
        match crate::object::heap::upgrade(*known) {
            Some(object) => Some(Value::Object(object)),
            None => {
                self.system.weak_references.remove(&id);
                None
            }
        }
    }

    fn remember_weak_reference(&mut self, target: &ObjectRef, reference: &Value) {
        let Value::Object(reference) = reference else { return };
        if self.system.weak_references.len() >= self.system.weak_references_limit {
            self.system
                .weak_references
                .retain(|_, known| crate::object::heap::upgrade(*known).is_some());
            self.system.weak_references_limit = 2 * self.system.weak_references.len() + 64;
        }
        self.system.weak_references.insert(target.downgrade(), reference.downgrade());
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let count = args.rest(1).len();
    if count > 2 {
        return Err(vm.type_error(format!("__init__ expected at most 2 arguments, got {count}")));
    }
    Ok(Value::None)
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<WeakRef>(vm)?.upgrade().map_or(Value::None, Value::Object))
}

fn callback(vm: &mut Vm, object: &Value) -> Result {
    let reference: &Ref<WeakRef> =
        Args::positional(std::slice::from_ref(object)).receiver::<WeakRef>(vm)?;
    Ok(reference.callback.get())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let reference = args.receiver::<WeakRef>(vm)?;
    let address = reference.address();
    let Some(target) = reference.upgrade() else {
        return Ok(format!("<weakref at {address:#x}; dead>").into());
    };
    let target = Value::Object(target);
    let mut text = format!(
        "<weakref at {address:#x}; to '{}' at {:#x}",
        vm.type_name(&target),
        vm.identity(&target)
    );
    let name = vm.names.name.clone();
    if target.get::<Class>().is_some()
        || target.get::<crate::object::function::Function>().is_some()
    {
        let name = vm.get_attr(&target, &name)?;
        text.push_str(&format!(" ({})", name.as_str().unwrap_or_default()));
    }
    text.push('>');
    Ok(text.into())
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let (Some(a), Some(b)) = (args.get(0).get::<WeakRef>(), args.get(1).get::<WeakRef>()) else {
        return Ok(Value::NotImplemented);
    };
    match (a.upgrade(), b.upgrade()) {
        (Some(a), Some(b)) => Ok(vm.equal(&Value::Object(a), &Value::Object(b))?.into()),
        _ => Ok(args.get(0).is(args.get(1)).into()),
    }
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let reference = args.receiver::<WeakRef>(vm)?;
    if let Some(known) = reference.hash.get() {
        return Ok(known.into());
    }
    let Some(target) = reference.upgrade() else {
        return Err(vm.type_error("weak object has gone away"));
    };
    let hash = vm.hash(&Value::Object(target))?;
    reference.hash.set(Some(hash));
    Ok(hash.into())
}
