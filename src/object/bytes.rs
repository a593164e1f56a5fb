//! `bytes` and `bytearray`.

use std::cell::RefCell;

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
}

impl ByteArray {
    pub fn new(data: Vec<u8>) -> Ref<ByteArray> {
        Ref::new(ByteArray { data: RefCell::new(data) })
    }
}

impl HeapObject for ByteArray {
    const KIND: Kind = Kind::ByteArray;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}
