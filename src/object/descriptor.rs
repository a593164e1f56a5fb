//! Descriptors: `property`, `staticmethod`, `classmethod`, attributes of built-in classes, places
//! of `__slots__`; and `super`.

use std::cell::Cell;

use super::class::Class;
use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::kinds::Kind;
use super::native::GetSetSpec;
use super::string::Str;
use super::value::Value;

pub struct Property {
    pub getter: Slot,
    pub setter: Slot,
    pub deleter: Slot,
    pub doc: Slot,
    /// Whether the documentation is the getter's.
    pub doc_of_getter: Cell<bool>,
    /// What `__set_name__` told, for messages.
    pub name: Slot,
}

impl HeapObject for Property {
    const KIND: Kind = Kind::Property;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [&self.getter, &self.setter, &self.deleter, &self.doc, &self.name] {
            slot.visit(visit);
        }
    }

    fn clear(&self) {
        for slot in [&self.getter, &self.setter, &self.deleter, &self.doc, &self.name] {
            slot.set(Value::None);
        }
    }
}

pub struct StaticMethod {
    pub function: Slot,
}

impl HeapObject for StaticMethod {
    const KIND: Kind = Kind::StaticMethod;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.function.visit(visit);
    }

    fn clear(&self) {
        self.function.set(Value::None);
    }
}

pub struct ClassMethod {
    pub function: Slot,
}

impl HeapObject for ClassMethod {
    const KIND: Kind = Kind::ClassMethod;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.function.visit(visit);
    }

    fn clear(&self) {
        self.function.set(Value::None);
    }
}

/// An attribute of a built-in class that is computed: `getset_descriptor`.
pub struct GetSet {
    pub spec: &'static GetSetSpec,
    pub class: Ref<Class>,
}

impl HeapObject for GetSet {
    const KIND: Kind = Kind::GetSet;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class.as_object());
    }
}

/// A place of `__slots__`: `member_descriptor`.
pub struct Member {
    pub name: Ref<Str>,
    pub class: Ref<Class>,
    pub place: u32,
}

impl HeapObject for Member {
    const KIND: Kind = Kind::Member;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class.as_object());
    }
}

pub struct Super {
    /// Where the search starts: behind this class in the MRO.
    pub this_class: Slot,
    /// The object or class on whose behalf it searches; None when unbound.
    pub object: Slot,
    pub object_class: Slot,
}

impl HeapObject for Super {
    const KIND: Kind = Kind::Super;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.this_class.visit(visit);
        self.object.visit(visit);
        self.object_class.visit(visit);
    }
}
