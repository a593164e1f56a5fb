//! Counted pointers to heap objects: with `frame`, where the unsafe code for values is.
//!
//! Every object is one allocation: a [`Header`] of 16 bytes, the payload of its [`Kind`] and, for
//! kinds that ask for it, a run of [`Slot`]s whose number is fixed when the object is made. An
//! object is freed when its last [`ObjectRef`] or [`Ref`] goes, at once, as in CPython; what must
//! run Python code first (`__del__`, the `finally` of a suspended generator) is put aside in a
//! queue that the VM empties before its next instruction.
//!
//! Soundness rests on three facts: a header's `kind` never changes and tells the type of the
//! payload; objects never leave their thread (`Ref` and `ObjectRef` are neither `Send` nor
//! `Sync`); and no `&mut` to a payload exists except through [`Ref::get_mut`], which demands that
//! the count is one. `Cell`s and `RefCell`s inside payloads do the rest.

mod registry;
mod weak_table;

use std::alloc::Layout;
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

use crate::object::allocator::{allocate, free, take_free};
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::kinds::{Kind, VTABLES};
pub use crate::object::slot::{ObjectSlot, OptionalRef, RefSlot, Slot};
use crate::object::value::Value;

pub use registry::{
    Census, CensusEntry, Finalization, any_tracked, finalization_pending, is_tracked,
    queue_finalization, sort_by_birth, take_finalizations, tracked_count, tracked_objects,
};
use registry::{Heap, heap, track, untrack};
use weak_table::forget_weak;
pub use weak_table::{WeakId, clear_weak_references, is_anything_watched, unwatch, upgrade, watch};

/// What stands before every payload.
#[repr(C)]
pub struct Header {
    strong: Cell<u32>,
    /// When the collector came to know the object: a number that grows; 0: it does not know it.
    tracked: Cell<u32>,
    /// Place in the table of [`Derived`] plus one; 0: the class is the kind's own.
    derived: Cell<u32>,
    kind: Kind,
    flags: Cell<u8>,
    /// For kinds that keep the number of their slots here: see [`HeapObject::ROOM_IN_HEADER`].
    room: u16,
}

/// The object's class has a `__del__`, or the payload asks for finalisation by itself.
pub const FLAG_FINALIZE: u8 = 1;
/// Finalisation has run; it never runs twice.
pub const FLAG_FINALIZED: u8 = 2;
/// Somebody holds a weak reference.
const FLAG_WEAK: u8 = 4;
/// The collector knows the object.
const FLAG_TRACKED: u8 = 8;

/// The payload of a kind of heap object.
pub trait HeapObject: Sized + 'static {
    const KIND: Kind;
    /// Whether the object can be part of a reference cycle, so that the collector must know it. One
    /// that cannot has no finaliser but a `__del__`, and no other objects to let go of.
    const TRACKED: bool = true;
    /// Whether slots follow the payload; then [`HeapObject::slot_count`] tells how many.
    const SLOTS: bool = false;
    /// Whether the slots let go of their values from the last to the first: in CPython tuples do,
    /// while variables and attributes go in their order.
    const LAST_SLOT_FIRST: bool = false;
    /// Whether the number of slots is in the header, unless it is too large for that.
    const ROOM_IN_HEADER: bool = false;
    /// Whether the slots are emptied, too, to break a cycle.
    const CLEARS_SLOTS: bool = false;

    fn slot_count(&self) -> usize {
        0
    }

    /// How many bytes follow the payload, for a kind that has no slots: see [`Ref::with_tail`].
    #[inline(always)]
    fn tail_size(&self) -> usize {
        0
    }

    /// How many slots, from the first on, hold values.
    fn live_slots(&self) -> usize {
        self.slot_count()
    }

    /// Shows each counted pointer that the payload holds (its slots excepted) to `visit`.
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef));

    /// Whether the slots may be looked at: false for a frame that is being executed, whose slots
    /// are in motion.
    fn slots_settled(&self) -> bool {
        true
    }

    /// Gives up what the payload holds, to break a cycle.
    fn clear(&self) {}

    /// Whether Python code has to run before the object is freed (beside `__del__`).
    fn needs_finalizer(&self) -> bool {
        false
    }
}

