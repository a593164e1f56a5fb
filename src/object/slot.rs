//! Places in heap objects for a value or a counted pointer, read and written through a shared
//! reference.
//!
//! A `Cell` cannot be read without taking its content out, and a `RefCell` counts its borrows. These
//! give out clones only and never a reference to what they hold, so that no check is needed.

use std::cell::{RefCell, UnsafeCell};

use super::heap::{HeapObject, ObjectRef, Ref};
use super::list::List;
use super::shape::Shape;
use super::string::Str;
use super::value::Value;

/// What holds values in numbered places.
///
/// # Safety
/// `value_in` must look into `self` only: it must run no other code and change nothing.
pub unsafe trait Places {
    fn value_in(&self, place: usize) -> Option<&Value>;
}

// SAFETY: a vector finds its items by itself.
unsafe impl Places for Vec<Value> {
    #[inline(always)]
    fn value_in(&self, place: usize) -> Option<&Value> {
        self.get(place)
    }
}

/// The value in a place behind a `RefCell`, without counting the borrow; `None` also while somebody
/// changes the places.
#[inline(always)]
pub fn value_in<T: Places>(cell: &RefCell<T>, place: usize) -> Option<Value> {
    // SAFETY: nothing else runs while the reference is alive: neither finding a value nor cloning it
    // runs code that could reach the cell.
    unsafe { cell.try_borrow_unguarded() }.ok()?.value_in(place).cloned()
}

/// A place for one value that can be read and written through a shared reference.
#[repr(transparent)]
pub struct Slot(UnsafeCell<Value>);

/// A slot with None in it.
impl Default for Slot {
    fn default() -> Slot {
        Slot::new(Value::None)
    }
}

impl Slot {
    #[inline(always)]
    pub fn new(value: Value) -> Slot {
        Slot(UnsafeCell::new(value))
    }

    #[inline(always)]
    pub fn get(&self) -> Value {
        // SAFETY: no reference into the cell outlives a method of `Slot`, and cloning a value
        // runs no code that could reach this slot.
        unsafe { (*self.0.get()).clone() }
    }

    /// Puts `value` in and gives back what was there.
    #[inline(always)]
    pub fn replace(&self, value: Value) -> Value {
        // SAFETY: as in `get`; the old value is dropped by the caller, outside.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }

    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }

    #[inline(always)]
    pub fn take(&self) -> Value {
        self.replace(Value::Unbound)
    }

    /// An item of the list in the slot, without counting the list.
    #[inline]
    pub fn list_item(&self, place: usize) -> Option<Value> {
        // SAFETY: looking into a list runs no code that could change the slot.
        match unsafe { &*self.0.get() } {
            Value::Object(object) => object.get::<List>()?.get(place),
            _ => None,
        }
    }

    /// A byte of the text in the slot, without counting the string.
    #[inline]
    pub fn text_byte(&self, place: usize) -> Option<u8> {
        // SAFETY: looking into a string runs no code that could change the slot.
        match unsafe { &*self.0.get() } {
            Value::Object(object) => object.get::<Str>()?.as_str().as_bytes().get(place).copied(),
            _ => None,
        }
    }

    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        // SAFETY: as in `get`.
        matches!(unsafe { &*self.0.get() }, Value::Unbound)
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // The clone keeps the object alive should `visit` write to this slot; it is not counted
        // by the collector because it is gone before counting is over.
        if let Value::Object(object) = self.get() {
            visit(&object);
        }
    }

    /// The slots of an object that is never written to after it was made: a tuple.
    #[inline(always)]
    pub(super) fn frozen(slots: &[Slot]) -> &[Value] {
        // SAFETY: `Slot` and `UnsafeCell` are transparent; only `Ref<Tuple>::items` calls this, and
        // neither `Tuple::clear` nor anything else writes to a tuple's slots.
        unsafe { std::slice::from_raw_parts(slots.as_ptr().cast::<Value>(), slots.len()) }
    }
}

/// A place for a counted pointer, or none, that can be read and written through a shared reference.
pub struct OptionalRef<T>(UnsafeCell<Option<Ref<T>>>);

impl<T> Default for OptionalRef<T> {
    #[inline(always)]
    fn default() -> OptionalRef<T> {
        OptionalRef(UnsafeCell::new(None))
    }
}

impl<T: HeapObject> OptionalRef<T> {
    #[inline(always)]
    pub fn new(object: Option<Ref<T>>) -> OptionalRef<T> {
        OptionalRef(UnsafeCell::new(object))
    }

