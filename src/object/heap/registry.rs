//! What a thread's heap knows of its objects: those that the collector may have to find, and the
//! finalisers that wait for the VM.

use std::cell::{Cell, RefCell, UnsafeCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::{Derived, Header, ObjectRef};

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
    /// Whether there has been an object with `__del__`, or a weak reference with a callback.
    pub(super) observed: Cell<bool>,
    pub(super) finalizations: RefCell<Vec<Finalization>>,
    pub(super) tracked: UnsafeCell<Vec<NonNull<Header>>>,
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
        observed: Cell::new(false),
        finalizations: RefCell::new(Vec::new()),
        tracked: UnsafeCell::new(Vec::new()),
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

#[inline]
pub(super) fn track(object: NonNull<Header>) {
    // SAFETY: no reference into the registry outlives this function or `untrack` or
    // `tracked_objects`, none of which calls out while it holds one; the object is alive.
    unsafe {
        let tracked = &mut *heap().tracked.get();
        tracked.push(object);
        object.as_ref().tracked.set(tracked.len() as u32);
    }
}

#[inline]
pub(super) fn untrack(object: NonNull<Header>) {
    // SAFETY: as in `track`.
    unsafe {
        let index = object.as_ref().tracked.get();
        if index == 0 {
            return;
        }
        HEAP.with(|heap| {
            let tracked = &mut *heap.tracked.get();
            let at = index as usize - 1;
            tracked.swap_remove(at);
            if let Some(moved) = tracked.get(at) {
                moved.as_ref().tracked.set(index);
            }
        });
        object.as_ref().tracked.set(0);
    }
}

/// How many objects the collector knows.
#[inline(always)]
pub fn tracked_count() -> usize {
    // SAFETY: as in `track`.
    unsafe { (*heap().tracked.get()).len() }
}

/// All objects the collector knows, in the order of its registry.
pub fn tracked_objects() -> Vec<ObjectRef> {
    HEAP.with(|heap| {
        // SAFETY: as in `track`; registered objects are alive.
        unsafe {
            let tracked = &*heap.tracked.get();
            tracked
                .iter()
                .map(|&object| {
                    let strong = &object.as_ref().strong;
                    strong.set(strong.get() + 1);
                    ObjectRef(object)
                })
                .collect()
        }
    })
}

/// Whether there has been an object with `__del__` or a weak reference with a callback.
pub fn has_been_observed() -> bool {
    heap().observed.get()
}

/// Whether one of the collector's objects passes a test, which makes no objects.
pub fn any_tracked(test: impl Fn(&ObjectRef) -> bool) -> bool {
    // SAFETY: as in `track`; registered objects are alive, and `ObjectRef` is such a pointer, here
    // borrowed.
    unsafe {
        let tracked = &*heap().tracked.get();
        tracked.iter().any(|object| test(&*std::ptr::from_ref(object).cast::<ObjectRef>()))
    }
}

/// The place of an object in the collector's registry.
pub fn tracked_index(object: &ObjectRef) -> Option<usize> {
    (object.header().tracked.get() as usize).checked_sub(1)
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