/// Shows the counted pointers of an object to a visitor.
type TraverseFn = unsafe fn(*const Header, &mut dyn FnMut(&ObjectRef));

/// How to treat a kind without knowing its type.
pub struct VTable {
    drop: unsafe fn(*mut Header),
    traverse: TraverseFn,
    clear: unsafe fn(*const Header),
    needs_finalizer: unsafe fn(*const Header) -> bool,
    tracked: bool,
}

impl VTable {
    pub const fn of<T: HeapObject>() -> VTable {
        VTable {
            drop: drop_object::<T>,
            traverse: traverse_object::<T>,
            clear: clear_object::<T>,
            needs_finalizer: needs_finalizer::<T>,
            tracked: T::TRACKED,
        }
    }
}

/// Header and payload; the slots follow.
#[repr(C)]
struct Object<T> {
    header: Header,
    payload: T,
}

impl<T: HeapObject> Object<T> {
    #[inline(always)]
    fn slot_count(&self) -> usize {
        match self.header.room {
            room if T::ROOM_IN_HEADER && room < u16::MAX => room as usize,
            _ => self.payload.slot_count(),
        }
    }

    #[inline(always)]
    fn live_slots(&self) -> usize {
        if T::ROOM_IN_HEADER { self.slot_count() } else { self.payload.live_slots() }
    }

    const SLOTS_AT: usize = std::mem::size_of::<Object<T>>().next_multiple_of(8);

    fn layout(slots: usize, tail: usize) -> Option<Layout> {
        let size = if T::SLOTS {
            slots.checked_mul(size_of::<Slot>())?.checked_add(Self::SLOTS_AT)?
        } else {
            size_of::<Object<T>>() + tail
        };
        Layout::from_size_align(size, align_of::<Object<T>>().max(8)).ok()
    }
}

#[inline]
unsafe fn drop_object<T: HeapObject>(header: *mut Header) {
    let object = header.cast::<Object<T>>();
    // SAFETY: the caller holds the last pointer to an object whose kind is T's; the payload and
    // the slots were initialised by `Ref::with_slots` with the same count.
    unsafe {
        let slots = if T::SLOTS { (*object).slot_count() } else { 0 };
        let tail = (*object).payload.tail_size();
        if T::SLOTS {
            let live = (*object).live_slots();
            let first = object.cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Slot>();
            for index in 0..live {
                let next = if T::LAST_SLOT_FIRST { live - 1 - index } else { index };
                std::ptr::drop_in_place(first.add(next));
            }
        }
        std::ptr::drop_in_place(&raw mut (*object).payload);
        if let Some(layout) = Object::<T>::layout(slots, tail) {
            free(object.cast(), layout);
        }
    }
}

unsafe fn traverse_object<T: HeapObject>(header: *const Header, visit: &mut dyn FnMut(&ObjectRef)) {
    // SAFETY: the caller says that the kind is T's and that the object is alive.
    let object = unsafe { &*header.cast::<Object<T>>() };
    object.payload.traverse(visit);
    if T::SLOTS && object.payload.slots_settled() {
        // SAFETY: as in `Ref::slots`.
        for slot in unsafe { slots_of(object) } {
            slot.visit(visit);
        }
    }
}

unsafe fn clear_object<T: HeapObject>(header: *const Header) {
    // SAFETY: as in `traverse_object`.
    let object = unsafe { &*header.cast::<Object<T>>() };
    object.payload.clear();
    if T::CLEARS_SLOTS {
        // SAFETY: as in `Ref::slots`.
        for slot in unsafe { slots_of(object) } {
            slot.set(Value::Unbound);
        }
    }
}

unsafe fn needs_finalizer<T: HeapObject>(header: *const Header) -> bool {
    // SAFETY: as in `traverse_object`.
    unsafe { &*header.cast::<Object<T>>() }.payload.needs_finalizer()
}

