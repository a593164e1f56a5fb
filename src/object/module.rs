//! Modules.

use std::cell::RefCell;

use super::dict::Dict;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;

pub struct Module {
    pub dict: RefCell<Ref<Dict>>,
}

impl Module {
    pub fn new(dict: Ref<Dict>) -> Ref<Module> {
        Ref::new(Module { dict: RefCell::new(dict) })
    }

    pub fn dict(&self) -> Ref<Dict> {
        self.dict.borrow().clone()
    }
}

impl HeapObject for Module {
    const KIND: Kind = Kind::Module;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.dict.borrow().as_object());
    }
}
