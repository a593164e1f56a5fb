//! Objects whose content only one native module understands: futures, locks, deques, patterns …
//!
//! The content lies behind the object's own fields in the same block of memory, whatever its size:
//! a task costs one allocation. Only `NativeObject` knows where; its `data` is the way to it.

use std::any::Any;
use std::ptr::NonNull;

use super::class::Class;
use super::exception::Result;
use super::heap::{HeapObject, ObjectRef, OptionalRef, Ref};
use super::kinds::Kind;
use super::value::Value;
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

/// The data of an object that a native module makes.
pub trait NativeData: Any {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef));

    fn clear(&self) {}

    /// The next item, for objects that are iterators; `None` for others. Loops ask here, which
    /// saves the look-up of `__next__` and the StopIteration at the end.
    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        let _ = vm;
        None
    }

    /// Whether `await` asks the data itself, through [`NativeData::await_step`].
    fn is_awaitable(&self) -> bool {
        false
    }

    /// One step of an `await` of `this`, the object that holds the data.
    ///
    /// # Errors
    /// What the `await` raises.
    fn await_step(&self, vm: &mut Vm, this: &Value) -> Result<AwaitStep> {
        let _ = this;
        Err(vm.type_error("this object can't be awaited"))
    }

    /// Whether Python code or a report is due before the object is freed.
    fn needs_finalizer(&self) -> bool {
        false
    }

    /// That code or report.
    fn finalize(&self, vm: &mut Vm, this: &Value) {
        let _ = (vm, this);
    }
}

/// An object of a native module.
pub struct NativeObject {
    class: OptionalRef<Class>,
    /// Into the memory behind this struct.
    data: NonNull<dyn NativeData>,
}

impl NativeObject {
    pub fn new<D: NativeData>(class: Ref<Class>, data: D) -> Ref<NativeObject> {
        Ref::with_tail(data, |data: NonNull<D>| NativeObject {
            class: OptionalRef::new(Some(class)),
            data,
        })
    }

    pub fn data(&self) -> &dyn NativeData {
        // SAFETY: `Ref::with_tail` has put the data there; it lives as long as `self`.
        unsafe { self.data.as_ref() }
    }

    pub fn class(&self) -> Ref<Class> {
        let Some(class) = self.class.get() else { unreachable!("an object has a class") };
        class
    }

    /// The version of the class: see [`Class::version`].
    pub fn class_version(&self) -> u32 {
        self.class().version.get()
    }

    /// Assigns to `__class__`.
    pub fn set_class(&self, class: Ref<Class>) {
        drop(self.class.replace(Some(class)));
    }
}

impl Drop for NativeObject {
    fn drop(&mut self) {
        // SAFETY: the data is dropped here only, and nobody looks at it afterwards.
        unsafe { self.data.drop_in_place() };
    }
}

impl HeapObject for NativeObject {
    const KIND: Kind = Kind::Native;

    fn tail_size(&self) -> usize {
        size_of_val(self.data())
    }

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class().as_object());
        self.data().traverse(visit);
    }

    fn clear(&self) {
        self.data().clear();
    }

    fn needs_finalizer(&self) -> bool {
        self.data().needs_finalizer()
    }
}

impl Value {
    /// The data of a native module's object.
    #[inline]
    pub fn native<T: NativeData>(&self) -> Option<&T> {
        let data: &dyn Any = self.get::<NativeObject>()?.data();
        data.downcast_ref::<T>()
    }
}