unsafe fn slots_of<T: HeapObject>(object: &Object<T>) -> &[Slot] {
    let first = std::ptr::from_ref(object).cast::<u8>();
    // SAFETY: `Ref::with_slots` allocated and initialised `slot_count` slots at SLOTS_AT, and the
    // count never changes.
    unsafe {
        std::slice::from_raw_parts(
            first.add(Object::<T>::SLOTS_AT).cast::<Slot>(),
            object.live_slots(),
        )
    }
}

/// The bits of a value that is no object.
///
/// # Panics
/// If it is one.
#[inline(always)]
pub(super) fn copy_of_immediate(value: &Value) -> Value {
    assert!(!matches!(value, Value::Object(_)));
    // SAFETY: values that are no objects own nothing.
    unsafe { std::ptr::read(value) }
}

/// Writes the bytes behind the payload of a new object, one piece after the other.
pub struct TailWriter {
    next: NonNull<u8>,
    left: usize,
}

impl TailWriter {
    /// # Panics
    /// If there is no room for the bytes.
    #[inline(always)]
    pub fn push(&mut self, bytes: &[u8]) {
        assert!(bytes.len() <= self.left);
        // SAFETY: `left` bytes from `next` on are memory of an object that nobody else knows.
        unsafe {
            self.next.copy_from_nonoverlapping(NonNull::from(bytes).cast(), bytes.len());
            self.next = self.next.add(bytes.len());
        }
        self.left -= bytes.len();
    }
}

/// A counted pointer to an object of any kind.
#[repr(transparent)]
pub struct ObjectRef(NonNull<Header>);

/// A counted pointer to an object whose payload is a `T`.
#[repr(transparent)]
pub struct Ref<T>(NonNull<Header>, PhantomData<T>);

impl ObjectRef {
    #[inline(always)]
    fn header(&self) -> &Header {
        // SAFETY: a counted pointer keeps its object alive.
        unsafe { self.0.as_ref() }
    }

    #[inline(always)]
    pub fn kind(&self) -> Kind {
        self.header().kind
    }

    /// The object's address: its identity.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    #[inline(always)]
    pub fn is<T>(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }

    #[inline(always)]
    pub fn same(&self, other: &ObjectRef) -> bool {
        self.0 == other.0
    }

    /// The payload, if the object is of that kind.
    #[inline(always)]
    pub fn get<T: HeapObject>(&self) -> Option<&T> {
        if self.header().kind as u8 == T::KIND as u8 {
            // SAFETY: the kind tells the payload's type.
            Some(unsafe { &(*self.0.as_ptr().cast::<Object<T>>()).payload })
        } else {
            None
        }
    }

    #[inline(always)]
    pub fn downcast<T: HeapObject>(self) -> Result<Ref<T>, ObjectRef> {
        if self.kind() as u8 == T::KIND as u8 {
            Ok(Ref(ManuallyDrop::new(self).0, PhantomData))
        } else {
            Err(self)
        }
    }

    /// The same pointer with its type, borrowed.
    #[inline(always)]
    pub fn downcast_ref<T: HeapObject>(&self) -> Option<&Ref<T>> {
        if self.kind() as u8 == T::KIND as u8 {
            // SAFETY: both are transparent around the same pointer, and the kind is T's.
            Some(unsafe { &*std::ptr::from_ref(self).cast::<Ref<T>>() })
        } else {
            None
        }
    }

    /// Drops the pointer, unless it is the last one.
    #[inline(always)]
    pub fn drop_unless_last(self) -> Option<ObjectRef> {
        let strong = &self.header().strong;
        if strong.get() == 1 {
            return Some(self);
        }
        strong.set(strong.get() - 1);
        std::mem::forget(self);
        None
    }

    /// Drops a pointer that is not the last one.
    #[inline(always)]
    pub fn drop_shared(self) {
        let strong = &self.header().strong;
        debug_assert!(strong.get() > 1);
        strong.set(strong.get() - 1);
        std::mem::forget(self);
    }

    /// How many counted pointers there are.
    #[inline(always)]
    pub fn strong_count(&self) -> u32 {
        self.header().strong.get()
    }

