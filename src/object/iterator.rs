//! The iterators of built-in types and of `map`, `zip` and their kin: one kind of object.

use std::cell::Cell;

use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::kinds::Kind;
use super::value::Value;

/// What an iterator goes over, and what its fields mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IteratorKind {
    /// `source` a list, `position` the next index.
    List,
    /// Backwards: `position` the next index, -1 at the end.
    ListReversed,
    Tuple,
    Str,
    StrAscii,
    Bytes,
    ByteArray,
    /// `position` the next number, `end` how many are left, `step` the difference.
    Range,
    /// Numbers of any size: `source` the next one, `other` the step, `third` how many are left.
    LongRange,
    /// `source` a dict, `position` its next place, `end` the length at the start.
    DictKeys,
    DictValues,
    DictItems,
    DictKeysReversed,
    DictValuesReversed,
    DictItemsReversed,
    /// `source` a set or frozenset, `end` the length at the start.
    Set,
    /// Any object with `__getitem__`.
    Sequence,
    /// `reversed()` of any object with `__len__` and `__getitem__`.
    SequenceReversed,
    /// `iter(callable, sentinel)`: `source` and `other`.
    Callable,
    /// `source` the iterator, `other` the next number (any size).
    Enumerate,
    /// `source` a tuple of iterators; `end` 1 when strict.
    Zip,
    /// `source` a tuple of iterators, `other` the function.
    Map,
    /// `source` the iterator, `other` the function or None.
    Filter,
}

pub struct Iterator {
    pub kind: IteratorKind,
    /// Unbound when exhausted.
    pub source: Slot,
    pub other: Slot,
    pub third: Slot,
    pub position: Cell<i64>,
    pub end: Cell<i64>,
    pub step: Cell<i64>,
}

impl Iterator {
    pub fn new(kind: IteratorKind, source: Value) -> Ref<Iterator> {
        Iterator::with(kind, source, Value::Unbound, 0, 0, 0)
    }

    pub fn with(
        kind: IteratorKind,
        source: Value,
        other: Value,
        position: i64,
        end: i64,
        step: i64,
    ) -> Ref<Iterator> {
        Ref::new(Iterator {
            kind,
            source: Slot::new(source),
            other: Slot::new(other),
            third: Slot::new(Value::Unbound),
            position: Cell::new(position),
            end: Cell::new(end),
            step: Cell::new(step),
        })
    }

    /// Lets the source go, as CPython's iterators do at their end.
    pub fn exhaust(&self) {
        self.source.set(Value::Unbound);
    }
}

impl HeapObject for Iterator {
    const KIND: Kind = Kind::Iterator;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.other.visit(visit);
        self.third.visit(visit);
    }

    fn clear(&self) {
        self.source.set(Value::Unbound);
        self.other.set(Value::Unbound);
    }
}
