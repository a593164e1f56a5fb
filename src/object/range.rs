//! `range` and `slice`.

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;

/// Its three numbers are ints of any size.
pub struct Range {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
    pub length: Value,
}

impl HeapObject for Range {
    const KIND: Kind = Kind::Range;
    const TRACKED: bool = false;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for value in [&self.start, &self.stop, &self.step, &self.length] {
            value.visit(visit);
        }
    }
}

pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Slice {
    pub fn new(start: Value, stop: Value, step: Value) -> Ref<Slice> {
        Ref::new(Slice { start, stop, step })
    }
}

impl HeapObject for Slice {
    const KIND: Kind = Kind::Slice;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for value in [&self.start, &self.stop, &self.step] {
            value.visit(visit);
        }
    }
}