    /// Whether somebody holds a weak reference.
    pub fn is_watched(&self) -> bool {
        self.has_flag(FLAG_WEAK)
    }

    pub fn has_flag(&self, flag: u8) -> bool {
        self.header().flags.get() & flag != 0
    }

    pub fn set_flag(&self, flag: u8) {
        let flags = &self.header().flags;
        flags.set(flags.get() | flag);
    }

    pub fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // SAFETY: the object is alive and the table is indexed by its own kind.
        unsafe { (VTABLES[self.kind() as usize].traverse)(self.0.as_ptr(), visit) };
        if let Some(derived) = self.derived() {
            visit(derived.class.as_object());
            if let Some(dict) = &*derived.dict.borrow() {
                visit(dict.as_object());
            }
            for slot in &derived.slots {
                slot.visit(visit);
            }
        }
    }

    /// Gives up what the object holds, to break a cycle.
    pub fn clear(&self) {
        // SAFETY: as in `traverse`.
        unsafe { (VTABLES[self.kind() as usize].clear)(self.0.as_ptr()) };
        if let Some(derived) = self.derived() {
            drop(derived.dict.take());
            for slot in &derived.slots {
                slot.set(Value::Unbound);
            }
        }
    }

    pub fn needs_finalizer(&self) -> bool {
        !self.has_flag(FLAG_FINALIZED)
            && (self.has_flag(FLAG_FINALIZE)
                // SAFETY: as in `traverse`.
                || unsafe { (VTABLES[self.kind() as usize].needs_finalizer)(self.0.as_ptr()) })
    }

    #[inline(always)]
    pub fn is_derived(&self) -> bool {
        self.header().derived.get() != 0
    }

    /// Class and attributes of an instance of a Python class that derives from a built-in one.
    pub fn derived(&self) -> Option<std::rc::Rc<Derived>> {
        match self.header().derived.get() {
            0 => None,
            index => heap().derived.borrow().get(index as usize - 1)?.clone(),
        }
    }

    /// The same, looked at where it lies; `read` must not make or free such instances.
    #[inline]
    pub fn with_derived<R>(&self, read: impl FnOnce(&Derived) -> R) -> Option<R> {
        match self.header().derived.get() {
            0 => None,
            index => heap().derived.borrow().get(index as usize - 1)?.as_deref().map(read),
        }
    }

    /// Makes this an instance of a Python class that derives from its kind's class.
    pub fn set_derived(&self, derived: Derived) {
        let derived = Some(std::rc::Rc::new(derived));
        let mut table = heap().derived.borrow_mut();
        let current = self.header().derived.get();
        let free = || heap().derived_free.borrow_mut().pop();
        let old = match current.checked_sub(1).or_else(free) {
            Some(index) => {
                self.header().derived.set(index + 1);
                std::mem::replace(&mut table[index as usize], derived)
            }
            None => {
                table.push(derived);
                self.header().derived.set(table.len() as u32);
                None
            }
        };
        // What goes with it may look into the table.
        drop(table);
        drop(old);
        if self.header().tracked.get() == 0 {
            track(self.0);
        }
    }
}

/// Class and attributes of an instance of a Python class that derives from a built-in one.
pub struct Derived {
    pub class: Ref<Class>,
    /// None until the first attribute is set, and always for classes with `__slots__` only.
    pub dict: RefCell<Option<Ref<Dict>>>,
    /// The places of `__slots__`.
    pub slots: Box<[Slot]>,
}

impl<T: HeapObject> Ref<T> {
    #[inline(always)]
    pub fn new(payload: T) -> Ref<T> {
        debug_assert!(!T::SLOTS);
        let Some(layout) = Object::<T>::layout(0, 0) else {
            unreachable!("a payload has a layout")
        };
        // SAFETY: `allocate` gives memory for header and payload, both written here before the
        // pointer is used.
        unsafe {
            let object = allocate(layout).cast::<Object<T>>();
            object.write(Object { header: Header::new(T::KIND), payload });
            if T::TRACKED {
                track(NonNull::new_unchecked(object.cast()));
            }
            Ref(NonNull::new_unchecked(object.cast()), PhantomData)
        }
    }

