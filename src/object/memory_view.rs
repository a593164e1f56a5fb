//! `memoryview`: a window on the content of `bytes` or `bytearray`.

use std::cell::{Cell, Ref as CellRef};
use std::ops::{Deref, Range};

use super::bytes::{ByteArray, Bytes};
use super::heap::ObjectRef;
use super::native::NativeData;
use super::value::Value;

/// Items of one format, a fixed number of bytes apart.
#[derive(Clone, Copy)]
pub struct Window {
    /// The first byte of the first item.
    pub start: usize,
    /// How many items there are.
    pub length: usize,
    /// From one item to the next, in bytes.
    pub stride: isize,
    /// As in the module `struct`.
    pub format: char,
    /// The format was written with `@`.
    pub is_marked_native: bool,
    pub item_size: usize,
    pub is_readonly: bool,
}

impl Window {
    /// The place of an item's first byte.
    pub fn place(&self, index: usize) -> usize {
        self.start.wrapping_add_signed(self.stride.wrapping_mul(index as isize))
    }

    pub fn is_contiguous(&self) -> bool {
        self.length < 2 || self.stride == self.item_size as isize
    }

    /// The range of the bytes of a window without gaps.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.length * self.item_size
    }
}

/// A window on the content of an object.
pub struct MemoryView {
    /// The `bytes` or `bytearray`.
    pub object: Value,
    pub window: Window,
    pub is_released: Cell<bool>,
}

impl MemoryView {
    /// A `bytearray` that is viewed keeps its size.
    pub fn new(object: Value, window: Window) -> MemoryView {
        if let Some(array) = object.get::<ByteArray>() {
            array.views.set(array.views.get() + 1);
        }
        MemoryView { object, window, is_released: Cell::new(false) }
    }

    /// Takes the view off its object.
    pub fn release(&self) {
        if !self.is_released.replace(true)
            && let Some(array) = self.object.get::<ByteArray>()
        {
            array.views.set(array.views.get() - 1);
        }
    }

    /// The bytes of the whole object.
    pub fn whole(&self) -> Whole<'_> {
        match (self.object.get::<Bytes>(), self.object.get::<ByteArray>()) {
            (Some(bytes), _) => Whole::Fixed(&bytes.data),
            (_, Some(array)) => Whole::Borrowed(array.data.borrow()),
            _ => Whole::Fixed(&[]),
        }
    }

    /// The bytes of all items, one after the other.
    pub fn to_vec(&self) -> Vec<u8> {
        let (whole, window) = (self.whole(), &self.window);
        let mut bytes = Vec::with_capacity(window.length * window.item_size);
        for index in 0..window.length {
            let place = window.place(index);
            bytes.extend(whole.get(place..place + window.item_size).unwrap_or_default());
        }
        bytes
    }
}

/// The bytes of the object behind a view.
pub enum Whole<'a> {
    Fixed(&'a [u8]),
    Borrowed(CellRef<'a, Vec<u8>>),
}

impl Deref for Whole<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Whole::Fixed(bytes) => bytes,
            Whole::Borrowed(bytes) => bytes,
        }
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl NativeData for MemoryView {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.object.visit(visit);
    }
}