    #[inline(always)]
    pub fn get(&self) -> Option<Ref<T>> {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).clone() }
    }

    #[inline(always)]
    pub fn is_some(&self) -> bool {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).is_some() }
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        !self.is_some()
    }

    /// Whether both hold the same object, or none.
    pub fn holds_as(&self, other: &OptionalRef<T>) -> bool {
        // SAFETY: as in `Slot::get`.
        match unsafe { (&*self.0.get(), &*other.0.get()) } {
            (Some(a), Some(b)) => a.same(b),
            (None, None) => true,
            _ => false,
        }
    }

    /// Puts `value` in and gives back what was there.
    #[inline(always)]
    pub fn replace(&self, value: Option<Ref<T>>) -> Option<Ref<T>> {
        // SAFETY: as in `Slot::replace`.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }

    #[inline(always)]
    pub fn take(&self) -> Option<Ref<T>> {
        self.replace(None)
    }

    /// What is there; if there is nothing, what `make` gives, from now on.
    pub fn get_or_insert_with(&self, make: impl FnOnce() -> Ref<T>) -> Ref<T> {
        match self.get() {
            Some(object) => object,
            None => {
                let made = make();
                drop(self.replace(Some(made.clone())));
                made
            }
        }
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // As in `Slot::visit`.
        if let Some(object) = self.get() {
            visit(object.as_object());
        }
    }
}

/// A place for a counted pointer that can be read and written through a shared reference.
#[repr(transparent)]
pub struct RefSlot<T>(UnsafeCell<Ref<T>>);

impl<T: HeapObject> RefSlot<T> {
    #[inline(always)]
    pub fn new(object: Ref<T>) -> RefSlot<T> {
        RefSlot(UnsafeCell::new(object))
    }

    #[inline(always)]
    pub fn get(&self) -> Ref<T> {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).clone() }
    }

    /// Whether it holds this object.
    #[inline(always)]
    pub fn is(&self, object: &Ref<T>) -> bool {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).same(object) }
    }

    /// Puts `object` in and gives back what was there.
    #[inline(always)]
    pub fn replace(&self, object: Ref<T>) -> Ref<T> {
        // SAFETY: as in `Slot::replace`.
        unsafe { std::mem::replace(&mut *self.0.get(), object) }
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // As in `Slot::visit`.
        visit(self.get().as_object());
    }
}

/// Where an instance has its shape: what is asked often, without counting the shape. Nothing here
/// runs code that could change the place.
impl OptionalRef<Shape> {
    #[inline(always)]
    fn read<R>(&self, read: impl FnOnce(&Ref<Shape>) -> R) -> Option<R> {
        // SAFETY: as in `Slot::list_item`; the callers are the methods below.
        unsafe { (*self.0.get()).as_ref() }.map(read)
    }

    /// The shape's address.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.read(Ref::address).unwrap_or(0)
    }

    /// The version of the shape's class.
    #[inline(always)]
    pub fn class_version(&self) -> u32 {
        self.read(|shape| shape.class().version.get()).unwrap_or(0)
    }

    /// The shape with one more name, if it is known.
    #[inline(always)]
    pub fn next(&self, name: &Ref<Str>) -> Option<Ref<Shape>> {
        self.read(|shape| shape.known_next(name)).flatten()
    }
}

/// A place for an object or None, half as large as a [`Slot`]. Any other value becomes None.
#[derive(Default)]
pub struct ObjectSlot(UnsafeCell<Option<ObjectRef>>);

impl ObjectSlot {
    pub fn new(value: Value) -> ObjectSlot {
        ObjectSlot(UnsafeCell::new(match value {
            Value::Object(object) => Some(object),
            _ => None,
        }))
    }

    #[inline(always)]
    pub fn get(&self) -> Value {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).clone() }.map_or(Value::None, Value::Object)
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        // SAFETY: as in `Slot::get`.
        unsafe { (*self.0.get()).is_none() }
    }

    /// Puts `value` in and gives back what was there.
    #[inline(always)]
    pub fn replace(&self, value: Value) -> Value {
        let object = match value {
            Value::Object(object) => Some(object),
            _ => None,
        };
        // SAFETY: as in `Slot::replace`.
        unsafe { std::mem::replace(&mut *self.0.get(), object) }.map_or(Value::None, Value::Object)
    }

    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // As in `Slot::visit`.
        if let Value::Object(object) = self.get() {
            visit(&object);
        }
    }
}