    /// An object with `data` right behind its payload. [`HeapObject::tail_size`] must tell the size
    /// of `D`, and dropping the payload must drop the data.
    pub fn with_tail<D>(data: D, payload: T) -> Ref<T> {
        const {
            assert!(align_of::<D>() <= 8 && !T::SLOTS && align_of::<T>() <= 8);
            assert!(size_of::<Object<T>>() == size_of::<Header>() + size_of::<T>());
        };
        let Some(layout) = Object::<T>::layout(0, size_of::<D>()) else {
            unreachable!("a payload has a layout")
        };
        // SAFETY: `allocate` gives memory for header, payload and data; the size of an `Object` is
        // a multiple of 8, so that the data is aligned. All are written before the pointer is used.
        unsafe {
            let object = allocate(layout).cast::<Object<T>>();
            object.add(1).cast::<D>().write(data);
            object.write(Object { header: Header::new(T::KIND), payload });
            if T::TRACKED {
                track(NonNull::new_unchecked(object.cast()));
            }
            Ref(NonNull::new_unchecked(object.cast()), PhantomData)
        }
    }

    /// An object with `size` bytes right behind its payload, which gets to know where they lie.
    /// `fill` writes them. [`HeapObject::tail_size`] must tell their number.
    ///
    /// # Panics
    /// If `fill` writes more or fewer bytes.
    #[inline(always)]
    pub fn with_bytes(
        size: usize,
        payload: impl FnOnce(NonNull<u8>) -> T,
        fill: impl FnOnce(&mut TailWriter),
    ) -> Ref<T> {
        const { assert!(!T::SLOTS && !T::TRACKED) };
        let Some(layout) = Object::<T>::layout(0, size) else { panic!("too many bytes") };
        // SAFETY: `allocate` gives memory for header, payload and bytes. All are written before the
        // pointer is used: the writer counts the bytes. Should `fill` panic, the memory leaks.
        unsafe {
            let object = allocate(layout).cast::<Object<T>>();
            let tail = NonNull::new_unchecked(object.add(1).cast::<u8>());
            let mut writer = TailWriter { next: tail, left: size };
            fill(&mut writer);
            assert!(writer.left == 0);
            object.write(Object { header: Header::new(T::KIND), payload: payload(tail) });
            Ref(NonNull::new_unchecked(object.cast()), PhantomData)
        }
    }

    /// An object with slots of which the first ones are given; the others are None.
    ///
    /// # Panics
    /// If there are fewer slots than values.
    #[inline]
    pub fn with_first_slots<const N: usize>(payload: T, first: [Value; N]) -> Ref<T> {
        assert!(T::SLOTS);
        let count = payload.slot_count();
        assert!(N <= count);
        let Some(layout) = Object::<T>::layout(count, 0) else { panic!("too many slots") };
        // SAFETY: as in `with_slots`; the first N of the `count` slots get the values, the others
        // None.
        unsafe {
            let object = allocate(layout).cast::<Object<T>>();
            object.write(Object { header: Header::new(T::KIND), payload });
            let slots = object.cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Value>();
            slots.cast::<[Value; N]>().write(first);
            for index in N..count {
                slots.add(index).write(Value::None);
            }
            if T::TRACKED {
                track(NonNull::new_unchecked(object.cast()));
            }
            Ref(NonNull::new_unchecked(object.cast()), PhantomData)
        }
    }

    /// An object that keeps the number of its slots in its header; they are unbound. A `room` of
    /// `u16::MAX` stands for the number that the payload tells.
    #[inline]
    pub fn with_room(payload: T, room: u16) -> Ref<T> {
        assert!(T::SLOTS && T::ROOM_IN_HEADER);
        let object = Object { header: Header { room, ..Header::new(T::KIND) }, payload };
        let count = object.slot_count();
        let Some(layout) = Object::<T>::layout(count, 0) else { panic!("too many slots") };
        // SAFETY: as in `with_slots`.
        unsafe {
            let place = allocate(layout).cast::<Object<T>>();
            place.write(object);
            let slots = place.cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Value>();
            for index in 0..count {
                slots.add(index).write(Value::Unbound);
            }
            if T::TRACKED {
                track(NonNull::new_unchecked(place.cast()));
            }
            Ref(NonNull::new_unchecked(place.cast()), PhantomData)
        }
    }

