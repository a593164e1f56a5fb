//! Objects whose content only one native module understands: futures, locks, deques, patterns …
//!
//! The content lies behind the object's own fields in the same block of memory, whatever its size:
//! a task costs one allocation. Only `NativeObject` knows where; its `data` is the way to it.

use std::any::TypeId;

use super::class::Class;
use super::exception::Result;
use super::heap::{HeapObject, ObjectRef, OptionalRef, Ref};
use super::kinds::Kind;
use super::native_coroutine::NativeCoroutine;
use super::value::Value;
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

/// The data of an object that a native module makes.
pub trait NativeData: 'static {
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

    /// Whether an `await` would have its result, or its exception, at once.
    fn is_ready(&self) -> bool {
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

    /// The coroutine for which `this` lies on an operand stack, made again: see
    /// [`CoroutineBody::gives_way`](super::native_coroutine::CoroutineBody::gives_way).
    fn coroutine(&self, this: &Value) -> Option<Ref<NativeCoroutine>> {
        let _ = this;
        None
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

/// What is known of the data's type where only the object is at hand.
struct DataType {
    id: TypeId,
    size: usize,
    /// The data behind an object.
    view: unsafe fn(&NativeObject) -> *const dyn NativeData,
}

impl DataType {
    const fn of<D: NativeData>() -> DataType {
        /// # Safety
        /// The object's data must be a `D`.
        unsafe fn view<D: NativeData>(object: &NativeObject) -> *const dyn NativeData {
            object.behind().cast::<D>()
        }
        DataType { id: TypeId::of::<D>(), size: size_of::<D>(), view: view::<D> }
    }
}

/// An object of a native module.
pub struct NativeObject {
    class: OptionalRef<Class>,
    /// Of what lies in the memory behind this struct.
    data_type: &'static DataType,
}

impl NativeObject {
    pub fn new<D: NativeData>(class: Ref<Class>, data: D) -> Ref<NativeObject> {
        let class = OptionalRef::new(Some(class));
        Ref::with_tail(data, NativeObject { class, data_type: const { &DataType::of::<D>() } })
    }

    /// Where the data lies.
    #[inline(always)]
    fn behind(&self) -> *const u8 {
        std::ptr::from_ref(self).cast::<u8>().wrapping_add(size_of::<NativeObject>())
    }

    pub fn data(&self) -> &dyn NativeData {
        // SAFETY: `Ref::with_tail` has put data of that type there; it lives as long as `self`.
        unsafe { &*(self.data_type.view)(self) }
    }

    /// The data, if it is a `D`.
    #[inline(always)]
    fn data_as<D: NativeData>(&self) -> Option<&D> {
        // SAFETY: as in `data`; the type is the one that the data had when it was put there.
        (self.data_type.id == TypeId::of::<D>()).then(|| unsafe { &*self.behind().cast::<D>() })
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
        unsafe { (self.data_type.view)(self).cast_mut().drop_in_place() };
    }
}

impl HeapObject for NativeObject {
    const KIND: Kind = Kind::Native;

    fn tail_size(&self) -> usize {
        self.data_type.size
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

impl ObjectRef {
    /// The data of a native module's object.
    #[inline(always)]
    pub fn native<T: NativeData>(&self) -> Option<&T> {
        self.get::<NativeObject>()?.data_as()
    }
}

impl Value {
    /// The same of a value.
    #[inline(always)]
    pub fn native<T: NativeData>(&self) -> Option<&T> {
        match self {
            Value::Object(object) => object.native(),
            _ => None,
        }
    }
}
