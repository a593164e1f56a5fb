//! `list`.

use std::cell::RefCell;

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;

pub struct List {
    pub items: RefCell<Vec<Value>>,
}

impl List {
    pub fn new(items: Vec<Value>) -> Ref<List> {
        Ref::new(List { items: RefCell::new(items) })
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }
}

/// Drops values from the last to the first, the order in which CPython's lists let go.
pub fn drop_backwards(mut items: Vec<Value>) {
    while let Some(item) = items.pop() {
        drop(item);
    }
}

impl Drop for List {
    fn drop(&mut self) {
        drop_backwards(self.items.take());
    }
}

impl HeapObject for List {
    const KIND: Kind = Kind::List;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.items.borrow().iter().for_each(|item| item.visit(visit));
    }

    fn clear(&self) {
        drop_backwards(self.items.take());
    }
}
