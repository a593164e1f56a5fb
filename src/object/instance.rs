//! Instances of Python classes.
//!
//! An instance is a pointer to its [`Shape`], which says what class it is of and which attributes it
//! has, and a row of places: first those of `__slots__`, then the attributes' values in the order in
//! which they were first set. When an instance outgrows its room, loses an attribute or is asked for
//! its `__dict__`, its attributes move into a real dict for good; the dict takes their first place.

use super::class::Class;
use super::dict::Dict;
use super::heap::{HeapObject, ObjectRef, OptionalRef, Ref};
use super::kinds::Kind;
use super::shape::Shape;
use super::string::Str;
use super::value::Value;

/// An instance of a class that derives from `object` only.
pub struct Instance {
    /// Never empty.
    shape: OptionalRef<Shape>,
}

impl HeapObject for Instance {
    const KIND: Kind = Kind::Instance;
    const SLOTS: bool = true;
    const ROOM_IN_HEADER: bool = true;
    const CLEARS_SLOTS: bool = true;

    fn slot_count(&self) -> usize {
        self.shape().first_place() + MAX_INLINE as usize
    }

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.shape().as_object());
    }
}

/// More attributes than this go to a dict.
const MAX_INLINE: u32 = 32;

impl Instance {
    pub fn new(class: &Ref<Class>) -> Ref<Instance> {
        let shape = Shape::first(class, false);
        let slot_members = shape.first_place();
        let mut count = slot_members;
        if class.flags.get().has_dict {
            if class.expected_attributes.get() == u32::MAX {
                let assigned = class.count_static_attributes();
                // At least a dict must find a place.
                class.expected_attributes.set(assigned.clamp(1, MAX_INLINE));
            }
            count += class.expected_attributes.get() as usize;
        }
        // `slot_count` tells the number when it is too large for the header.
        let room = u16::try_from(count).unwrap_or(u16::MAX);
        Ref::with_room(Instance { shape: OptionalRef::new(Some(shape)) }, room)
    }

    #[inline(always)]
    pub fn shape(&self) -> Ref<Shape> {
        let Some(shape) = self.shape.get() else { unreachable!("an instance has a shape") };
        shape
    }

    #[inline(always)]
    pub fn class(&self) -> Ref<Class> {
        self.shape().class().clone()
    }

    /// The version of the class: see [`Class::version`].
    #[inline(always)]
    pub fn class_version(&self) -> u32 {
        self.shape.class_version()
    }

    /// What inline caches compare: equal for equal shapes.
    #[inline(always)]
    pub fn shape_id(&self) -> usize {
        self.shape.address()
    }

    pub fn has_dict(&self) -> bool {
        self.shape().is_in_dict()
    }
}

impl Ref<Instance> {
    /// The dict that has the attributes, if they are in one.
    fn own_dict(&self, shape: &Ref<Shape>) -> Option<Ref<Dict>> {
        match shape.is_in_dict() {
            true => self.slots().get(shape.first_place())?.get().get_ref::<Dict>().cloned(),
            false => None,
        }
    }

    /// An attribute of the instance itself.
    #[inline]
    pub fn get_attribute(&self, name: &Ref<Str>) -> Option<Value> {
        let shape = self.shape();
        if let Some(place) = shape.place_of(name) {
            return Some(self.slots()[place].get());
        }
        self.own_dict(&shape)?.get_str(name)
    }

    /// The place of an attribute among [`Ref::slots`], while it lies in the object.
    pub fn attribute_place(&self, name: &Ref<Str>) -> Option<usize> {
        self.shape().place_of(name)
    }

    /// Sets an attribute; `name` must be interned.
    #[inline]
    pub fn set_attribute(&self, name: &Ref<Str>, value: Value) {
        match self.attribute_place(name) {
            Some(place) => self.slots()[place].set(value),
            None => self.add_attribute(name, value),
        }
    }

    fn add_attribute(&self, name: &Ref<Str>, value: Value) {
        let shape = self.shape();
        if !shape.is_in_dict() {
            let count = shape.names().len();
            if let Some(slot) = self.slots().get(shape.first_place() + count) {
                drop(self.shape.replace(Some(shape.next(name))));
                slot.set(value);
                return;
            }
            let wanted = count as u32 + 1;
            let expected = &shape.class().expected_attributes;
            if wanted <= MAX_INLINE && expected.get() < wanted {
                expected.set(wanted);
            }
        }
        drop(self.dict_object().set_str(name, value));
    }

    /// Takes the next place into use, for an attribute that other instances had in it. Gives the
    /// value back if the instance has no such place.
    #[inline]
    pub fn take_place(&self, place: usize, name: &Ref<Str>, value: Value) -> Option<Value> {
        match (self.slots().get(place), self.shape.next(name)) {
            (Some(slot), Some(next)) => {
                drop(self.shape.replace(Some(next)));
                slot.set(value);
                None
            }
            _ => Some(value),
        }
    }

    /// Removes an attribute; false if there was none.
    pub fn delete_attribute(&self, name: &Ref<Str>) -> bool {
        self.dict_object().remove_str(name).is_some()
    }

    /// The attributes as a dict, which from now on is where they live.
    pub fn dict_object(&self) -> Ref<Dict> {
        let shape = self.shape();
        if let Some(dict) = self.own_dict(&shape) {
            return dict;
        }
        let dict = Dict::new();
        for (name, slot) in shape.names().iter().zip(&self.slots()[shape.first_place()..]) {
            dict.set_str(name, slot.take());
        }
        self.move_to_dict(&shape, dict.clone());
        dict
    }

    fn move_to_dict(&self, shape: &Ref<Shape>, dict: Ref<Dict>) {
        drop(self.shape.replace(Some(Shape::first(shape.class(), true))));
        self.slots()[shape.first_place()].set(dict.into());
    }

    /// `__dict__` assignment.
    pub fn set_dict(&self, dict: Ref<Dict>) {
        drop(self.dict_object());
        self.move_to_dict(&self.shape(), dict);
    }

    /// `__class__` assignment; the caller has checked that the layouts agree.
    pub fn set_class(&self, class: &Ref<Class>) {
        // The attributes move to a dict: their shape belongs to the old class.
        let has_dict = class.flags.get().has_dict;
        if has_dict {
            drop(self.dict_object());
        }
        drop(self.shape.replace(Some(Shape::first(class, has_dict))));
    }

    /// The names of the attributes, in order.
    pub fn attribute_names(&self) -> Vec<Value> {
        let shape = self.shape();
        match self.own_dict(&shape) {
            Some(dict) => dict.keys(),
            None => shape.names().iter().map(|name| Value::object(name.clone())).collect(),
        }
    }
}