    /// An object with slots, filled from `values`.
    ///
    /// # Panics
    /// If `values` does not give `payload.slot_count()` values, or memory for them is out of the
    /// question (callers check sizes that scripts choose).
    pub fn with_slots(payload: T, values: impl IntoIterator<Item = Value>) -> Ref<T> {
        assert!(T::SLOTS);
        let count = payload.slot_count();
        let Some(layout) = Object::<T>::layout(count, 0) else { panic!("too many slots") };
        // SAFETY: `allocate` gives memory for header, payload and `count` slots; all are written
        // before the pointer is used. Should the iterator panic or end early, the memory leaks
        // together with the values written, which is safe.
        unsafe {
            let object = allocate(layout).cast::<Object<T>>();
            object.write(Object { header: Header::new(T::KIND), payload });
            let slots = object.cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Value>();
            let mut values = values.into_iter();
            for index in 0..count {
                let Some(value) = values.next() else { panic!("fewer values than slots") };
                slots.add(index).write(value);
            }
            if T::TRACKED {
                track(NonNull::new_unchecked(object.cast()));
            }
            Ref(NonNull::new_unchecked(object.cast()), PhantomData)
        }
    }

    /// The slots behind the payload.
    #[inline(always)]
    pub fn slots(&self) -> &[Slot] {
        // SAFETY: the object is alive as long as `self`.
        unsafe { slots_of(&*self.0.as_ptr().cast::<Object<T>>()) }
    }

    /// A slot, if its object keeps the number of its slots in its header.
    #[inline(always)]
    pub fn slot_counted_in_header(&self, place: usize) -> Option<&Slot> {
        let room = self.as_object().header().room;
        if !T::ROOM_IN_HEADER || room == u16::MAX || place >= room as usize {
            return None;
        }
        // SAFETY: as in `slots_of`; there are `room` slots.
        unsafe {
            let first = self.0.as_ptr().cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Slot>();
            Some(&*first.add(place))
        }
    }

    /// The payload, if this is the only counted pointer to it.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        if self.as_object().header().strong.get() == 1 && !self.as_object().has_flag(FLAG_WEAK) {
            // SAFETY: the only pointer is borrowed mutably, and nobody can make another one from
            // a weak reference.
            Some(unsafe { &mut (*self.0.as_ptr().cast::<Object<T>>()).payload })
        } else {
            None
        }
    }

    #[inline(always)]
    pub fn as_object(&self) -> &ObjectRef {
        // SAFETY: both types are transparent around the same pointer.
        unsafe { &*std::ptr::from_ref(self).cast::<ObjectRef>() }
    }

    #[inline(always)]
    pub fn into_object(self) -> ObjectRef {
        ObjectRef(ManuallyDrop::new(self).0)
    }

    #[inline(always)]
    pub fn same(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }

    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// The bare pointer, for [`super::frame`].
    #[inline(always)]
    pub(super) fn into_raw(self) -> NonNull<Header> {
        ManuallyDrop::new(self).0
    }

    #[inline(always)]
    pub(super) fn as_raw(&self) -> NonNull<Header> {
        self.0
    }

    /// Takes over the count that `into_raw` gave away.
    ///
    /// # Safety
    /// `raw` must come from `into_raw` of the same type, and that count must not be used twice.
    #[inline(always)]
    pub(super) unsafe fn from_raw(raw: NonNull<Header>) -> Ref<T> {
        Ref(raw, PhantomData)
    }

    /// The payload behind a bare pointer.
    ///
    /// # Safety
    /// `raw` must point to a live object of this type, for as long as the result is used.
    #[inline(always)]
    pub(super) unsafe fn payload<'a>(raw: NonNull<Header>) -> &'a T {
        // SAFETY: passed on to the caller.
        unsafe { &(*raw.as_ptr().cast::<Object<T>>()).payload }
    }

    /// The first slot behind a bare pointer.
    ///
    /// # Safety
    /// As for `payload`.
    #[inline(always)]
    pub(super) unsafe fn first_slot(raw: NonNull<Header>) -> *mut Value {
        // SAFETY: passed on to the caller.
        unsafe { raw.as_ptr().cast::<u8>().add(Object::<T>::SLOTS_AT).cast::<Value>() }
    }

    /// Whether the collector knows the object behind a bare pointer.
    ///
    /// # Safety
    /// As for `payload`.
    #[inline(always)]
    pub(super) unsafe fn is_tracked(raw: NonNull<Header>) -> bool {
        // SAFETY: passed on to the caller.
        unsafe { raw.as_ref().tracked.get() != 0 }
    }

    /// The count behind a bare pointer.
    ///
    /// # Safety
    /// As for `payload`.
    #[inline(always)]
    pub(super) unsafe fn count(raw: NonNull<Header>) -> u32 {
        // SAFETY: passed on to the caller.
        unsafe { raw.as_ref().strong.get() }
    }
}

