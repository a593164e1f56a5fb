//! What a thread's heap knows of its objects: those that the collector may have to find, and the
//! finalisers that wait for the VM.

use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::{Derived, FLAG_TRACKED, Header, ObjectRef};
use crate::object::allocator::for_each_block;

/// What waits for the VM: Python code to run because an object went.
pub enum Finalization {
    /// The object's last reference went; it lives until its finaliser has run.
    Object(ObjectRef),
    /// A weak reference's target went: the `WeakRef` whose callback is due.
    WeakCallback(ObjectRef),
}

/// What a thread's heap knows of its objects.
pub(super) struct Heap {
    /// Whether anything is in `finalizations`: looked at before instructions.
    pub(super) pending: Cell<bool>,
    pub(super) finalizations: RefCell<Vec<Finalization>>,
    /// How many objects the collector knows.
    pub(super) tracked: Cell<usize>,
    /// The birth of the last one.
    births: Cell<u32>,
    pub(super) derived: RefCell<Vec<Option<std::rc::Rc<Derived>>>>,
    pub(super) derived_free: RefCell<Vec<u32>>,
    pub(super) depth: Cell<u32>,
    pub(super) deferred: RefCell<Vec<NonNull<Header>>>,
}

thread_local! {
    // Never dropped: objects that outlive the interpreter's end still find it, and the access
    // needs no check, neither for destruction nor for being initialised.
    static HEAP: ManuallyDrop<Heap> = const { ManuallyDrop::new(Heap {
        pending: Cell::new(false),
        finalizations: RefCell::new(Vec::new()),
        tracked: Cell::new(0),
        births: Cell::new(0),
        derived: RefCell::new(Vec::new()),
        derived_free: RefCell::new(Vec::new()),
        depth: Cell::new(0),
        deferred: RefCell::new(Vec::new()),
    }) };
}

/// This thread's heap.
#[inline(always)]
pub(super) fn heap() -> &'static Heap {
    // SAFETY: the heap is never dropped, and as it is not `Sync`, no other thread gets to see the
    // reference.
    HEAP.with(|heap| unsafe { &*std::ptr::from_ref::<Heap>(heap) })
}

/// Makes an object known to the collector.
#[inline]
pub(super) fn track(object: NonNull<Header>) {
    let heap = heap();
    heap.tracked.set(heap.tracked.get() + 1);
    let birth = heap.births.get().wrapping_add(1).max(1);
    heap.births.set(birth);
    // SAFETY: the object is alive.
    let header = unsafe { object.as_ref() };
    header.tracked.set(birth);
    header.flags.set(header.flags.get() | FLAG_TRACKED);
}

/// Takes [`track`] back: the object is about to be freed.
#[inline]
pub(super) fn untrack(object: NonNull<Header>) {
    // SAFETY: the object's memory is still its own.
    let header = unsafe { object.as_ref() };
    if header.tracked.replace(0) != 0 {
        header.flags.set(header.flags.get() & !FLAG_TRACKED);
        let heap = heap();
        heap.tracked.set(heap.tracked.get() - 1);
    }
}

/// How many objects the collector knows.
#[inline(always)]
pub fn tracked_count() -> usize {
    heap().tracked.get()
}

/// Shows the objects that the collector knows; `visit` must not make or free objects.
fn for_each_tracked(mut visit: impl FnMut(NonNull<Header>)) {
    for_each_block(|block| {
        let object = block.cast::<Header>();
        // SAFETY: a block's second word is zero or what a header had there; the flag is set as long
        // as the object is known, and only then.
        unsafe {
            let flags = (&raw const (*object.as_ptr()).flags).read();
            if flags.get() & FLAG_TRACKED != 0 {
                visit(object);
            }
        }
    });
}

/// A pointer of one's own to an object that is alive.
fn counted(object: NonNull<Header>) -> ObjectRef {
    // SAFETY: the object is alive; it is counted for the new pointer.
    unsafe {
        let strong = &object.as_ref().strong;
        strong.set(strong.get() + 1);
    }
    ObjectRef(object)
}

/// All objects the collector knows, in the order in which it came to know them.
pub fn tracked_objects() -> Vec<ObjectRef> {
    let mut objects = Vec::with_capacity(tracked_count());
    for_each_tracked(|object| objects.push(counted(object)));
    sort_by_birth(&mut objects);
    objects
}

/// Puts objects that the collector knows into the order in which it came to know them.
pub fn sort_by_birth(objects: &mut [ObjectRef]) {
    objects.sort_by_key(|object| object.header().tracked.get());
}

impl ObjectRef {
    /// A number by which the collector knows the object, and no other object that it knows: it began
    /// again after four thousand million. 0: it does not know it.
    pub fn birth(&self) -> u32 {
        self.header().tracked.get()
    }
}

/// Whether the collector knows the object.
pub fn is_tracked(object: &ObjectRef) -> bool {
    object.header().tracked.get() != 0
}

/// All objects that the collector knows, each with a number. While there is a census, the numbers
/// stand in the place of the objects' births.
pub struct Census {
    pub entries: Vec<CensusEntry>,
}

/// All that a collection has to note about an object, in two words: large blocks that come and go
/// leave holes in memory.
pub struct CensusEntry {
    pub object: ObjectRef,
    birth: u32,
    /// For whoever takes the census.
    pub count: Cell<i32>,
}

impl Census {
    /// Nobody may make or free objects until it is dropped.
    pub fn take() -> Census {
        let mut entries = Vec::with_capacity(tracked_count());
        for_each_tracked(|object| {
            let object = counted(object);
            let birth = object.header().tracked.replace(entries.len() as u32 + 1);
            entries.push(CensusEntry { object, birth, count: Cell::new(0) });
        });
        Census { entries }
    }

    /// The place of an object in the census.
    #[inline]
    pub fn place_of(&self, object: &ObjectRef) -> Option<usize> {
        (object.header().tracked.get() as usize).checked_sub(1)
    }
}

impl Drop for Census {
    fn drop(&mut self) {
        for entry in &self.entries {
            entry.object.header().tracked.set(entry.birth);
        }
    }
}

/// Whether one of the collector's objects passes a test, which makes no objects.
pub fn any_tracked(test: impl Fn(&ObjectRef) -> bool) -> bool {
    let mut found = false;
    for_each_tracked(|object| {
        // The count stays as it was: the pointer is only lent.
        found = found || test(&ManuallyDrop::new(ObjectRef(object)));
    });
    found
}

/// Whether finalisers wait to be run.
#[inline(always)]
pub fn finalization_pending() -> bool {
    heap().pending.get()
}

/// Takes all finalisers that wait, in the order in which their objects went.
pub fn take_finalizations() -> Vec<Finalization> {
    HEAP.with(|heap| {
        heap.pending.set(false);
        heap.finalizations.take()
    })
}

/// Puts a finalisation in the queue.
pub fn queue_finalization(finalization: Finalization) {
    HEAP.with(|heap| {
        heap.finalizations.borrow_mut().push(finalization);
        heap.pending.set(true);
    });
}
