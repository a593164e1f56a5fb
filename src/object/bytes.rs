//! `bytes` and `bytearray`.

use std::cell::{Cell, RefCell};

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;

pub struct Bytes {
    pub data: Box<[u8]>,
}

impl Bytes {
    pub fn new(data: impl Into<Box<[u8]>>) -> Ref<Bytes> {
        Ref::new(Bytes { data: data.into() })
    }
}

impl HeapObject for Bytes {
    const KIND: Kind = Kind::Bytes;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

pub struct ByteArray {
    pub data: RefCell<Vec<u8>>,
    /// How many views there are of the content: while there is one, its size stays.
    pub views: Cell<u32>,
}

impl ByteArray {
    pub fn new(data: Vec<u8>) -> Ref<ByteArray> {
        Ref::new(ByteArray { data: RefCell::new(data), views: Cell::new(0) })
    }
}

impl HeapObject for ByteArray {
    const KIND: Kind = Kind::ByteArray;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}