/// An object whose payload and slots are *not* initialised: only for frames, which are made where
/// they lie (a copy of so large a payload would have to wait for its parts) and track by themselves
/// which of their slots hold values. Gives the payload's place, too.
///
/// # Safety
/// The payload must be initialised before the object is used; its `slots_settled` must be false
/// until the slots are.
#[inline(always)]
pub(super) unsafe fn allocate_raw<T: HeapObject>(slots: usize) -> (NonNull<Header>, *mut T) {
    let Some(layout) = Object::<T>::layout(slots, 0) else { panic!("too many slots") };
    // SAFETY: memory for header, payload and slots; the header is written here.
    unsafe {
        let object = allocate(layout).cast::<Object<T>>();
        (&raw mut (*object).header).write(Header::new(T::KIND));
        (NonNull::new_unchecked(object.cast()), &raw mut (*object).payload)
    }
}

/// The same only if a block of the right size is free: nothing is called for it.
///
/// # Safety
/// As for [`allocate_raw`].
#[inline(always)]
pub(super) unsafe fn reuse_raw<T: HeapObject>(slots: usize) -> Option<(NonNull<Header>, *mut T)> {
    let block = take_free(Object::<T>::layout(slots, 0)?)?.cast::<Object<T>>();
    // SAFETY: as in `allocate_raw`.
    unsafe {
        (&raw mut (*block.as_ptr()).header).write(Header::new(T::KIND));
        Some((block.cast(), &raw mut (*block.as_ptr()).payload))
    }
}

/// Registers an object with the collector if it is not registered yet.
pub(super) fn ensure_tracked(object: &ObjectRef) {
    if object.header().tracked.get() == 0 {
        track(object.0);
    }
}

impl<T: HeapObject> Deref for Ref<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: a counted pointer keeps its object alive, and its type is T.
        unsafe { &(*self.0.as_ptr().cast::<Object<T>>()).payload }
    }
}

impl Clone for ObjectRef {
    #[inline(always)]
    fn clone(&self) -> ObjectRef {
        let strong = &self.header().strong;
        strong.set(strong.get() + 1);
        ObjectRef(self.0)
    }
}

impl<T> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        // SAFETY: a counted pointer keeps its object alive.
        let strong = &unsafe { self.0.as_ref() }.strong;
        strong.set(strong.get() + 1);
        Ref(self.0, PhantomData)
    }
}

impl Drop for ObjectRef {
    #[inline(always)]
    fn drop(&mut self) {
        let strong = &self.header().strong;
        let left = strong.get() - 1;
        strong.set(left);
        if left == 0 {
            release(self.0);
        }
    }
}

impl<T> Drop for Ref<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: a counted pointer keeps its object alive.
        let strong = &unsafe { self.0.as_ref() }.strong;
        let left = strong.get() - 1;
        strong.set(left);
        if left == 0 {
            release(self.0);
        }
    }
}

