//! `weakref.ref`.

use std::cell::Cell;

use super::heap::{HeapObject, ObjectRef, Ref, Slot, WeakId, unwatch, upgrade, watch};
use super::kinds::Kind;
use super::value::Value;

pub struct WeakRef {
    pub target: WeakId,
    pub callback: Slot,
    pub hash: Cell<Option<i64>>,
    address: Cell<usize>,
}

impl WeakRef {
    pub fn new(target: &ObjectRef, callback: Value) -> Ref<WeakRef> {
        let watched = !callback.is_none();
        let weak_ref = Ref::new(WeakRef {
            target: target.downgrade(),
            callback: Slot::new(callback),
            hash: Cell::new(None),
            address: Cell::new(0),
        });
        if watched {
            weak_ref.address.set(weak_ref.address_of());
            watch(weak_ref.target, weak_ref.as_object());
        }
        weak_ref
    }

    pub fn upgrade(&self) -> Option<ObjectRef> {
        upgrade(self.target)
    }
}

impl Ref<WeakRef> {
    fn address_of(&self) -> usize {
        self.as_object().address()
    }
}

impl Drop for WeakRef {
    fn drop(&mut self) {
        if self.address.get() != 0 {
            unwatch(self.target, self.address.get());
        }
    }
}

impl HeapObject for WeakRef {
    const KIND: Kind = Kind::WeakRef;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.callback.visit(visit);
    }

    fn clear(&self) {
        self.callback.set(Value::None);
    }
}
