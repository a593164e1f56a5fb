//! Weak references: numbers that stand for objects and find them while they are there.

use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use hashbrown::HashMap;

use super::{FLAG_WEAK, Finalization, Header, ObjectRef, queue_finalization};

#[derive(Default)]
struct WeakTable {
    next: u64,
    by_address: HashMap<usize, u64>,
    targets: HashMap<u64, NonNull<Header>>,
    /// Weak references with callbacks, by the id of their target.
    watchers: HashMap<u64, Vec<NonNull<Header>>>,
}

thread_local! {
    // Never dropped, like the heap.
    static WEAK: ManuallyDrop<RefCell<WeakTable>> = ManuallyDrop::default();
}

/// Stands for an object without keeping it alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeakId(u64);

/// The object that a weak reference stands for, if it is still there.
pub fn upgrade(id: WeakId) -> Option<ObjectRef> {
    WEAK.with(|weak| {
        let target = *weak.borrow().targets.get(&id.0)?;
        // SAFETY: entries are taken out when their object is released, so the target is alive.
        let header = unsafe { target.as_ref() };
        header.strong.set(header.strong.get() + 1);
        Some(ObjectRef(target))
    })
}

impl ObjectRef {
    /// A weak reference: a number for [`upgrade`].
    pub fn downgrade(&self) -> WeakId {
        WEAK.with(|weak| {
            let mut weak = weak.borrow_mut();
            if self.has_flag(FLAG_WEAK)
                && let Some(&id) = weak.by_address.get(&self.address())
            {
                return WeakId(id);
            }
            let id = weak.next;
            weak.next += 1;
            weak.by_address.insert(self.address(), id);
            weak.targets.insert(id, self.0);
            self.set_flag(FLAG_WEAK);
            WeakId(id)
        })
    }
}

/// Asks for the callback of a weak reference when its target goes.
pub fn watch(id: WeakId, weak_ref: &ObjectRef) {
    WEAK.with(|weak| {
        weak.borrow_mut().watchers.entry(id.0).or_default().push(weak_ref.0);
    });
}

/// Whether a callback waits for some object to go.
pub fn is_anything_watched() -> bool {
    WEAK.with(|weak| !weak.borrow().watchers.is_empty())
}

/// Takes [`watch`] back; called when the weak reference itself goes.
pub fn unwatch(id: WeakId, address: usize) {
    WEAK.with(|weak| {
        let mut weak = weak.borrow_mut();
        if let Some(watchers) = weak.watchers.get_mut(&id.0) {
            watchers.retain(|watcher| watcher.as_ptr() as usize != address);
            if watchers.is_empty() {
                weak.watchers.remove(&id.0);
            }
        }
    });
}

/// Cuts all weak references to an object, as its deallocation does.
pub fn clear_weak_references(object: &ObjectRef) {
    forget_weak(object.0);
}

/// Cuts all weak references to what lies at an address.
pub(super) fn forget_weak(object: NonNull<Header>) {
    WEAK.with(|weak| {
        let mut weak = weak.borrow_mut();
        let Some(id) = weak.by_address.remove(&(object.as_ptr() as usize)) else { return };
        weak.targets.remove(&id);
        let watchers = weak.watchers.remove(&id).unwrap_or_default();
        drop(weak);
        for watcher in watchers.into_iter().rev() {
            // SAFETY: a weak reference takes itself out of the table before it goes.
            let strong = unsafe { &watcher.as_ref().strong };
            strong.set(strong.get() + 1);
            queue_finalization(Finalization::WeakCallback(ObjectRef(watcher)));
        }
    });
}