impl Header {
    #[inline(always)]
    fn new(kind: Kind) -> Header {
        Header {
            strong: Cell::new(1),
            tracked: Cell::new(0),
            derived: Cell::new(0),
            kind,
            flags: Cell::new(0),
            room: 0,
        }
    }
}

/// How deep objects may free each other before the rest is put aside: bounds the use of the
/// native stack when a long chain goes.
const MAX_RELEASE_DEPTH: u32 = 64;

/// The last pointer to an object went.
#[inline(never)]
fn release(object: NonNull<Header>) {
    // SAFETY: the count has just reached zero, so this function alone knows the object.
    let header = unsafe { object.as_ref() };
    let vtable = &VTABLES[header.kind as usize];
    // SAFETY: nobody else knows the object; its kind is its own.
    if !vtable.tracked && unsafe { is_plain(object) } {
        // SAFETY: as above.
        return unsafe { (vtable.drop)(object.as_ptr()) };
    }
    let flags = header.flags.get();
    if flags & FLAG_FINALIZED == 0
        // SAFETY: the kind is the object's own.
        && (flags & FLAG_FINALIZE != 0 || unsafe { (vtable.needs_finalizer)(object.as_ptr()) })
    {
        header.strong.set(1);
        queue_finalization(Finalization::Object(ObjectRef(object)));
        return;
    }
    if flags & FLAG_WEAK != 0 {
        forget_weak(object);
    }
    let heap = heap();
    let depth = heap.depth.get();
    if depth >= MAX_RELEASE_DEPTH {
        heap.deferred.borrow_mut().push(object);
        return;
    }
    heap.depth.set(depth + 1);
    // SAFETY: nobody else knows the object; its kind is its own.
    unsafe { destroy(heap, object) };
    if depth == 0 {
        loop {
            let Some(next) = heap.deferred.borrow_mut().pop() else { break };
            // SAFETY: deferred objects are known to nobody else.
            unsafe { destroy(heap, next) };
        }
    }
    heap.depth.set(depth);
}

/// Frees an object that needs no finaliser, without the detour through its kind.
///
/// # Safety
/// The object's payload must be a `T`; the caller gives up its only count.
#[inline(always)]
pub(super) unsafe fn discard<T: HeapObject>(object: NonNull<Header>) {
    // SAFETY: passed on to the caller.
    unsafe {
        if is_plain(object) {
            drop_object::<T>(object.as_ptr());
        } else {
            drop(Ref::<T>::from_raw(object));
        }
    }
}

/// Gives the memory of an object with slots back.
///
/// # Safety
/// The pointer must be the only one to an object of type T with so many slots, of which nobody but
/// its owner knows; what its payload and slots hold has been dropped.
#[inline(always)]
pub(super) unsafe fn free_with_slots<T: HeapObject>(object: NonNull<Header>, slots: usize) {
    if let Some(layout) = Object::<T>::layout(slots, 0) {
        // SAFETY: passed on to the caller.
        unsafe { free(object.as_ptr().cast(), layout) }
    }
}

/// Whether nothing but counted pointers knows of an object: no collector, no weak reference.
///
/// # Safety
/// `object` must be alive.
#[inline(always)]
pub(super) unsafe fn is_plain(object: NonNull<Header>) -> bool {
    // SAFETY: passed on to the caller.
    let header = unsafe { object.as_ref() };
    header.tracked.get() == 0 && header.derived.get() == 0 && header.flags.get() == 0
}

/// # Safety
/// The object's count must be zero.
unsafe fn destroy(heap: &Heap, object: NonNull<Header>) {
    untrack(object);
    // SAFETY: passed on to the caller.
    unsafe {
        let derived = object.as_ref().derived.get();
        if derived != 0 {
            let entry = heap.derived.borrow_mut()[derived as usize - 1].take();
            heap.derived_free.borrow_mut().push(derived - 1);
            drop(entry);
        }
        (VTABLES[object.as_ref().kind as usize].drop)(object.as_ptr());
    }
}
