//! `tuple`: its items lie in the object itself.

use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::kinds::Kind;
use super::value::Value;

pub struct Tuple {
    count: usize,
}

impl HeapObject for Tuple {
    const KIND: Kind = Kind::Tuple;
    const SLOTS: bool = true;
    const LAST_SLOT_FIRST: bool = true;

    fn slot_count(&self) -> usize {
        self.count
    }

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

impl Tuple {
    pub fn new(items: impl IntoIterator<Item = Value, IntoIter: ExactSizeIterator>) -> Ref<Tuple> {
        let items = items.into_iter();
        Ref::with_slots(Tuple { count: items.len() }, items)
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl Ref<Tuple> {
    /// The items. A tuple never changes: not even the collector clears it.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        Slot::frozen(self.slots())
    }
}

impl Value {
    /// The items of a tuple or an instance of a class derived from it.
    pub fn as_tuple(&self) -> Option<&[Value]> {
        self.get_ref::<Tuple>().map(|tuple| tuple.items())
    }

    /// The items of a tuple that goes over them as tuples do: of the class itself.
    #[inline]
    pub fn as_exact_tuple(&self) -> Option<&[Value]> {
        match self {
            Value::Object(object) if !object.is_derived() => self.as_tuple(),
            _ => None,
        }
    }
}
